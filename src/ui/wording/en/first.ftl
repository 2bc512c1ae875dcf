# Two who act at once: what the first one did.
first-told = { $who }, { $day }: { $what }
told-replaced = Note: this takes the place of what somebody else recorded. { $event }
