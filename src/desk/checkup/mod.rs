//! Whether a case file is sound: what `doctor`, `backup` and `restore` go by.

mod case;
mod fault;

use crate::ctx::Ctx;
use crate::desk::file_log;
use crate::desk::routines::is_not_as_shipped;
use crate::error::Failure;
use crate::routine_file::form_of;
use crate::store::{CaseFile, CaseId, Reading, RoutineText, StoreError};
use crate::ui::progress::Progress;

pub(crate) use self::case::{judged, rebuild};
pub(crate) use self::fault::{Checkup, DoubtfulEvent, Fault, Remark};

const AT_ONCE: usize = 200;

/// Checks a whole file; with `judges` also whether each event could have been recorded, and the parsed forms of routines,
/// which stop nothing. A case that changes meanwhile is no
/// fault: each is looked at as it is at one moment.
pub(crate) fn of_file(ctx: &Ctx, file: &CaseFile, judges: bool) -> Result<Checkup, Failure> {
    let mut checkup = Checkup::default();
    if file.was_interrupted() {
        checkup.remarks.push(Remark::Interrupted);
    }
    // What SQLite itself finds takes a while of its own, and nothing else need be of the same moment.
    let damage = checkup.part(file.read(|reading| reading.damage()));
    for detail in damage.into_iter().flatten() {
        checkup.add(Fault::Damage(detail));
    }
    let texts = file.read(|reading| check_texts(&mut checkup, reading, judges, ctx));
    checkup.part(texts);
    for fault in checkup.part(file.read(whole_file)).into_iter().flatten() {
        checkup.add(fault);
    }
    let Some(ids) = checkup.part(file.read(|reading| reading.case_ids())) else {
        return Ok(checkup);
    };
    check_cases(ctx, file, &ids, judges, &mut checkup)?;
    // A copy of a file that was tampered with is better than none; and where more is known, that is told.
    if judges
        && checkup.faults.iter().all(Fault::can_be_repaired)
        && checkup.part(file.read(|reading| reading.ends_as_kept())) == Some(false)
    {
        checkup.add(Fault::Heads);
    }
    let remarks = file.read(|reading| file_log::remarks(reading, &ctx.words));
    let remarks = checkup.part(remarks).unwrap_or_default();
    checkup.remarks.extend(remarks);
    Ok(checkup)
}

fn check_cases(
    ctx: &Ctx,
    file: &CaseFile,
    ids: &[CaseId],
    judges: bool,
    checkup: &mut Checkup,
) -> Result<(), Failure> {
    let mut progress = Progress::new(ctx.say("doctor-progress"), ids.len());
    let mut all_are_current = true;
    for ids in ids.chunks(AT_ONCE) {
        file.read(|reading| {
            let rows_are_current = reading.rows_are_current().unwrap_or(false);
            all_are_current &= rows_are_current;
            let checks = case::CaseChecks {
                rows_are_current,
                judges,
            };
            for id in ids {
                checkup.cases += 1;
                if let Err(fault) = case::check(ctx, reading, *id, checks, checkup) {
                    checkup.add(fault);
                }
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
    Ok(())
}

fn whole_file(reading: &Reading<'_>) -> Result<Vec<Fault>, StoreError> {
    let objects = reading.object_faults()?.into_iter().map(Fault::Object);
    let missing = reading.missing_cases()?.into_iter();
    let missing = missing.map(|id| Fault::MissingCase(id.number()));
    // Sums that cannot be read are as wrong as others.
    let are_right = reading.totals().ok() == Some(reading.counted_totals()?);
    let totals = (!are_right).then_some(Fault::Totals);
    Ok(objects.chain(missing).chain(totals).collect())
}

fn check_texts(
    checkup: &mut Checkup,
    reading: &Reading<'_>,
    forms: bool,
    ctx: &Ctx,
) -> Result<(), StoreError> {
    for hash in reading.routine_text_hashes()? {
        let text = reading.routine_text(&hash)?;
        checkup.texts += usize::from(text.is_some());
        let id = match &text {
            None => Some("doctor-text-missing"),
            Some(text) => {
                let form = reading.form(&hash)?.filter(|_| forms);
                check_text(checkup, text, form, ctx)
            }
        };
        checkup.faults.extend(id.map(|id| Fault::Text {
            hash,
            routine: text.map(|text| text.id),
            id,
        }));
    }
    Ok(())
}

/// The form is the one that is kept of the text; where there is none it is read from the text, as always.
fn check_text(
    checkup: &mut Checkup,
    text: &RoutineText,
    form: Option<String>,
    ctx: &Ctx,
) -> Option<&'static str> {
    if !text.fits_its_hash() {
        return Some("doctor-text-altered");
    }
    let routine = ctx.desk.routine_of_text(&text.hash, &text.text).ok();
    let is_it = routine.filter(|it| it.id == text.id && it.version == text.version);
    let Some(routine) = is_it else {
        return Some("doctor-text-unreadable");
    };
    if form.is_some() && form != form_of(&routine) {
        checkup.add(Fault::Form(text.id.clone()));
    }
    if is_not_as_shipped(&routine, &text.hash) {
        checkup.remarks.push(Remark::NotAsShipped {
            routine: text.id.clone(),
            version: text.version.clone(),
        });
    }
    None
}
