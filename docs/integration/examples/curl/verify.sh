#!/usr/bin/env bash
# verify.sh WEBHOOK-ID WEBHOOK-TIMESTAMP WEBHOOK-SIGNATURE < body   exit code 1: not genuine
set -euo pipefail
id=$1 timestamp=$2 signatures=$3
age=$(( ${NOW:-$(date +%s)} - timestamp ))
((age <= 300 && age >= -300)) || { echo 'too old or too new' >&2; exit 1; }
key=$(printf %s "${TONGSHAN_WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
ours=$({ printf '%s.%s.' "$id" "$timestamp"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
for signature in $signatures; do
  [[ $signature == "v1,$ours" ]] && { echo genuine; exit 0; }
done
echo 'no signature fits' >&2
exit 1
