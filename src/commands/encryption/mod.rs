//! `encrypt` and `decrypt`: the case file's own encryption.

use std::path::PathBuf;

use crate::cli::values;

#[cfg(feature = "encryption")]
mod convert;
#[cfg(feature = "encryption")]
mod new_key;
#[cfg(feature = "encryption")]
pub(crate) use convert::{decrypt, encrypt};

#[cfg(not(feature = "encryption"))]
pub(crate) use cannot::{decrypt, encrypt};

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

#[cfg(not(feature = "encryption"))]
mod cannot {
    //! What this build says.

    use super::{DecryptArgs, EncryptArgs};
    use crate::ctx::Ctx;
    use crate::desk::keys::not_built_in;
    use crate::error::{Failure, Outcome};

    pub(crate) fn encrypt(_: &EncryptArgs, _: &mut Ctx) -> Result<Outcome, Failure> {
        Err(not_built_in())
    }

    pub(crate) fn decrypt(_: &DecryptArgs, _: &mut Ctx) -> Result<Outcome, Failure> {
        Err(not_built_in())
    }
}
