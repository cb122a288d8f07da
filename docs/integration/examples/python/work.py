import json
import os
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

base, key = os.environ["TONGSHAN_URL"], os.environ["TONGSHAN_KEY"]


def ask(path, body=None, once=None):
    """GET, or POST where there is a body; `once` names the act, so that sent twice it is done once."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    if once:
        headers["Idempotency-Key"] = once
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(base + path, data, headers), timeout=30) as answer:
        return json.load(answer)


def pages(path, **query):
    while True:
        page = ask(f"{path}?{urlencode(query)}")
        yield from page["data"]
        if page["next"] is None:
            return
        query["after"] = page["next"]


for waiting in pages("/v1/notices", state="served", sort="due"):
    notice = f"/v1/notices/{waiting['id']}"
    ask(f"{notice}/acknowledgement", {"reference": "T-1"}, once=f"received-{waiting['id']}")
    decisions = [{"itemId": item["id"], "outcome": "removed"} for item in ask(notice)["items"]]
    answered = ask(f"{notice}/decisions", {"decisions": decisions}, once=f"answer-{waiting['id']}")
    print(answered["number"], answered["state"])

cursor = Path("cursor.txt")
start = {"after": cursor.read_text()} if cursor.exists() else {}
for event in pages("/v1/events", **start):
    print(event["type"], event["data"]["matter"]["id"])
    cursor.write_text(event["cursor"])
