//! Why a round is due when it is, as labelled facts and in a line.

use chrono::NaiveDate;

use super::{Titles, Words};
use crate::domain::calendar::Rolled;
use crate::domain::due_rule::{Anchor, DueKind, Interval, Roll, Series};
use crate::domain::plan::{AnswerGiven, Status};
use crate::domain::routine::{Routine, Step};
use crate::domain::why::Why;

pub(crate) struct WhyInWords<'a> {
    pub(crate) why: &'a Why<'a>,
    pub(crate) routine: &'a Routine,
    pub(crate) today: NaiveDate,
    pub(crate) words: &'a Words,
}

/// A label and a text.
pub(super) type LabelledFact = (String, String);

impl WhyInWords<'_> {
    /// Why the round is not simply open, if it is not: a sentence.
    pub(crate) fn reasons(&self) -> Option<String> {
        let (words, only_if) = (self.words, &self.why.only_if);
        let reasons = self.waits().join(" · ");
        Some(match self.why.row.status {
            Status::NotApplicable => words.not_applicable(only_if.first().copied(), self.titles()),
            Status::Undecided => {
                let conditions = only_if.iter().map(|condition| {
                    let condition = words.condition(condition, self.titles());
                    message!("why-only-if", condition)
                });
                let conditions = conditions.collect::<Vec<_>>();
                say!(words, "why-undecided", conditions, reasons)
            }
            Status::Waiting => say!(words, "why-waiting", reasons),
            Status::Blocked => say!(words, "why-blocked", reasons),
            _ => return None,
        })
    }

    /// Everything the date rests on, a labelled fact each, in the order it was worked out.
    pub(crate) fn facts(&self) -> Vec<LabelledFact> {
        let mut facts = Vec::new();
        let status = self.why.row.status;
        let applies = !matches!(status, Status::NotApplicable | Status::Undecided);
        if applies || self.why.rule.is_some() {
            self.add_rule(&mut facts);
        }
        self.add_dates(&mut facts);
        self.add_basis(&mut facts);
        self.add_end(&mut facts);
        facts
    }

    /// The rule and what it counted from in one line, for tables.
    pub(crate) fn line(&self) -> String {
        let (words, origins) = (self.words, &self.why.origins);
        let rolled = self.why.how.rolled.as_ref();
        let before = origins.round_before.as_ref();
        let anchor = origins.counted_from.as_ref();
        let anchor = anchor.filter(|_| before.is_none() || !self.rolls_on());
        let was_moved = |rolled: &Rolled| !rolled.past.is_empty();
        let rule = self.why.rule.map(|choice| &choice.rule);
        let parts = [
            anchor.map(|origin| words.origin_day(origin, self.titles())),
            before.map(|before| words.round_before_day(before)),
            self.rule(),
            self.moved().filter(|_| rolled.is_some_and(was_moved)),
            self.at_once(),
            self.not_applicable_anchor(),
            rule.map(|rule| self.basis(rule.basis, rule.cite.as_deref())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    pub(super) fn titles(&self) -> Titles<'_> {
        Titles::of(self.routine)
    }

    pub(super) fn step(&self) -> Option<&Step> {
        self.routine.step(&self.why.row.step)
    }

    pub(crate) fn waits(&self) -> Vec<String> {
        self.step().map_or_else(Vec::new, |step| {
            self.words.waits_for(&self.why.row, step, self.titles())
        })
    }

    /// What is unknown and would give another date, a text each.
    pub(crate) fn could_change(&self) -> Vec<String> {
        let unknown = self.why.row.date_depends_on.iter();
        unknown
            .map(|missing| self.words.missing(missing, self.titles()))
            .collect()
    }

    /// The rule in words, with why it counts: "4 veckor" in place of "så lång tid som svaret på … anger", once there is
    /// an answer.
    pub(crate) fn rule(&self) -> Option<String> {
        let choice = self.why.rule?;
        let mut rule = choice.rule.clone();
        let term = self
            .why
            .origins
            .interval
            .as_ref()
            .and_then(AnswerGiven::term);
        if let (Some(term), DueKind::Repeating(repeating)) = (term, &mut rule.kind)
            && let Series::Grid(interval) | Series::Rolling(interval) = &mut repeating.series
        {
            *interval = Interval::Fixed(term);
        }
        let rule = self.words.rule(&rule, self.titles());
        let Some(when) = &choice.when else {
            return Some(rule);
        };
        let condition = self.words.condition(when, self.titles());
        Some(say!(self.words, "why-rule-because", rule, condition))
    }

    /// A fact for every text there is.
    pub(super) fn add<const N: usize>(
        &self,
        facts: &mut Vec<LabelledFact>,
        labelled: [(&'static str, Option<String>); N],
    ) {
        let there = labelled.into_iter();
        let there = there.filter_map(|(label, text)| Some((self.words.say(label), text?)));
        facts.extend(there);
    }

    fn add_rule(&self, facts: &mut Vec<LabelledFact>) {
        let (words, why, titles) = (self.words, self.why, self.titles());
        let origins = &why.origins;
        let reopened = why.recorded.reopened.as_ref().map(|reopening| {
            let id = match why.how.from_reopening {
                true => "why-reopened-counts",
                false => "why-reopened",
            };
            say!(
                words.of(titles),
                id,
                step = reopening.by,
                date = reopening.on
            )
        });
        let before = origins.round_before.as_ref();
        let before = before.map(|before| words.round_before(before));
        let counted_from = origins.counted_from.as_ref();
        let counted_from = counted_from.map(|origin| words.origin(origin, titles));
        let (anchor, before) = match before {
            Some(before) if self.rolls_on() => (Some(before), None),
            before => (
                counted_from.or_else(|| self.not_applicable_anchor()),
                before,
            ),
        };
        let interval = origins.interval.as_ref();
        let rule = self.rule().unwrap_or_else(|| {
            let has_none = self.step().is_none_or(|step| step.due.is_empty());
            let id = if why.row.status.is_ended() && why.row.dates.basis.is_some() {
                "why-cannot-tell"
            } else if has_none {
                "why-no-rule"
            } else {
                "why-no-rule-holds"
            };
            words.say(id)
        });
        let labelled = [
            ("why-label-reopened", reopened),
            ("why-label-anchor", anchor),
            (
                "why-label-interval",
                interval.map(|given| words.interval_given(given, titles)),
            ),
            (
                "why-label-school",
                why.school.as_ref().map(|school| words.school_days(school)),
            ),
            ("why-label-round-before", before),
            (
                "why-label-until",
                origins
                    .until
                    .as_ref()
                    .map(|until| words.origin(until, titles)),
            ),
            ("why-label-rule", Some(rule)),
        ];
        self.add(facts, labelled);
    }

    fn add_dates(&self, facts: &mut Vec<LabelledFact>) {
        let (words, row) = (self.words, &self.why.row);
        let dates = &row.dates;
        let day = |day: Option<NaiveDate>| day.map(|day| words.date(day));
        let note = |date: NaiveDate| say!(words, "why-planned-note", date);
        let raw_due = dates.raw_due.filter(|_| dates.raw_due != dates.due);
        let labelled = [
            ("why-label-since", day(dates.since)),
            ("why-label-earliest", day(dates.earliest)),
            ("why-label-raw", day(raw_due)),
            ("why-label-moved", self.moved()),
            ("why-label-at-once", self.at_once()),
            ("why-label-extended", self.extended()),
            ("why-label-due", day(dates.due)),
            ("why-label-planned", row.planned.map(note)),
        ];
        self.add(facts, labelled);
    }

    /// The rule counts from the last time, and not from its first anchor.
    fn rolls_on(&self) -> bool {
        let rule = self.why.rule.and_then(|choice| choice.rule.repeating());
        rule.is_some_and(|repeating| matches!(repeating.series, Series::Rolling(_)))
    }

    /// The move past days off, where the rule moves dates at all.
    fn moved(&self) -> Option<String> {
        let rolls = self.why.rule?.rule.roll != Roll::None;
        let rolled = self.why.how.rolled.as_ref()?;
        rolls.then(|| self.words.moved(rolled))
    }

    fn at_once(&self) -> Option<String> {
        let how = Some(&self.why.how).filter(|how| how.at_once)?;
        let (raw, date) = (self.why.row.dates.raw_due?, how.anchor?.entered);
        Some(say!(self.words, "why-at-once", raw, date))
    }

    fn extended(&self) -> Option<String> {
        let words = self.words;
        let extension = self.why.recorded.extension.as_ref()?;
        let to = extension.to;
        if !self.why.is_extended() {
            return Some(say!(words, "why-extension-overtaken", to));
        }
        let mut extended = message!(
            "why-extended-no-date",
            to,
            reason = extension.reason,
            who = extension.decided_by,
            by = words.recorded(&extension.stamp),
        );
        if let Some(from) = self.why.row.dates.original_due {
            extended = extended.under("why-extended").with("from", from);
        }
        Some(words.say(extended))
    }

    /// The rule counts from a step that does not apply.
    fn not_applicable_anchor(&self) -> Option<String> {
        let is_open = self.why.row.status.is_to_do() && self.why.origins.counted_from.is_none();
        match self.why.rule?.rule.kind.anchor()? {
            Anchor::Step(step) if is_open => {
                let words = self.words.of(self.titles());
                Some(say!(words, "why-step-not-applicable", step))
            }
            _ => None,
        }
    }
}
