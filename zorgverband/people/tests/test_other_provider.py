"""The same against a provider others wrote: the npm package oidc-provider, when it is there.

npm install --prefix var/node oidc-provider
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import requests
from django.test import Client
from django.urls import reverse

from tests import oidc
from tests.cast import Cast
from tests.database import ROOT

from .test_provider import TO, claims, configure, news, said

SCRIPT = ROOT / "tests" / "oidc_provider.mjs"
MODULES = Path(os.environ.get("ZV_TEST_NODE", ROOT / "var" / "node")) / "node_modules"

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (MODULES / "oidc-provider").is_dir(),
    reason="the npm package oidc-provider is not installed",
)


class Elsewhere:
    """The provider, running; `says` is who it signs in."""

    def __init__(self, issuer: str, file: Path) -> None:
        self.issuer, self._file = issuer, file

    def say(self, who: dict[str, Any]) -> None:
        """From here whoever comes is this one."""
        self._file.write_text(json.dumps(who))


@pytest.fixture
def elsewhere(settings: Any, tmp_path: Path) -> Iterator[Elsewhere]:
    settings.SECOND_FACTOR = True
    file = tmp_path / "says.json"
    environment = dict(os.environ) | {"MODULES": str(MODULES), "SAYS": str(file),
                   "CLIENT": oidc.CLIENT, "SECRET": oidc.SECRET}  # fmt: skip
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            ["node", str(SCRIPT)], env=environment, stdout=subprocess.PIPE, stderr=log
        )
    assert process.stdout
    port = process.stdout.readline().decode().strip()
    assert port, (tmp_path / "log").read_text()
    there = Elsewhere(f"http://127.0.0.1:{port}", file)
    configure(settings, there.issuer)
    yield there
    process.kill()
    process.wait()
    process.stdout.close()


def come(client: Client) -> Any:
    """Press the button, follow the provider through its pages as a browser does, come back."""
    there = client.post(reverse("openid_connect_login", kwargs=TO))
    address = there.headers["Refresh"].removeprefix("0; url=")
    with requests.Session() as browser:
        for _step in range(9):
            answer = browser.get(address, allow_redirects=False, timeout=9)
            address = urljoin(address, answer.headers["Location"])
            if address.startswith("http://testserver/"):
                return client.get(address.removeprefix("http://testserver"))
    raise AssertionError(f"it never came back: {address}")


def test_a_nurse_comes_in_with_the_level_her_work_asks(cast: Cast, elsewhere: Elsewhere) -> None:
    elsewhere.say(claims(cast.fatima, acr="substantial"))
    client = Client()
    come(client)
    assert client.get(news(cast)).status_code == 200


def test_with_less_she_is_sent_back_with_a_sentence(cast: Cast, elsewhere: Elsewhere) -> None:
    elsewhere.say(claims(cast.fatima, acr="low"))
    client = Client()
    come(client)
    assert "niet zeker genoeg" in said(client)
    assert client.get(news(cast)).status_code == 302


def test_whom_we_do_not_know_stays_outside(cast: Cast, elsewhere: Elsewhere) -> None:
    elsewhere.say(claims(cast.fatima, email="niemand@voorbeeld.test"))
    client = Client()
    come(client)
    assert "Wij kennen u hier nog niet" in said(client)
