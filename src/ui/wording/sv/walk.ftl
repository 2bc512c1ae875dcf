# Genomgången.
