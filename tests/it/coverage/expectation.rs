//! What a routine must hold, as `tests/data/coverage/*.toml` states it. What a file leaves out must not be there.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One expectation file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    /// The routine's id.
    pub(crate) routine: String,
    /// Whether its cases concern a placed child.
    pub(crate) placed_child: bool,
    /// The day of the source's revision, where the source bears one.
    pub(crate) revised: Option<String>,
    /// Words of the notice shown with every plan and print.
    #[serde(default)]
    pub(crate) notice: Vec<String>,
    /// Words that occur somewhere in the routine's texts.
    #[serde(default)]
    pub(crate) says: Vec<String>,
    /// A word of each phase's title, in order.
    #[serde(default)]
    pub(crate) phases: Vec<String>,
    /// Ids, in the order they are asked.
    pub(crate) key_dates: Vec<String>,
    /// Those without which no case opens.
    #[serde(default)]
    pub(crate) required: Vec<String>,
    /// Which date may not lie before which.
    #[serde(default)]
    pub(crate) not_before: BTreeMap<String, String>,
    /// Trigger ids.
    #[serde(default)]
    pub(crate) triggers: Vec<String>,
    /// Role ids, in any order.
    pub(crate) roles: Vec<String>,
    /// Roles that are warned about while nobody holds them.
    #[serde(default)]
    pub(crate) must_be_held: Vec<String>,
    /// A word of each form's title, in order.
    #[serde(default)]
    pub(crate) forms: Vec<String>,
    /// Every question there is, in any order.
    #[serde(default, rename = "question")]
    pub(crate) questions: Vec<ExpectedQuestion>,
    /// Every step, in order.
    #[serde(rename = "step")]
    pub(crate) steps: Vec<ExpectedStep>,
}

/// A question and where it is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedQuestion {
    /// Its id.
    pub(crate) id: String,
    /// `yes-no`, `choice`, `choices`, `text`, `number`, `date` or `term`.
    pub(crate) kind: String,
    /// The options of a choice, in order.
    #[serde(default)]
    pub(crate) options: Vec<String>,
    /// `at-start`, `when-needed`, `step ID` or `form`.
    pub(crate) asked: String,
    /// Whether its step waits for an answer.
    #[serde(default = "yes")]
    pub(crate) required: bool,
    /// Its condition in words.
    #[serde(default)]
    pub(crate) when: String,
}

/// A step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedStep {
    /// Its id.
    pub(crate) id: String,
    /// A word of its phase's title.
    #[serde(default)]
    pub(crate) phase: String,
    /// The conditions of phase and step in words.
    #[serde(default)]
    pub(crate) when: String,
    /// Who answers for it, jointly.
    #[serde(default)]
    pub(crate) responsible: Vec<String>,
    /// Those who agree which of them answers for it.
    #[serde(default)]
    pub(crate) agreed: Vec<String>,
    /// Who counts until they have.
    #[serde(default)]
    pub(crate) proposed: String,
    /// `ROLE` or `ROLE when CONDITION`, in any order.
    #[serde(default)]
    pub(crate) participants: Vec<String>,
    /// Offered, never overdue.
    #[serde(default)]
    pub(crate) optional: bool,
    /// A word of each part's title, with ` -> ROLE` for an owner of its own and ` when CONDITION`.
    #[serde(default)]
    pub(crate) parts: Vec<String>,
    /// A word of each document's title, in order.
    #[serde(default)]
    pub(crate) documents: Vec<String>,
    /// Words that occur in its texts.
    #[serde(default)]
    pub(crate) says: Vec<String>,
    /// What must hold before it is done, and how it may be passed.
    #[serde(default)]
    pub(crate) gates: Vec<String>,
    /// Questions of the case that are asked when it is done. Its own are among `[[question]]`.
    #[serde(default)]
    pub(crate) asks: Vec<String>,
    /// What its answers lead to.
    #[serde(default)]
    pub(crate) outcomes: Vec<String>,
    /// Due rules that the source or a statute states; every other one must be `local`.
    #[serde(default)]
    pub(crate) stated: Vec<String>,
    /// Local due rules, where they are settled.
    pub(crate) local: Option<Vec<String>>,
    /// An acute placement gives it a local term after the admission.
    #[serde(default)]
    pub(crate) acute: bool,
    /// It has no due rule at all.
    #[serde(default)]
    pub(crate) undated: bool,
    /// The outcome figure it feeds.
    #[serde(default)]
    pub(crate) counts_as: String,
}

fn yes() -> bool {
    true
}
