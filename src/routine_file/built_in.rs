//! The routines that come with the program.

macro_rules! built_in {
    ($($id:literal)*) => {
        pub(super) const BUILT_IN: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../routines/", $id, ".toml")))),*
        ];
    };
}

built_in! { "nacka" "sisam" "sams" "soderkoping" "skolfranvaro" "bbic-flode" }
