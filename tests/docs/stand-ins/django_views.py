"""Asks the view in Django itself; `zoom` is the program that signs, without its last lines."""

import importlib.util
import json
import sys
import types
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.test import RequestFactory

settings.configure()
snippets = Path(sys.argv[1])


def load(name: str, path: Path) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    with redirect_stdout(StringIO()):
        spec.loader.exec_module(module)
    return module


sys.modules["app"] = types.ModuleType("app")
sys.modules["app"].__path__ = []
load("app.zoom", snippets / "python/sign.py")
views = load("app.views", snippets / "django/views.py")

request = RequestFactory().post(
    "/", json.dumps({"meetingNumber": "845 1236 7890"}), content_type="application/json"
)
request.user = types.SimpleNamespace(is_authenticated=True)
print(views.zoom_signature(request).content.decode())
