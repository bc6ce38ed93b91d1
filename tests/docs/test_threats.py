"""Every abuse case of docs/threats.md names tests that are there; and some of those tests."""

import ast
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "threats.md"
CASES = (
    "Ex-partner in the family", "Divorced parents", "Removed member", "Curious professional",
    "Municipality inferring from what is missing", "Coordinator's abuse", "Phishing invitation",
    "Shared tablet", "Deceased client",
)  # fmt: skip
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def faults(text: str) -> list[str]:
    """Cases that are missing or name no test, and tests that are not there."""
    parts = text.split("\n## ")[1:]
    bodies = {part.split("\n", 1)[0]: part for part in parts}
    wrong = [f"{case}: missing" for case in CASES if case not in bodies]
    wrong += [
        f"{case}: no test" for case in CASES if case in bodies and not NAMED.search(bodies[case])
    ]
    for path, name in sorted(set(NAMED.findall(text))):
        if name not in _tests(ROOT / path):
            wrong.append(f"{path}::{name}: not there")
    return wrong


def _tests(path: Path) -> set[str]:
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_abuse_case_names_tests_that_are_there() -> None:
    assert faults(PAGE.read_text()) == []


@pytest.mark.slow
def test_a_case_without_a_test_and_a_test_that_is_not_there_are_found() -> None:
    text = PAGE.read_text()
    before, _, rest = text.partition("\n## Shared tablet")
    later = rest.partition("\n## ")[2]
    assert faults(f"{before}\n## {later}") == ["Shared tablet: missing"]
    assert faults(f"{before}\n## Shared tablet\n\n## {later}") == ["Shared tablet: no test"]
    gone = "tests/docs/test_threats.py::test_nowhere"
    assert faults(f"{text}\n- `{gone}`") == [f"{gone}: not there"]


# --- divorced parents: Marijke has authority over the child, Peter has not (any more)


def _child(cast: Cast) -> None:
    """Make the client of the cast a child of eight."""
    cast.owner.execute(
        "UPDATE people_personal SET birth_date = %s WHERE person_id = %s",
        [date(datetime.now(UTC).year - 8, 1, 1), cast.jannie.person],
    )
    for who in (cast.marijke, cast.peter):
        cast.owner.execute(
            "DELETE FROM sharing_permission WHERE member_id = %s AND about_id = %s",
            [who.member, cast.jannie.member],
        )


def _authority(cast: Cast, parent: Any, until: datetime | None = None) -> None:
    cast.owner.execute(
        "INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at, ends_at) "
        "VALUES (%s, %s, %s, %s, %s, %s)",
        [new_id(), cast.network, cast.jannie.member, parent.member,
         datetime.now(UTC) - timedelta(days=9), until],
    )  # fmt: skip


def _take(cast: Cast, client: Any) -> int:
    at = reverse("make_archive", args=[cast.network])
    words = {"about": str(cast.jannie.member), "key": str(new_id())}
    return int(client.post(at, words).status_code)


def test_a_parent_without_authority_reads_and_takes_nothing_along(
    cast: Cast, client_of: Callable[..., Any]
) -> None:
    _child(cast)
    _authority(cast, cast.marijke)
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    at = reverse("item", args=[cast.network, item])
    assert client_of(cast.marijke).get(at).status_code == 200
    assert _take(cast, client_of(cast.marijke)) == 302
    assert client_of(cast.peter).get(at).status_code == 404
    assert _take(cast, client_of(cast.peter)) == 404


def test_a_parent_whose_authority_ended_reads_nothing_from_that_moment(
    cast: Cast, client_of: Callable[..., Any]
) -> None:
    _child(cast)
    _authority(cast, cast.peter)
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    at, browser = reverse("item", args=[cast.network, item]), client_of(cast.peter)
    assert browser.get(at).status_code == 200
    cast.owner.execute(
        "UPDATE networks_authority SET ends_at = now() WHERE parent_id = %s", [cast.peter.member]
    )
    assert browser.get(at).status_code == 404
    assert _take(cast, browser) == 404
