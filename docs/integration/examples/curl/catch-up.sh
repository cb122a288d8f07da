#!/usr/bin/env bash
# Prints every event since the last run, one a line. cursor.txt is where it stopped.
set -euo pipefail
while :; do
  after=$(cat cursor.txt 2> cursor.log || true)
  page=$(curl -sS --fail-with-body -G -H "Authorization: Bearer $TONGSHAN_KEY" "$TONGSHAN_URL/v1/events" \
    -d limit=200 ${after:+--data-urlencode "after=$after"})
  jq -r '.data[] | .type + " " + .data.matter.id' <<< "$page"
  jq -r '.data[-1].cursor // empty' <<< "$page" > cursor.new
  [[ -s cursor.new ]] && mv cursor.new cursor.txt
  [[ $(jq .next <<< "$page") == null ]] && break
done
