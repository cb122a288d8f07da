#!/usr/bin/env bash
# Acknowledges the notice that is due first, and takes every item of it down.
set -euo pipefail
ask() {
  curl -sS --fail-with-body -H "Authorization: Bearer $TONGSHAN_KEY" -H 'Content-Type: application/json' \
    "${@:2}" "$TONGSHAN_URL$1"
}
once() { ask "$1" -H "Idempotency-Key: $2" --retry 5 --retry-all-errors -d "$3"; }

notice=$(ask '/v1/notices?state=served&sort=due&limit=1' | jq -r '.data[0].id')
once "/v1/notices/$notice/acknowledgement" "received-$notice" '{ "reference": "T-1" }' > acknowledged.json
decisions=$(ask "/v1/notices/$notice" | jq '{ decisions: [.items[] | { itemId: .id, outcome: "removed" }] }')
once "/v1/notices/$notice/decisions" "answer-$notice" "$decisions" | jq -r '.number + " " + .state'
