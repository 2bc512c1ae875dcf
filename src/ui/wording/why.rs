//! Why a round is due when it is, as labelled facts and in a line.

use chrono::NaiveDate;

use super::Naming;
use super::origins::recorded_by;
use super::rules::picked;
use crate::domain::calendar::RolledDate;
use crate::domain::case::OwnStep;
use crate::domain::due_rule::{Anchor, Basis, DueKind, Interval, Roll, Series};
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::plan::{AnchorOrigin, AnswerGiven, EntryDate, Status};
use crate::domain::routine::Step;
use crate::domain::why::Why;

pub(crate) struct WhyInWords<'a> {
    pub(crate) why: Why<'a>,
    pub(crate) here: Naming<'a>,
    pub(crate) today: NaiveDate,
}

/// A label's message and what it labels, where there is that.
type LabelledFact = (&'static str, Option<Argument>);

fn said(value: Option<&impl ToArgument>) -> Option<Argument> {
    value.map(ToArgument::to_argument)
}

fn origin(origin: Option<&AnchorOrigin>) -> Option<Argument> {
    origin.map(|origin| recorded_by(origin, origin.recorded.as_ref()))
}

/// "rutin: Rutin 7: tre månader efter utskrivning".
fn stated(basis: Basis, cite: Option<&String>) -> Argument {
    match cite {
        None => basis.to_argument(),
        Some(cite) => message!("why-basis-cite", basis, cite).to_argument(),
    }
}

impl WhyInWords<'_> {
    /// Why the round is not simply open, if it is not: a sentence.
    pub(crate) fn reasons(&self) -> Option<String> {
        let (here, only_if) = (self.here, &self.why.only_if);
        let reasons = self.waits().join(" · ");
        Some(match self.why.row.status {
            Status::NotApplicable => here.not_applicable(only_if.first().copied()),
            Status::Undecided => {
                let conditions = only_if.iter();
                let conditions = conditions.map(|condition| message!("why-only-if", condition));
                let conditions = conditions.collect::<Vec<_>>();
                say!(here, "why-undecided", conditions, reasons)
            }
            Status::Waiting => say!(here, "why-waiting", reasons),
            Status::Blocked => say!(here, "why-blocked", reasons),
            _ => return None,
        })
    }

    /// Everything the date rests on, a label and a text each, in the order it was worked out.
    pub(crate) fn facts(&self) -> Vec<(String, String)> {
        let here = self.here;
        let status = self.why.row.status;
        let applies = !matches!(status, Status::NotApplicable | Status::Undecided);
        let mut facts = Vec::new();
        if applies || self.why.rule.is_some() {
            facts.extend(self.of_rule());
        }
        facts.extend(self.of_dates());
        facts.extend(self.of_basis());
        let owner = self.why.row.owner_waits_for.iter();
        let owner: Vec<_> = owner.map(|fact| self.here.unknown(fact)).collect();
        let owner = (!owner.is_empty()).then(|| Argument::Text(owner.join(" · ")));
        facts.push(("why-label-owner", owner));
        facts.extend(self.of_end());
        let there = facts.into_iter();
        let there = there.filter_map(|(label, text)| Some((here.say(label), here.text(text?))));
        there.collect()
    }

    /// The rule and what it counted from in one line, for tables.
    pub(crate) fn line(&self) -> String {
        let origins = &self.why.how;
        let rolled = self.why.how.rolled.as_ref();
        let before = origins.round_before.as_ref();
        let anchor = origins.counted_from.as_ref();
        let anchor = anchor.filter(|_| before.is_none() || !self.rolls_on());
        let was_moved = |rolled: &RolledDate| !rolled.past.is_empty();
        let rule = self.why.rule.map(|choice| &choice.rule);
        let parts = [
            said(anchor),
            said(before),
            self.rule(),
            self.moved().filter(|_| rolled.is_some_and(was_moved)),
            self.at_once(),
            self.not_applicable_anchor(),
            rule.map(|rule| stated(rule.basis, rule.cite.as_ref())),
        ];
        let parts = parts.into_iter().flatten();
        self.here.text(Argument::Dotted(parts.collect()))
    }

    pub(crate) fn step(&self) -> Option<&Step> {
        self.here.routine?.step(&self.why.row.step)
    }

    pub(crate) fn waits(&self) -> Vec<String> {
        let waits = |step| self.here.waits_for(&self.why.row, step);
        self.step().map(waits).unwrap_or_default()
    }

    /// What is unknown and would give another date, a text each.
    pub(crate) fn could_change(&self) -> Vec<String> {
        let unknown = self.why.row.date_depends_on.iter();
        unknown.map(|missing| self.here.unknown(missing)).collect()
    }

    /// The rule in words, with why it counts: "4 veckor" in place of "så lång tid som svaret på … anger", once there is
    /// an answer.
    pub(crate) fn rule(&self) -> Option<Argument> {
        if let Some(OwnStep { stamp, .. }) = &self.why.added {
            return Some(message!("why-added", who = stamp.who, date = stamp.day).to_argument());
        }
        let choice = self.why.rule?;
        if let (Some(among), None) = (&choice.among, self.why.how.anchor) {
            let entries = self.why.how.entries.iter();
            let rules = entries.filter_map(|entry| self.entry_rule(entry));
            return Some(picked(among.pick, rules.collect()).to_argument());
        }
        let mut rule = choice.rule.clone();
        let interval = self.why.how.interval.as_ref();
        if let Some(term) = interval.and_then(AnswerGiven::term)
            && let DueKind::Repeating(repeating) = &mut rule.kind
            && let Series::Grid(interval) | Series::Rolling(interval) = &mut repeating.series
        {
            *interval = Interval::Fixed(term);
        }
        let conditions: Vec<_> = choice.conditions().map(ToArgument::to_argument).collect();
        if conditions.is_empty() {
            return Some(rule.to_argument());
        }
        let condition = Argument::Joined("condition-and", conditions);
        Some(message!("why-rule-because", rule, condition).to_argument())
    }

    fn entry_rule(&self, entry: &EntryDate) -> Option<Argument> {
        let choice = self.step()?.due.get(entry.rule)?;
        Some(choice.rule.to_argument())
    }

    /// Each entry of a `first_of` or `last_of` and what it comes to.
    fn entries(&self) -> Option<Argument> {
        let entries = self.why.how.entries.iter().filter_map(|entry| {
            let rule = self.entry_rule(entry)?;
            Some(Argument::Message(match entry.due {
                Some(date) => message!("why-entry", rule, date),
                None if entry.unknown.is_empty() => message!("why-entry-out", rule),
                None => {
                    let unknown = entry
                        .unknown
                        .iter()
                        .map(|missing| self.here.unknown(missing));
                    let unknown: Vec<_> = unknown.collect();
                    message!("why-entry-waits", rule, unknown = unknown.join(" · "))
                }
            }))
        });
        let entries: Vec<_> = entries.collect();
        (!entries.is_empty()).then_some(Argument::Dotted(entries))
    }

    fn of_rule(&self) -> [LabelledFact; 8] {
        let why = &self.why;
        let origins = &why.how;
        let reopened = why.recorded.reopened.as_ref().map(|reopening| {
            let id = match (why.how.from_reopening, why.how.not_before_reopening) {
                (true, _) => "why-reopened-counts",
                (_, true) => "why-reopened-not-before",
                _ => "why-reopened",
            };
            message!(id, step = reopening.by, date = reopening.on).to_argument()
        });
        let before = origins.round_before.as_ref();
        let before = before.map(|before| recorded_by(before, Some(&before.recorded)));
        let (anchor, before) = match before {
            Some(_) if self.rolls_on() => (before, None),
            before => {
                let anchor = origin(origins.counted_from.as_ref());
                (anchor.or_else(|| self.not_applicable_anchor()), before)
            }
        };
        let interval = origins.interval.as_ref();
        let interval = interval.map(|given| recorded_by(given, Some(&given.recorded)));
        let rule = self.rule().unwrap_or_else(|| {
            let has_none = self.step().is_none_or(|step| step.due.is_empty());
            let id = if why.row.status.is_ended() && why.row.dates.basis.is_some() {
                "why-cannot-tell"
            } else if has_none {
                "why-no-rule"
            } else {
                "why-no-rule-holds"
            };
            message!(id).to_argument()
        });
        [
            ("why-label-reopened", reopened),
            ("why-label-anchor", anchor),
            ("why-label-interval", interval),
            ("why-label-school", said(why.school.as_ref())),
            ("why-label-round-before", before),
            ("why-label-until", origin(origins.until.as_ref())),
            ("why-label-rule", Some(rule)),
            ("why-label-entries", self.entries()),
        ]
    }

    fn of_dates(&self) -> [LabelledFact; 8] {
        let row = &self.why.row;
        let dates = &row.dates;
        let raw_due = dates.raw_due.filter(|_| dates.raw_due != dates.due);
        let own = Anchor::Booking(row.step.clone());
        let origin = self.why.how.counted_from.as_ref();
        let note = |date: NaiveDate| match origin {
            Some(origin) if origin.anchor == own => date.to_argument(),
            _ => message!("why-planned-note", date).to_argument(),
        };
        [
            ("why-label-since", said(dates.since.as_ref())),
            ("why-label-earliest", said(dates.earliest.as_ref())),
            ("why-label-raw", said(raw_due.as_ref())),
            ("why-label-moved", self.moved()),
            ("why-label-at-once", self.at_once()),
            ("why-label-extended", self.extended()),
            ("why-label-due", said(dates.due.as_ref())),
            ("why-label-planned", row.planned.map(note)),
        ]
    }

    /// Who states the time, and what could change it.
    fn of_basis(&self) -> [LabelledFact; 3] {
        let row = &self.why.row;
        let rule = self.why.rule.map(|choice| &choice.rule);
        let basis = rule.map(|rule| rule.basis).or(row.dates.basis);
        let cite = rule.and_then(|rule| rule.cite.as_ref());
        let law = self.step().and_then(|step| step.law.as_ref());
        let unknown = &row.date_depends_on;
        let is_said = !unknown.is_empty() && !row.status.is_ended();
        [
            ("why-label-basis", basis.map(|basis| stated(basis, cite))),
            ("why-label-law", said(law)),
            (
                "why-label-depends",
                is_said.then(|| Argument::Text(self.could_change().join(" · "))),
            ),
        ]
    }

    /// The day done and the day recorded are two facts; lateness is counted from both dates.
    fn of_end(&self) -> Vec<LabelledFact> {
        let (here, why) = (self.here, &self.why);
        let mut facts = Vec::new();
        if let Some(end) = &why.recorded.end {
            let day = match end.on {
                Some(day) => here.date(day),
                None => here.say("why-unknown-day"),
            };
            let (label, ended) = match &end.skipped {
                None => ("why-label-done", day),
                Some(reason) => {
                    let reason = here.text(reason);
                    ("why-label-skipped", format!("{day}: {reason}"))
                }
            };
            let mut recorded = here.text(&end.stamp);
            if let Some(by) = &why.day_told {
                recorded = format!("{recorded}; {}", say!(here, "why-day-told", by));
            }
            facts.extend([
                (label, Some(Argument::Text(ended))),
                ("why-label-recorded", Some(Argument::Text(recorded))),
                ("why-label-despite", said(end.despite.as_ref())),
                ("why-label-decided-by", said(end.decided_by.as_ref())),
            ]);
        }
        facts.push(("why-label-late", self.late().map(Argument::Message)));
        facts
    }

    fn late(&self) -> Option<Message> {
        let row = &self.why.row;
        let late = row.days_late(self.today)?;
        let original = row.days_late_original(self.today).unwrap_or(late);
        if self.step()?.optional || (original == 0 && !row.status.is_ended()) {
            return None;
        }
        let late_in_days = match late {
            0 => message!("why-in-time"),
            days => message!("days", days),
        };
        if late == original {
            return Some(late_in_days);
        }
        let original = message!("days", days = original);
        let date = row.dates.original_due?;
        Some(message!(
            "why-days-late-both",
            late = late_in_days,
            original,
            date
        ))
    }

    /// The rule counts from the last time, and not from its first anchor.
    fn rolls_on(&self) -> bool {
        let rule = self.why.rule.and_then(|choice| choice.rule.repeating());
        rule.is_some_and(|repeating| matches!(repeating.series, Series::Rolling(_)))
    }

    /// The move past days off, where the rule moves dates at all.
    fn moved(&self) -> Option<Argument> {
        let rolls = self.why.rule?.rule.roll != Roll::None;
        said(self.why.how.rolled.as_ref().filter(|_| rolls))
    }

    fn at_once(&self) -> Option<Argument> {
        let how = Some(&self.why.how).filter(|how| how.at_once)?;
        let (raw, date) = (self.why.row.dates.raw_due?, how.anchor?.entered);
        Some(message!("why-at-once", raw, date).to_argument())
    }

    fn extended(&self) -> Option<Argument> {
        let extension = self.why.recorded.extension.as_ref()?;
        let to = extension.to;
        if !self.why.is_extended() {
            return Some(message!("why-extension-overtaken", to).to_argument());
        }
        let extended = message!(
            "why-extended-no-date",
            to,
            reason = extension.reason,
            who = extension.decided_by,
            by = extension.stamp,
        );
        Some(Argument::Message(match self.why.row.dates.original_due {
            None => extended,
            Some(from) => extended.under("why-extended").with("from", from),
        }))
    }

    /// The rule counts from a step that does not apply.
    fn not_applicable_anchor(&self) -> Option<Argument> {
        let is_open = self.why.row.status.is_to_do() && self.why.how.counted_from.is_none();
        match &self.why.rule?.rule.anchor {
            Anchor::Step(step) | Anchor::Booking(step) if is_open => {
                Some(message!("why-step-not-applicable", step).to_argument())
            }
            _ => None,
        }
    }
}
