//! Why a round is due when it is, as labelled facts and in a line.

use chrono::NaiveDate;

use super::{Titles, Words};
use crate::domain::due_rule::{Anchor, DueKind, DueRule, Interval, Roll, Series};
use crate::domain::plan::Status;
use crate::domain::routine::{Routine, Step};
use crate::domain::why::{AnswerGiven, Why};

pub(crate) struct WhyInWords<'a> {
    pub(crate) why: &'a Why<'a>,
    pub(crate) routine: &'a Routine,
    pub(crate) today: NaiveDate,
    pub(crate) words: &'a Words,
}

pub(super) type Fact = (String, String);

impl WhyInWords<'_> {
    /// Why the round is not simply open, if it is not: a sentence each.
    pub(crate) fn reasons(&self) -> Vec<String> {
        let (words, row) = (self.words, &self.why.row);
        let conditions = || {
            let only_if = self.why.only_if.iter().map(|condition| {
                let condition = words.condition(condition, self.titles());
                say!(words, "why-only-if", condition)
            });
            only_if.collect::<Vec<_>>().join(", ")
        };
        let reasons = self.waits().join(" · ");
        match row.status {
            Status::NotApplicable => {
                let first = self.why.only_if.first().copied();
                vec![words.not_applicable(first, self.titles())]
            }
            Status::Undecided => {
                vec![say!(
                    words,
                    "why-undecided",
                    conditions = conditions(),
                    reasons
                )]
            }
            Status::Waiting => vec![say!(words, "why-waiting", reasons)],
            Status::Blocked => vec![say!(words, "why-blocked", reasons)],
            _ => Vec::new(),
        }
    }

    /// Everything the date rests on, a labelled fact each, in the order it was worked out.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let applies = !matches!(
            self.why.row.status,
            Status::NotApplicable | Status::Undecided
        );
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
        let words = self.words;
        let mut parts = Vec::new();
        let before = self.why.round_before.as_ref();
        let anchor = self.why.counted_from.as_ref();
        if let Some(origin) = anchor.filter(|_| before.is_none() || !self.rolls_on()) {
            parts.push(words.origin_day(origin, self.titles()));
        }
        if let Some(before) = before {
            parts.push(words.round_before_day(before));
        }
        parts.extend(self.rule());
        parts.extend(self.moved().filter(|_| self.was_moved()));
        parts.extend(self.at_once());
        parts.extend(self.not_applicable_anchor());
        if let Some(ruling) = &self.why.rule {
            parts.push(self.basis(ruling.rule.basis, ruling.rule.cite.as_deref()));
        }
        parts.join(" · ")
    }

    pub(super) fn titles(&self) -> Titles<'_> {
        Titles::of(self.routine)
    }

    fn step(&self) -> Option<&Step> {
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

    /// The rule in words, with why it counts.
    pub(crate) fn rule(&self) -> Option<String> {
        let ruling = self.why.rule?;
        let mut rule = ruling.rule.clone();
        self.put_answer_in(&mut rule);
        let rule = self.words.rule(&rule, self.titles());
        let Some(when) = ruling.when else {
            return Some(rule);
        };
        let condition = self.words.condition(when, self.titles());
        Some(say!(self.words, "why-rule-because", rule, condition))
    }

    /// "4 veckor" in place of "så lång tid som svaret på … anger", once there is an answer.
    fn put_answer_in(&self, rule: &mut DueRule) {
        let given = self.why.interval.as_ref();
        let term = given.and_then(AnswerGiven::term);
        if let (Some(term), DueKind::Repeating(repeating)) = (term, &mut rule.kind)
            && let Series::Grid(interval) | Series::Rolling(interval) = &mut repeating.series
        {
            *interval = Interval::Fixed(term);
        }
    }

    pub(super) fn label(&self, id: &'static str, text: impl Into<String>) -> Fact {
        (self.words.say(id), text.into())
    }

    fn add_rule(&self, facts: &mut Vec<Fact>) {
        let (words, why) = (self.words, self.why);
        if let Some(reopening) = &why.reopening {
            let counts = why
                .derivation
                .as_ref()
                .is_some_and(|how| how.from_reopening);
            let id = if counts {
                "why-reopened-counts"
            } else {
                "why-reopened"
            };
            let step = self.titles().numbered(&reopening.by, words);
            facts.push(self.label(
                "why-label-reopened",
                say!(words, id, step, date = reopening.on),
            ));
        }
        let anchor = why.counted_from.as_ref();
        let anchor = anchor.map(|origin| words.origin(origin, self.titles()));
        let anchor = match &why.round_before {
            Some(before) if self.rolls_on() => Some(words.round_before(before)),
            _ => anchor.or_else(|| self.not_applicable_anchor()),
        };
        let mut add =
            |id, text: Option<String>| facts.extend(text.map(|text| self.label(id, text)));
        add("why-label-anchor", anchor);
        let interval = why.interval.as_ref();
        let interval = interval.map(|given| words.interval_given(given, self.titles()));
        add("why-label-interval", interval);
        let school = why.school.as_ref();
        add(
            "why-label-school",
            school.map(|school| words.school_days(school)),
        );
        let before = why.round_before.as_ref().filter(|_| !self.rolls_on());
        add(
            "why-label-round-before",
            before.map(|before| words.round_before(before)),
        );
        let until = why.until.as_ref();
        add(
            "why-label-until",
            until.map(|until| words.origin(until, self.titles())),
        );
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
        facts.push(self.label("why-label-rule", rule));
    }

    fn add_dates(&self, facts: &mut Vec<Fact>) {
        let (words, why) = (self.words, self.why);
        let dates = &why.row.dates;
        let day = |day: Option<NaiveDate>| day.map(|day| words.date(day));
        let note = |day| say!(words, "why-planned-note", date = day);
        let mut add =
            |id, text: Option<String>| facts.extend(text.map(|text| self.label(id, text)));
        add("why-label-since", day(dates.since));
        add("why-label-earliest", day(dates.earliest));
        let raw_due = dates.raw_due.filter(|_| dates.raw_due != dates.due);
        add("why-label-raw", day(raw_due));
        add("why-label-moved", self.moved());
        add("why-label-at-once", self.at_once());
        add("why-label-extended", self.extended());
        add("why-label-due", day(dates.due));
        add("why-label-planned", why.row.planned.map(note));
    }

    /// The rule counts from the last time, and not from its first anchor.
    fn rolls_on(&self) -> bool {
        let rule = self.why.rule.and_then(|ruling| ruling.rule.repeating());
        rule.is_some_and(|repeating| matches!(repeating.series, Series::Rolling(_)))
    }

    fn was_moved(&self) -> bool {
        let rolled = self
            .why
            .derivation
            .as_ref()
            .and_then(|how| how.rolled.as_ref());
        rolled.is_some_and(|rolled| !rolled.past.is_empty())
    }

    /// The move past days off, where the rule moves dates at all.
    fn moved(&self) -> Option<String> {
        let rolls = self.why.rule?.rule.roll != Roll::None;
        let rolled = self.why.derivation.as_ref()?.rolled.as_ref()?;
        rolls.then(|| self.words.moved(rolled))
    }

    fn at_once(&self) -> Option<String> {
        let how = self.why.derivation.as_ref().filter(|how| how.at_once)?;
        Some(say!(
            self.words,
            "why-at-once",
            raw = self.why.row.dates.raw_due?,
            date = how.anchor?.entered
        ))
    }

    fn extended(&self) -> Option<String> {
        let (words, dates) = (self.words, &self.why.row.dates);
        let extension = self.why.extension.as_ref()?;
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
        if let Some(from) = dates.original_due {
            extended = extended.under("why-extended").with("from", from);
        }
        Some(words.say(extended))
    }

    /// The rule counts from a step that does not apply.
    fn not_applicable_anchor(&self) -> Option<String> {
        let is_open = self.why.row.status.is_to_do() && self.why.derivation.is_none();
        match self.why.rule?.rule.kind.anchor()? {
            Anchor::Step(step) if is_open && self.why.counted_from.is_none() => {
                let step = self.titles().numbered(step, self.words);
                Some(say!(self.words, "why-step-not-applicable", step))
            }
            _ => None,
        }
    }
}
