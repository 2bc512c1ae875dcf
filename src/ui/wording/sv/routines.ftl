# Rutinerna.
