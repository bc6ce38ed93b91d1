"""A small, real OpenID Connect provider for tests: discovery, code flow with PKCE, signed tokens.

    provider.says = {"sub": "1", "email": "fatima@voorbeeld.test", "email_verified": True,
                     "acr": "substantial"}

It asks nobody anything: whoever comes is who it `says`.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "zorgverband", "geheim-van-de-proef"


class Provider:
    """What it says of who comes, and what it gave out."""

    def __init__(self) -> None:
        self.says: dict[str, Any] = {}
        self.issuer = ""
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with = self.key
        self._codes: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, dict[str, Any]] = {}

    def discovery(self) -> dict[str, Any]:
        """Where everything is."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """The public key everybody may check tokens with."""
        words = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [words | {"kid": "k", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """The address to go back to, with a code."""
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self._codes[code] = asked
        return asked["redirect_uri"] + "?" + urlencode({"code": code, "state": asked["state"]})

    def token(self, sent: dict[str, str]) -> dict[str, Any] | None:
        """Tokens for a code; None for who is not the client, or came by the code another way."""
        asked = self._codes.pop(sent["code"], None)
        proof = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        right = (
            asked is not None
            and (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
            and sent["redirect_uri"] == asked["redirect_uri"]
            and base64.urlsafe_b64encode(proof).rstrip(b"=").decode() == asked["code_challenge"]
        )
        if not right:
            return None
        access, at = secrets.token_urlsafe(), int(time.time())
        self._tokens[access] = dict(self.says)
        claims = self.says | {"iss": self.issuer, "aud": CLIENT, "iat": at, "exp": at + 60}
        signed = jwt.encode(claims, self.signs_with, algorithm="RS256", headers={"kid": "k"})
        return {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": signed,
        }

    def userinfo(self, access: str) -> dict[str, Any]:
        """What the token gives to read; never the level."""
        return {name: value for name, value in self._tokens[access].items() if name != "acr"}


class _Door(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        """Discovery, keys, signing in, who it is."""
        asked = urlsplit(self.path)
        match asked.path:
            case "/.well-known/openid-configuration":
                self._say(self.provider.discovery())
            case "/keys":
                self._say(self.provider.keys())
            case "/userinfo":
                self._say(self.provider.userinfo(self.headers["Authorization"].split()[1]))
            case "/authorize":
                self.send_response(302)
                self.send_header("Location", self.provider.authorize(_flat(asked.query)))
                self.end_headers()

    def do_POST(self) -> None:
        """Tokens for a code."""
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        answer = self.provider.token(_flat(sent))
        self._say(answer or {"error": "invalid_grant"}, status=200 if answer else 400)

    def _say(self, words: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """Say nothing in the output of the tests."""


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def running() -> Iterator[Provider]:
    """A provider on a free port, for as long as the block lasts."""
    provider = Provider()
    door = type("Door", (_Door,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), door)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
