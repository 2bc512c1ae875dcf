//! Where a new key comes from and where it is kept.

use crate::commands::prelude::*;
use crate::desk::keys::{keep_from_dumps, passphrase, random};
use crate::store::Key;
use crate::ui::prompt::NOTHING;

use super::EncryptArgs;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Keeper {
    File(PathBuf),
    /// In the key file that was named for opening: it is there already.
    Named(PathBuf),
    Ring,
    Head,
}

impl Keeper {
    /// What was said on the command line, else asked.
    pub(super) fn chosen(args: &EncryptArgs, ctx: &mut Ctx, is_encrypted: bool) -> Attempt<Self> {
        if let Some(file) = &args.new_key_file {
            return Ok(Self::File(file.clone()));
        }
        if args.key_ring {
            return Ok(Self::Ring);
        }
        if let Some(file) = ctx
            .desk
            .key_file
            .as_ref()
            .filter(|_| !is_encrypted && !args.passphrase)
        {
            return Ok(Self::Named(file.clone()));
        }
        if !ctx.can_ask {
            let missing = match args.passphrase {
                true => Message::from("passphrase-needs-terminal"),
                false => Message::from("encrypt-key-missing"),
            };
            return Err(Failure::refused(missing).hint("hint-encrypt-key"));
        }
        if args.passphrase {
            return Ok(Self::Head);
        }
        Self::asked(ctx)
    }

    fn asked(ctx: &mut Ctx) -> Attempt<Self> {
        let options = [
            ctx.say("encrypt-with-passphrase"),
            ctx.say("encrypt-with-ring"),
            ctx.say("encrypt-with-file"),
        ];
        let question = ctx.say("encrypt-how");
        match ctx.prompt.select(&question, &options, NOTHING)? {
            0 => Ok(Self::Head),
            1 => Ok(Self::Ring),
            _ => {
                let words = std::rc::Rc::clone(&ctx.words);
                let question = words.say("encrypt-which-file");
                let check = |typed: &str| match typed {
                    "" => Err(words.say("prompt-empty")),
                    typed => values::names_a_file(typed.into())
                        .map(drop)
                        .map_err(|bad| bad.failure().in_words(&words)),
                };
                let name = ctx.prompt.text(&question, None, &check)?;
                Ok(Self::File(name.into()))
            }
        }
    }

    /// Makes a key and keeps it: when this comes back it can be had again.
    pub(super) fn make(&self, ctx: &mut Ctx) -> Attempt<Key> {
        keep_from_dumps();
        match self {
            Self::Head => passphrase::ask_for_new(ctx, random()?),
            Self::Named(path) => keys::read_file(path),
            Self::File(path) => {
                let key = Key::new(random()?, random()?);
                keys::make_file(path, &key)?;
                ctx.desk.tell_made(path)?;
                Ok(key)
            }
            Self::Ring => {
                let key = Key::new(random()?, random()?);
                keys::ring_put(&key).map_err(|fault| {
                    Failure::refused("key-ring-not-kept")
                        .because(fault)
                        .hint("hint-encrypt-key")
                })?;
                Ok(key)
            }
        }
    }

    pub(super) fn read_back(&self, key: &Key) -> Attempt<Key> {
        let lost = |fault: Message| Failure::refused("key-ring-not-kept").because(fault);
        match self {
            Self::Head => Ok(key.clone()),
            Self::Named(path) | Self::File(path) => keys::read_file(path),
            Self::Ring => match keys::ring_get(key.salt()) {
                Ok(Some(kept)) => Ok(kept),
                Ok(None) => Err(lost(keys::RING_SILENT.into())),
                Err(fault) => Err(lost(fault)),
            },
        }
    }

    /// Where a key that was made lies, though nothing may have been encrypted with it. It is never taken away again.
    pub(super) fn stays(&self) -> Option<Message> {
        match self {
            Self::File(path) => Some(message!("key-stays", file = path)),
            Self::Ring => Some(Message::from("key-stays-in-ring")),
            Self::Head | Self::Named(_) => None,
        }
    }
}
