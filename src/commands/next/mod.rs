//! `next`: walks through what is to be done, or lists it.

mod agenda;
#[cfg(test)]
mod card_tests;
mod change;
mod done;
mod ending;
mod facts;
mod list;
mod record;
mod session;
mod step;
mod walk;

use crate::ctx::Ctx;
use crate::desk::selection;
use crate::domain::ids::RoleId;
use crate::error::Attempt;
use crate::store::RowQuery;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    #[arg(long, value_name = "ROLE", alias = "roll")]
    pub(crate) role: Option<RoleId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    if ctx.can_ask {
        ctx.desk.make_ready()?;
    }
    let (case, role) = (args.case.as_deref(), role(args, ctx)?);
    match ctx.can_ask {
        true => walk::run(case, role, ctx),
        false => list::run(case, role.as_ref(), ctx),
    }
}

/// Whose steps come first, if anybody's; a role that no routine has is refused, or all would seem to be somebody else's.
fn role(args: &Args, ctx: &Ctx) -> Attempt<Option<RoleId>> {
    let mut query = RowQuery {
        role: args.role.clone().or_else(|| ctx.role.clone()),
        ..RowQuery::default()
    };
    ctx.desk
        .read(|reading| selection::settle_known(&mut query, reading, ctx))?;
    Ok(query.role)
}
