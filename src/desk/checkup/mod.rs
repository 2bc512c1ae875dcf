//! Whether a case file is sound: what `doctor`, `backup` and `restore` go by.

mod case;
mod fault;
mod file_log;

use crate::ctx::Ctx;
use crate::desk::routines::is_not_as_shipped;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::store::{CaseFile, CaseId, Reading, StoreError};
use crate::ui::progress::Progress;

pub(crate) use self::case::rebuild_cases;
pub(crate) use self::fault::{DoubtfulEvent, Fault, Remark, TextFault};

#[derive(Debug, Default)]
pub(crate) struct Checkup {
    pub(crate) cases: usize,
    pub(crate) events: usize,
    pub(crate) texts: usize,
    /// When the latest event was recorded: RFC 3339, UTC.
    pub(crate) latest: Option<String>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) remarks: Vec<Remark>,
    /// Cases of which what is kept beside a sound history differs from it.
    pub(crate) to_rebuild: Vec<CaseId>,
    /// Events recorded under a given day, by case.
    given_days: Vec<(CaseRef, u32)>,
}

const AT_ONCE: usize = 200;

pub(crate) fn with_histories(ctx: &Ctx, file: &CaseFile) -> Result<Checkup, Failure> {
    look(ctx, file, true)
}

/// Checks a whole file. A case that changes meanwhile is no fault: each is looked at as it is at one moment.
pub(crate) fn of_file(ctx: &Ctx, file: &CaseFile) -> Result<Checkup, Failure> {
    look(ctx, file, false)
}

fn look(ctx: &Ctx, file: &CaseFile, judges: bool) -> Result<Checkup, Failure> {
    let mut checkup = Checkup::default();
    if file.was_interrupted() {
        checkup.remarks.push(Remark::Interrupted);
    }
    // What SQLite itself finds takes a while of its own, and nothing else need be of the same moment.
    checkup.part(file.read(database));
    let texts = file.read(|reading| check_texts(&mut checkup, reading, ctx));
    checkup.part(texts.map(|()| Vec::new()));
    checkup.part(file.read(whole_file));
    let ids = match file.read(|reading| reading.case_ids()) {
        Ok(ids) => ids,
        Err(error) => {
            checkup.add(Fault::unreadable(&error));
            return Ok(checkup);
        }
    };
    let mut progress = Progress::new(ctx.say("doctor-progress"), ids.len());
    let mut all_are_current = true;
    for ids in ids.chunks(AT_ONCE) {
        file.read(|reading| {
            let rows_are_current = reading.rows_are_current().unwrap_or(false);
            all_are_current &= rows_are_current;
            let mode = case::CheckMode {
                ctx,
                judges,
                rows_are_current,
            };
            for id in ids {
                checkup.case(reading, *id, mode);
                progress.step();
            }
            Ok::<_, Failure>(())
        })?;
    }
    if !all_are_current {
        checkup.remarks.push(Remark::OldPlanner);
    }
    let given_days = std::mem::take(&mut checkup.given_days);
    if !given_days.is_empty() {
        checkup.remarks.push(Remark::GivenDays(given_days));
    }
    match file.read(|reading| file_log::remarks(reading, &ctx.words)) {
        Ok(remarks) => checkup.remarks.extend(remarks),
        Err(error) => checkup.add(Fault::unreadable(&error)),
    }
    Ok(checkup)
}

fn database(reading: &Reading<'_>) -> Result<Vec<Fault>, StoreError> {
    let damage = reading.damage()?;
    Ok(damage.into_iter().map(Fault::Damage).collect())
}

fn whole_file(reading: &Reading<'_>) -> Result<Vec<Fault>, StoreError> {
    let objects = reading.object_faults()?.into_iter().map(Fault::Object);
    let missing = reading.missing_cases()?.into_iter();
    let missing = missing.map(|id| Fault::MissingCase(id.number()));
    let mut faults: Vec<_> = objects.chain(missing).collect();
    // Sums that cannot be read are as wrong as others.
    if reading.totals().ok() != Some(reading.counted_totals()?) {
        faults.push(Fault::Totals);
    }
    Ok(faults)
}

impl Checkup {
    pub(crate) fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    pub(crate) fn note_unfinished_copies(&mut self, file: &CaseFile) {
        let names = file.unfinished_copies();
        if !names.is_empty() {
            self.remarks.push(Remark::UnfinishedCopies(names));
        }
    }

    pub(crate) fn has_something_to_rebuild(&self) -> bool {
        self.faults.iter().any(Fault::can_be_repaired)
    }

    /// Takes in the faults of a part of the check; that it could not be read is one too.
    fn part(&mut self, faults: Result<Vec<Fault>, StoreError>) {
        match faults {
            Ok(faults) => faults.into_iter().for_each(|fault| self.add(fault)),
            Err(error) => self.add(Fault::unreadable(&error)),
        }
    }

    /// Takes in a fault, once: a damaged file may say the same of part after part.
    fn add(&mut self, fault: Fault) {
        if self.faults.last() != Some(&fault) {
            self.faults.push(fault);
        }
    }
}

fn check_texts(checkup: &mut Checkup, reading: &Reading<'_>, ctx: &Ctx) -> Result<(), StoreError> {
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
            true => match ctx.desk.routine_of_text(&text.hash, &text.text) {
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
