# The routines.
