#!/usr/bin/env bash
# Measures how fast sisam is, as ratios to what is beside it in the same run: prints the table that docs/speed.md shows.
# Needs what building needs. Debian's sqlite3, time, valgrind and taskwarrior are used where they are installed; what
# is missing is said, and the rest goes on.
set -euo pipefail
cd "$(dirname "$0")/.."
exec cargo bench --locked --bench compare
