"""Background work around the log: sealing its chains, marking what is unusual, the weekly code."""

from django.conf import settings
from procrastinate.contrib.django import app

from .actions.mark_looks import mark_looks
from .actions.tell_code import tell_codes
from .sealing.seal import seal


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="privacy.seal_log")  # type: ignore[untyped-decorator]
def seal_log(timestamp: int) -> None:
    """Every ten minutes: sign how far every chain came; what was cut off before that is lost."""
    seal(folder=settings.DATA)


@app.periodic(cron="40 4 * * *")  # type: ignore[untyped-decorator]
@app.task(name="privacy.mark_looks")  # type: ignore[untyped-decorator]
def mark_unusual(timestamp: int) -> None:
    """Every night: put what the rules mark in the queue of the data-protection officers."""
    mark_looks()


@app.periodic(cron="10 8 * * 1")  # type: ignore[untyped-decorator]
@app.task(name="privacy.tell_codes")  # type: ignore[untyped-decorator]
def tell_weekly_codes(timestamp: int) -> None:
    """Every Monday morning: give each client the code of the log."""
    tell_codes()
