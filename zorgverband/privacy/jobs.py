"""Background work around the log: sealing its chains."""

from django.conf import settings
from procrastinate.contrib.django import app

from .sealing.seal import seal


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="privacy.seal_log")  # type: ignore[untyped-decorator]
def seal_log(timestamp: int) -> None:
    """Every ten minutes: sign how far every chain came; what was cut off before that is lost."""
    seal(folder=settings.DATA)
