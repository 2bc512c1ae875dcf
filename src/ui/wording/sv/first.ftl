# Två som gör något samtidigt: vad den första gjorde.
first-told = { $who }, { $day }: { $what }
told-replaced = Obs: ersätter det som någon annan registrerat. { $event }
