import base64
import hashlib
import hmac
import json
import re
import time


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sign_meeting(key: str, secret: str, number: str, role: int) -> str:
    iat = int(time.time()) - 60
    exp = iat + 7200
    header = {"alg": "HS256", "typ": "JWT"}
    claims = {
        "appKey": key,
        "sdkKey": key,
        "mn": re.sub(r"\D", "", number),
        "role": role,
        "iat": iat,
        "exp": exp,
        "tokenExp": exp,
    }
    text = base64url(json.dumps(header).encode()) + "." + base64url(json.dumps(claims).encode())
    mac = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return text + "." + base64url(mac)
