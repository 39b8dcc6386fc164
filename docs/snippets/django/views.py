import json
import os

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .zoom import sign_meeting


@login_required
@require_POST
def zoom_signature(request):
    number = str(json.loads(request.body)["meetingNumber"])
    key = os.environ["ZOOM_MEETING_SDK_KEY"]
    secret = os.environ["ZOOM_MEETING_SDK_SECRET"]
    return JsonResponse({"signature": sign_meeting(key, secret, number, 0)})
