//! What an event says by itself, whatever case it stands in: its numbers, its time, its days.

use chrono::{DateTime, Days, Months, SecondsFormat, TimeDelta, Utc};

use super::{Doubt, Judge};
use crate::domain::{
    decide::Refusal,
    event::{Event, Stamp, What},
    ids::CaseRef,
    likely_day::{days_in, likely},
    signs::{are_alike, is_format, seen},
};

/// Computers of one network agree to within this, or nobody could log in (Kerberos' usual limit).
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);
/// Time zones lie up to this far from UTC.
const A_DAY: Days = Days::new(1);

impl Judge<'_> {
    /// Numbers, time and day, which stand on every event.
    pub(super) fn stamp(
        &mut self,
        before: Option<&Event>,
        event: &Event,
        now: Option<DateTime<Utc>>,
    ) {
        let stamp = &event.stamp;
        if let Some(before) = before {
            let same = event.change == before.change;
            let goes_on = same || event.change == before.change.saturating_add(1);
            // What one screen of the walk stores bit by bit is one change of several times; a case is opened at one.
            let is_one = Stamp {
                at: stamp.at.clone(),
                ..before.stamp.clone()
            } == *stamp
                && (event.change > 1 || stamp.at == before.stamp.at);
            if event.seq != before.seq.saturating_add(1) || !goes_on || (same && !is_one) {
                self.fault(Doubt::Numbers);
            }
        }
        let Some(at) = time(stamp) else {
            return self.fault(Doubt::Time);
        };
        let of_day = at.date_naive();
        let around = of_day.checked_sub_days(A_DAY)..=of_day.checked_add_days(A_DAY);
        let is_off = match stamp.today_given {
            true => stamp.at != format!("{}T00:00:00Z", stamp.day),
            false => !around.contains(&Some(stamp.day)),
        };
        if is_off {
            self.fault(Doubt::Day);
        }
        // Under a given day, times are not the clock's.
        let real = before.filter(|before| !before.stamp.today_given && !stamp.today_given);
        if real
            .and_then(|before| time(&before.stamp))
            .is_some_and(|before| before - at > CLOCKS_DIFFER)
        {
            self.remark(Doubt::Backwards);
        }
        if now.is_some_and(|now| !stamp.today_given && at - now > CLOCKS_DIFFER) {
            self.remark(Doubt::Ahead);
        }
    }

    /// Its texts and names, and the case that it says came before or after.
    pub(super) fn texts_and_cases(&mut self, reference: &CaseRef, event: &Event) {
        let who = event.stamp.who.as_str();
        let texts = event.what.texts().into_iter();
        let texts = texts.map(|(.., text)| text.as_str());
        let calendar = match &event.what {
            What::CalendarSet { calendar } => Some(calendar.titles()),
            _ => None,
        };
        let mut texts = texts.chain([who]).chain(calendar.into_iter().flatten());
        if texts.any(|text| seen(text).is_empty()) {
            self.fault(Doubt::Empty);
        } else if who.contains(|sign: char| sign.is_control() || is_format(sign)) {
            self.remark(Doubt::Recorder);
        }
        let is_half = matches!(&event.what, What::Opened { continues, first_opened, .. }
            if continues.is_some() != first_opened.is_some());
        let itself = |other: &CaseRef| are_alike(other.as_str(), reference.as_str());
        if is_half || event.what.other_case().is_some_and(itself) {
            self.fault(Doubt::OtherCase);
        }
    }

    pub(super) fn of_itself(&mut self, event: &Event) {
        let today = event.stamp.day;
        let mut days = days_in(&event.what, self.routine).into_iter();
        if let Some(day) = days.find_map(|on| likely(on, today).err()) {
            self.remark(Refusal::UnlikelyDay(day));
        }
        match &event.what {
            What::ItemDone {
                step, item, round, ..
            }
            | What::ItemSkipped {
                step, item, round, ..
            } if (self.draft.case().round(step, *round))
                .is_some_and(|round| round.items.contains_key(item)) =>
            {
                let (step, item) = (step.clone(), item.clone());
                let again = Refusal::ItemSettled { step, item };
                self.fault(again);
            }
            What::Done { on: Some(on), .. }
            | What::ItemDone { on: Some(on), .. }
            | What::DayKnown { on, .. } => {
                let began = self.draft.case().dates.values().map(|dated| dated.on);
                let began = began.chain([self.draft.case().first_opened]).min();
                let a_year = Months::new(12);
                if began.and_then(|began| began.checked_sub_months(a_year)) > Some(*on) {
                    self.remark(Doubt::LongBefore);
                }
            }
            What::Extended { to, .. } if *to < today => self.remark(Doubt::PutOffBack),
            What::RoundsOpened { opened, kept, .. } => {
                let mut named = opened.keys().chain(kept.keys());
                if let Some(step) = named.find(|step| self.routine.step(step).is_none()) {
                    self.fault(Refusal::UnknownStep(step.clone()));
                }
            }
            // A calendar is checked before it is set.
            What::CalendarSet { calendar } if !calendar.problems().is_empty() => {
                self.fault(Doubt::Otherwise);
            }
            What::BroughtOver { up_to } if *up_to >= event.seq => self.fault(Doubt::Otherwise),
            What::Protected { since: Some(_), .. } if self.draft.case().continues.is_none() => {
                self.fault(Doubt::Otherwise);
            }
            _ => {}
        }
    }
}

fn time(stamp: &Stamp) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(&stamp.at).ok()?.to_utc();
    (at.to_rfc3339_opts(SecondsFormat::Secs, true) == stamp.at).then_some(at)
}
