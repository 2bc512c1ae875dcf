//! `encrypt` and `decrypt`: the case file's own encryption.

use crate::commands::prelude::*;

#[cfg(feature = "encryption")]
mod convert;
#[cfg(feature = "encryption")]
mod new_key;
#[cfg(feature = "encryption")]
pub(crate) use convert::{decrypt, encrypt};

#[cfg(not(feature = "encryption"))]
pub(crate) use {cannot as decrypt, cannot as encrypt};

#[derive(Debug, clap::Args)]
pub(crate) struct EncryptArgs {
    #[arg(long, value_name = "FILE", alias = "ny-nyckelfil", group = "key", value_parser = values::path())]
    new_key_file: Option<PathBuf>,
    #[arg(long, alias = "nyckelring", group = "key")]
    key_ring: bool,
    #[arg(long, aliases = ["lösenfras", "losenfras"], group = "key")]
    passphrase: bool,
    #[arg(long, aliases = ["behåll-kopia", "behall-kopia"])]
    keep_copy: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DecryptArgs {
    #[arg(long, aliases = ["behåll-kopia", "behall-kopia"])]
    keep_copy: bool,
}

/// What this build says.
#[cfg(not(feature = "encryption"))]
pub(crate) fn cannot<A>(_: &A, _: &mut Ctx) -> Attempt {
    Err(keys::not_built_in())
}
