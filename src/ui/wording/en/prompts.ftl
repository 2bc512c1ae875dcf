# What is said around questions in a terminal.
prompt-choose = Type a number (1–{ $last })
prompt-choose-many = Type numbers with commas between, or 0 for none
prompt-choose-text = Type one of the options
prompt-choose-many-texts = Type options with commas between, or - for none
prompt-not-a-text = Type one of the options, written out.
prompt-ambiguous = Several fit: { $options }. Type the whole option, or its number if it has one.
prompt-not-a-choice = Type a number between 1 and { $last }.
prompt-yes-no = Type yes or no
prompt-not-yes-no = Type yes or no.
prompt-default = Enter = { $default }
prompt-narrow = type to search
prompt-many = space ticks or unticks, Enter = go on
prompt-arrows = choose with the arrows
prompt-letter = Type a letter
prompt-not-a-letter = Type one of the letters, or what stands after it.
prompt-found = { $typed } · { $count } of { $all }
prompt-none-found = { $typed } · nothing found
prompt-page = { $first }–{ $last } of { $all }
