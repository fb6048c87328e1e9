#!/bin/sh
# Where do the tests keep their files? They make thousands of small repositories and would wait for
# the disk half the time. Prints a folder in memory that has room for them and may hold programs;
# prints nothing where there is none, or where TMPDIR says where to.
[ -z "${TMPDIR:-}" ] || exit 0
free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
[ "${free:-0}" -gt 2000000 ] || exit 0
trial=$(mktemp /dev/shm/trial.XXXXXX 2>/dev/null) || exit 0
printf '#!/bin/sh\n' >"$trial" && chmod +x "$trial" && "$trial" 2>/dev/null && echo /dev/shm
rm -f "$trial"
