//! Entries of the case file's own log: what happened to the file and concerns no case.

use serde_json::Value;

use crate::ctx::Ctx;
use crate::store::LogEntry;

/// An entry of now. What is stored there outlives cases: check first who records ([`super::recorder::check`]) and what
/// is named.
pub(crate) fn entry(ctx: &Ctx, kind: &str, detail: Value) -> LogEntry {
    let stamp = ctx.stamp();
    LogEntry {
        at: stamp.at,
        who: stamp.who,
        kind: kind.to_owned(),
        detail,
    }
}
