//! The settings of a case file that people set: their names, values and what they mean.

/// Who holds the file: which rules of destruction apply.
pub(crate) const HOLDER: &str = "holder";
/// The holder whose files have the access log on.
pub(crate) const SOCIAL_SERVICES: &str = "socialnamnd";
/// Whether it is logged who opens which case.
pub(crate) const ACCESS_LOG: &str = "access_log";
/// The value of a setting that is switched on.
pub(crate) const ON: &str = "on";

/// A setting that people set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownSetting {
    /// Its name.
    pub(crate) key: &'static str,
    /// The message that says what it is.
    pub(crate) meaning: &'static str,
    /// Its values and the messages that say what each means.
    pub(crate) values: &'static [(&'static str, &'static str)],
    /// The message that says what holds while it is not set.
    pub(crate) unset: &'static str,
}

/// All there are. What the program keeps for itself is not among them.
pub(crate) const KNOWN: [KnownSetting; 2] = [
    KnownSetting {
        key: HOLDER,
        meaning: "setting-holder",
        values: &[
            (SOCIAL_SERVICES, "holder-social-services"),
            ("skola", "holder-school"),
            ("annan", "holder-other"),
        ],
        unset: "setting-holder-unset",
    },
    KnownSetting {
        key: ACCESS_LOG,
        meaning: "setting-access-log",
        values: &[(ON, "access-log-on"), ("off", "access-log-off")],
        unset: "setting-access-log-unset",
    },
];
