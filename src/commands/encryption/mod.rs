//! `encrypt` and `decrypt`: the case file's own encryption.

use std::path::PathBuf;

#[cfg(feature = "encryption")]
mod decrypt;
#[cfg(feature = "encryption")]
mod encrypt;
#[cfg(feature = "encryption")]
mod new_key;
#[cfg(feature = "encryption")]
mod told;

#[cfg(feature = "encryption")]
pub(crate) use {decrypt::run as decrypt, encrypt::run as encrypt};

#[cfg(not(feature = "encryption"))]
pub(crate) use cannot::{decrypt, encrypt};

/// What `encrypt` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct EncryptArgs {
    /// Keep the new key in this file.
    #[arg(long, value_name = "FILE", alias = "ny-nyckelfil", group = "key")]
    new_key_file: Option<PathBuf>,
    /// Keep the new key in the key ring.
    #[arg(long, alias = "nyckelring", group = "key")]
    key_ring: bool,
    /// Ask for a passphrase.
    #[arg(long, aliases = ["lösenfras", "losenfras"], group = "key")]
    passphrase: bool,
    /// Leave a copy of the file as it was.
    #[arg(long, aliases = ["behåll-kopia", "behall-kopia"])]
    keep_copy: bool,
}

/// What `decrypt` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct DecryptArgs {
    /// Leave a copy of the file as it was.
    #[arg(long, aliases = ["behåll-kopia", "behall-kopia"])]
    keep_copy: bool,
}

#[cfg(not(feature = "encryption"))]
mod cannot {
    //! What this build says.

    use super::{DecryptArgs, EncryptArgs};
    use crate::commands::support::keys::not_built_in;
    use crate::ctx::Ctx;
    use crate::error::{Failure, Outcome};

    /// Says which build can.
    pub(crate) fn encrypt(_: &EncryptArgs, _: &mut Ctx) -> Result<Outcome, Failure> {
        Err(not_built_in())
    }

    /// Says which build can.
    pub(crate) fn decrypt(_: &DecryptArgs, _: &mut Ctx) -> Result<Outcome, Failure> {
        Err(not_built_in())
    }
}
