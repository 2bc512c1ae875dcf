//! What most commands work with, under one name.

pub(crate) use crate::cli::values;
pub(crate) use crate::ctx::Ctx;
pub(crate) use crate::desk::cases::OpenedCase;
pub(crate) use crate::desk::change::{Changed, told_by};
pub(crate) use crate::desk::checkup::{self, Checkup};
pub(crate) use crate::desk::given::{DECIDED_BY, FactOptions, Reason};
pub(crate) use crate::desk::refusals::Refusals;
pub(crate) use crate::desk::selection::{ListRow, More, each_row, reading};
pub(crate) use crate::desk::step_edit::StepEdit;
pub(crate) use crate::desk::{
    access, asking, backups, clock_check, feedback, file_log, given, keys, opening, typed_again,
    whole_text,
};
pub(crate) use crate::domain::case::Case;
pub(crate) use crate::domain::decide::{Decision, Draft, HowDone, Refusal};
pub(crate) use crate::domain::event::{Event, What};
pub(crate) use crate::domain::ids::{CaseRef, ItemId, RoleId, RoutineId, StepId, TriggerId};
pub(crate) use crate::domain::message::Message;
pub(crate) use crate::domain::plan::{Plan, Row, Status};
pub(crate) use crate::domain::report::{Standing, Totals};
pub(crate) use crate::domain::routine::{Ask, Routine, RoutineStatus};
pub(crate) use crate::error::{Attempt, Failure, Outcome};
pub(crate) use crate::routine_file::Loaded;
pub(crate) use crate::store::{
    CaseFile, CaseFilter, CaseId, Change, LogEntry, Pick, Reading, RoutineText, RowQuery,
    StoreError,
};
pub(crate) use crate::ui::wording::{WhyInWords, Words};
pub(crate) use crate::ui::{Cell, Line, Page, Table, Tone, columns, joined};
pub(crate) use crate::view::{Checklist, Discretion, StepView, WhyJson, missing_over_all};
pub(crate) use chrono::NaiveDate;
pub(crate) use serde::Serialize;
pub(crate) use serde_json::json;
pub(crate) use std::collections::{BTreeMap, BTreeSet};
pub(crate) use std::path::{Path, PathBuf};
pub(crate) use std::rc::Rc;
