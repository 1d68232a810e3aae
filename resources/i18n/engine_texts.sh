#!/bin/bash
# Prints what the engine declares for people (titles, meanings, units) as C++ that lupdate reads, from what
#   engine_texts.sh PROGRAM
# lists. The declarations stay the only place where these texts stand.
set -euo pipefail
string='"([^"\\]|\\.)*"'
echo '// Made by resources/i18n/engine_texts.sh.'
for list in layers initializers losses metrics optimizers schedules regularizers clipping settings sources projects blocks; do
    "$1" list "$list" --json
done | grep -oE "\"(title|meaning|help|unit|category|number)\":$string|\"choice_meanings\":\[[^]]*\]" |
    sed -E 's/^"[a-z_]+"://' | grep -oE "$string" | grep -E '[[:alpha:]]' | sort -u |
    sed -E 's/.*/QT_TRANSLATE_NOOP("Engine", &)/'
