"""The pages on a clock that a test sets: the moment stands in a file beside the mails of the site.

    granian tests.clocked:application

Only for running processes of tests: within one process `clock.at` does the same.
"""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from zorgverband.base import clock
from zorgverband.config.wsgi import application as pages

FILE = "moment"
# Seconds. Whoever is signed in stays so, however far the clock is set.
LONG = 100 * 24 * 3600
settings.SESSION_COOKIE_AGE = LONG


def set_moment(folder: Path, moment: datetime) -> None:
    """From the next request on it is this moment for the pages that run in `folder`."""
    new = folder / f"{FILE}.new"
    new.write_text(moment.isoformat())
    new.replace(folder / FILE)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the real entrance does, at the moment that was set; else now."""
    file = Path(os.environ["ZV_DATA"]) / FILE
    moment = datetime.fromisoformat(file.read_text()) if file.exists() else clock.now()
    with clock.at(moment):
        answer: Iterable[bytes] = pages(environ, start_response)
    return answer
