//! The sums over all cases always equal a new count.

use proptest::collection::vec;
use proptest::prelude::*;

use super::rows::any_rows;
use super::samples::{Home, open_case_in, open_with};
use crate::domain::report::{Standing, Totals};
use crate::store::{CaseFile, CaseId, StoreError};

/// Something done to a file.
#[derive(Debug, Clone)]
enum Deed {
    Open(Standing),
    Change(usize, Standing),
    FailAfter(Standing),
}

fn standing() -> impl Strategy<Value = Standing> {
    (any::<bool>(), any::<bool>(), any_rows()).prop_map(|(open, not_in_akt, rows)| Standing {
        open,
        not_in_akt,
        ..open_with(rows)
    })
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        standing().prop_map(Deed::Open),
        (0..4_usize, standing()).prop_map(|(which, standing)| Deed::Change(which, standing)),
        standing().prop_map(Deed::FailAfter),
    ];
    vec(deed, 1..12)
}

pub(in crate::store::tests) fn kept_and_counted(file: &CaseFile) -> (Totals, Totals) {
    file.read(|file| Ok::<_, StoreError>((file.totals()?, file.counted_totals()?)))
        .unwrap()
}

/// The sums as the standings themselves give them.
fn expected(standings: &[Standing]) -> Totals {
    let of_case = |standing: &Standing| Totals::of_case(standing.open, &standing.numbers());
    standings
        .iter()
        .map(of_case)
        .fold(Totals::default(), Totals::plus)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_sums_equal_a_new_count_whatever_is_done(deeds in deeds()) {
        let home = Home::new();
        let mut file = home.write();
        let mut standings: Vec<Standing> = Vec::new();
        for deed in deeds {
            let number = standings.len();
            match deed {
                Deed::Open(standing) => {
                    file.write(|change| open_case_in(change, &format!("c{number}"), &standing)).unwrap();
                    standings.push(standing);
                }
                Deed::Change(which, standing) if which < number => {
                    let id = CaseId(i64::try_from(which).unwrap() + 1);
                    file.write(|change| change.append(id, &[], &standing)).unwrap();
                    standings[which] = standing;
                }
                Deed::Change(..) => {}
                Deed::FailAfter(standing) => {
                    let failed = file.write(|change| {
                        open_case_in(change, "fails", &standing)?;
                        Err::<(), _>(StoreError::Full)
                    });
                    prop_assert_eq!(failed, Err(StoreError::Full));
                }
            }
            let (kept, counted) = kept_and_counted(&file);
            prop_assert_eq!(kept, counted);
            prop_assert_eq!(kept, expected(&standings));
        }
    }
}

#[test]
fn rebuilding_in_the_midst_of_a_change_counts_nothing_twice() {
    let home = Home::new();
    let mut file = home.write();
    file.write(|change| {
        let standing = super::samples::open_with(vec![super::samples::row(0, "2026-12-01")]);
        open_case_in(change, "A", &standing)?;
        change.rebuild_totals()?;
        open_case_in(change, "B", &standing)
    })
    .unwrap();
    let (kept, counted) = kept_and_counted(&file);
    assert_eq!((kept, kept.open_cases), (counted, 2));
}
