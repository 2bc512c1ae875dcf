# Två som gör något samtidigt: vad den första gjorde.
first-told = { $who }, { $day }: { $what }
told-first-day-untold = Obs: När började barnet där? { $title } → sisam sätt { $case } --datum { $id }=…
told-replaced = Obs: ersätter det som någon annan registrerat. { $event }
