"""Beginning plans with programmes in tests: the addresses, and the lines of a standard programme."""

from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast
from zorgverband.programmes.models import ProgrammeLine, ProgrammeVersion
from zorgverband.sharing.subjects import Subject


def standard(code: str) -> UUID:
    """The newest standard version of this programme."""
    rows = ProgrammeVersion.objects.using("owner").filter(
        programme__code=code, programme__neighbourhood=None
    )
    return UUID(str(rows.order_by("-number").values_list("id", flat=True)[0]))


def line_of(version: UUID, kind: str, code: str) -> ProgrammeLine:
    """One line of a version."""
    return ProgrammeLine.objects.using("owner").get(version_id=version, kind=kind, code=code)


def at(name: str, cast: Cast, **parts: Any) -> str:
    """The address of a page in the network of the cast."""
    return reverse(name, kwargs={"network_id": cast.network} | parts)


def pick(client: Any, cast: Cast, version: UUID, *lines: ProgrammeLine, **typed: Any) -> Any:
    """Post these lines, with what else was filled in."""
    return client.post(
        at("proposal_lines", cast, version_id=version),
        {"key": uuid4().hex, "about": str(cast.jannie.member),
         "line": [str(one.id) for one in lines]} | typed,
    )  # fmt: skip


def let_write(cast: Cast, *subjects: Subject) -> None:
    """Let the coordinator read and write about these subjects too, and the daughter read them."""
    for subject in subjects:
        cast.permit(cast.hanneke, subject, about=cast.jannie, read=True, write=True, past=True)
        cast.permit(cast.marijke, subject, about=cast.jannie, read=True, write=True, past=True)
