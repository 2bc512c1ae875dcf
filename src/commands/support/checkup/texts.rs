//! The routine texts: each there, the one its hash was taken of, and readable.

use crate::commands::support::routines::{Routines, is_not_as_shipped};
use crate::store::{Reading, StoreError};

use super::Checkup;
use super::fault::{Fault, Remark, TextFault};

pub(super) fn check(
    checkup: &mut Checkup,
    reading: &Reading<'_>,
    routines: &mut Routines,
) -> Result<(), StoreError> {
    for hash in reading.routine_text_hashes()? {
        let Some(text) = reading.routine_text(&hash)? else {
            let how = TextFault::Missing;
            let routine = None;
            checkup.faults.push(Fault::Text { hash, routine, how });
            continue;
        };
        checkup.texts += 1;
        let how = match text.fits_its_hash() {
            false => Some(TextFault::Altered),
            true => match routines.of_text(&text.hash, &text.text) {
                Ok(routine) if routine.id == text.id && routine.version == text.version => {
                    if is_not_as_shipped(&routine, &hash) {
                        checkup.remarks.push(Remark::NotAsShipped {
                            routine: text.id.clone(),
                            version: text.version.clone(),
                        });
                    }
                    None
                }
                _ => Some(TextFault::Unreadable),
            },
        };
        checkup.faults.extend(how.map(|how| Fault::Text {
            hash,
            routine: Some(text.id),
            how,
        }));
    }
    Ok(())
}
