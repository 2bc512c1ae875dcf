//! A routine's parsed form, which a case file keeps beside the routine's text: reading the text takes longer than the rest
//! of most commands. It is JSON without what is `None`.

use serde_json::Value;

use super::can_be_planned;
use crate::domain::routine::Routine;

/// The form of a case's routine; `None` where it would not give the same routine again.
pub fn form_of(routine: &Routine) -> Option<String> {
    let mut form = serde_json::to_value(routine).ok()?;
    leave_out_nulls(&mut form);
    let form = form.to_string();
    (routine_of_form(&form).as_ref() == Some(routine)).then_some(form)
}

/// The routine of a form; `None` where it is none. Whoever made the file may have written any form into it: then this is
/// another routine than the text's, as `doctor` tells, but one that can be planned.
pub fn routine_of_form(form: &str) -> Option<Routine> {
    serde_json::from_str(form).ok().filter(can_be_planned)
}

fn leave_out_nulls(form: &mut Value) {
    match form {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_nulls),
        _ => {}
    }
}
