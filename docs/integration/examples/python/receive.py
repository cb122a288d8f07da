import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

from standardwebhooks.webhooks import Webhook  # pip install standardwebhooks

webhook = Webhook(os.environ["TONGSHAN_WEBHOOK_SECRET"])
# in production: a column with a unique constraint, which survives a restart
seen, lock = set(), Lock()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            event = webhook.verify(body, dict(self.headers))
        except Exception:  # also for headers that are missing or cannot be read
            return self.answer(401)
        with lock:
            known = self.headers["webhook-id"] in seen
            seen.add(self.headers["webhook-id"])
        self.answer(208 if known else 204)
        if not known:
            print(event["type"], event["data"]["url"], flush=True)  # your own work, after the answer

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("", int(os.environ.get("PORT", "8080"))), Receiver).serve_forever()
