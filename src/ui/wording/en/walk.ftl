# The walk.
