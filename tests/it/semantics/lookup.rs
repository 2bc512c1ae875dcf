//! What is found by an id is what bears it.

use sisam::routine_file::Library;

#[test]
fn a_step_is_found_with_its_own_phase_and_place() {
    let library = Library::built_in();
    for (_, routine) in library.all() {
        let routine = &routine.unwrap().routine;
        let mut place = 0;
        for phase in &routine.phases {
            for step in &phase.steps {
                assert_eq!(routine.step(&step.id).unwrap().title, step.title);
                assert_eq!(
                    routine.phase_of(&step.id).unwrap().id,
                    phase.id,
                    "{}",
                    step.id
                );
                assert_eq!(routine.position(&step.id), Some(place), "{}", step.id);
                place += 1;
            }
        }
        assert!(place > 1);
        let unknown = "finns-inte".into();
        assert!(routine.phase_of(&unknown).is_none());
        assert_eq!(routine.position(&unknown), None);
    }
}
