"""Keeping the programmes of the product in the tables: a new version for each file that changed."""

from zorgverband.base import clock

from ..content import Standard, standard_programmes
from ..models import Programme, ProgrammeLine, ProgrammeVersion


def keep_standard() -> list[str]:
    """Publish a version of every standard programme whose file changed since the last; answer their
    codes. Harmless to repeat. Run as the owner of the tables, inside a transaction."""
    return [one.code for one in standard_programmes() if _keep(one)]


def _keep(one: Standard) -> bool:
    programme, _new = Programme.objects.get_or_create(code=one.code, neighbourhood=None)
    last = programme.versions.order_by("-number").values("number", "file").first()
    if last is not None and last["file"] == one.digest:
        return False
    now = clock.now()
    version = ProgrammeVersion.objects.create(
        programme=programme, number=last["number"] + 1 if last else 1, title=one.title,
        summary=one.summary, subject=one.subject, review_weeks=one.review_weeks, made_at=now,
        published_at=now, file=one.digest,
    )  # fmt: skip
    ProgrammeLine.objects.bulk_create(ProgrammeLine(version=version, **line) for line in one.lines)
    return True
