"""A signature endpoint in Django, as one file: `python3 project.py runserver`."""

import json
import os
import re
import sys

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from zoom import sign_meeting

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1", "localhost", "testserver"],
        ROOT_URLCONF=__name__,
        SECRET_KEY=os.environ.get("DJANGO_SECRET_KEY", "only-for-this-example"),
    )

# Stands for your own users: who is signed in, and which meetings are theirs to host.
SESSIONS = {"ann-7f3a": {"84512367890"}, "bob-91c2": set()}


def read_number(body: bytes) -> str:
    try:
        number = re.sub(r"[ -]", "", json.loads(body)["meetingNumber"])
    except (ValueError, KeyError, TypeError):
        raise BadRequest("no meetingNumber") from None
    if not re.fullmatch(r"\d{9,11}", number, re.ASCII):
        raise BadRequest("meetingNumber is not a meeting number")
    return number


@csrf_exempt  # No cookie is looked at; with Django's own sessions leave this line out.
@require_POST
def signature(request):
    hosts = SESSIONS.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
    if hosts is None:
        return JsonResponse({"code": "endpoint-no-authentication"}, status=401)
    number = read_number(request.body)
    # The role is looked up here; that the page asks for it counts for nothing.
    role = 1 if number in hosts else 0
    key, secret = os.environ["ZOOM_MEETING_SDK_KEY"], os.environ["ZOOM_MEETING_SDK_SECRET"]
    return JsonResponse({"signature": sign_meeting(key, secret, number, role)})


urlpatterns = [path("signature", signature)]

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
