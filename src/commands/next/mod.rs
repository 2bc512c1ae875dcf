//! `next`: walks through what is to be done, or lists it.

mod act;
mod agenda;
mod choose;
mod done;
mod ending;
mod facts;
mod happened;
mod list;
mod meanwhile;
mod parts;
mod session;
mod walk;

use crate::ctx::Ctx;
use crate::desk::known::{self, Narrowed};
use crate::domain::ids::RoleId;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    #[arg(long, value_name = "ROLE", alias = "roll")]
    pub(crate) role: Option<RoleId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    if ctx.can_ask {
        ctx.desk.make_ready()?;
        walk::run(args, ctx)
    } else {
        list::run(args, ctx)
    }
}

/// Whose steps come first, if anybody's; a role that no routine has is refused, or all would seem to be somebody else's.
fn role(args: &Args, ctx: &Ctx) -> Result<Option<RoleId>, Failure> {
    let role = args.role.clone().or_else(|| ctx.role.clone());
    let narrowed = Narrowed {
        role: role.as_ref(),
        ..Narrowed::default()
    };
    ctx.desk
        .read(|reading| known::check(narrowed, reading, ctx))?;
    Ok(role)
}
