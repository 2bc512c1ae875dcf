# Two who act at once: what the first one did.
first-told = { $who }, { $day }: { $what }
told-first-day-untold = Note: When did the child begin there? { $title } → sisam set { $case } --date { $id }=…
told-replaced = Note: this takes the place of what somebody else recorded. { $event }
