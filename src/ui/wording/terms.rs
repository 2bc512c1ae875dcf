//! Lengths of time in words: "3 månader", "1 arbetsdag".

use super::Words;
use crate::domain::term::{Term, Unit};

impl Words {
    pub(crate) fn term(&self, term: Term) -> String {
        let id = match term.unit() {
            Unit::Day => "term-days",
            Unit::Week => "term-weeks",
            Unit::Month => "term-months",
            Unit::Year => "term-years",
            Unit::Workday => "term-workdays",
            Unit::Schoolday => "term-schooldays",
        };
        self.say(id, &[("count", term.count().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn one_and_many_of_every_unit() {
        let (sv, en) = (Words::new(Language::Swedish), Words::new(Language::English));
        for (term, swedish, english) in [
            ("1 day", "1 dag", "1 day"),
            ("2 weeks", "2 veckor", "2 weeks"),
            ("1 month", "1 månad", "1 month"),
            ("3 months", "3 månader", "3 months"),
            ("2 years", "2 år", "2 years"),
            ("1 workday", "1 arbetsdag", "1 working day"),
            ("10 workdays", "10 arbetsdagar", "10 working days"),
        ] {
            let term = Term::parse(term).unwrap();
            assert_eq!(sv.term(term), swedish);
            assert_eq!(en.term(term), english);
            assert_eq!(Term::parse(&sv.term(term)), Ok(term), "can be typed back");
        }
    }
}
