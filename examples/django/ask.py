"""Asks the endpoint without a server; prints the status and, of a 200, the body."""

import json
import sys

import django
import project  # its settings and URLs
from django.test import Client

django.setup()
session, number = sys.argv[1:]
answer = Client().post(
    "/signature",
    json.dumps({"meetingNumber": number, "role": 1}),
    content_type="application/json",
    HTTP_AUTHORIZATION=f"Bearer {session}",
)
body = answer.json() if answer.status_code == 200 else {}
print(json.dumps({"status": answer.status_code, **body}))
