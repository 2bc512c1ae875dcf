//! Why questions at the terminal end early.

use crate::error::Failure;
use crate::ui::prompt::Unasked;

pub(crate) enum Stopped {
    Failure(Failure),
    Unasked(Unasked),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Unasked> for Stopped {
    fn from(unasked: Unasked) -> Self {
        Self::Unasked(unasked)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Failure(failure) => failure,
            Stopped::Unasked(unasked) => unasked.into(),
        }
    }
}
