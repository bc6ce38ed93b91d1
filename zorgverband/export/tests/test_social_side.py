"""What is medical changes no byte of an archive that somebody on the social side takes along."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.export.archive import write_archive
from zorgverband.export.contents import gather
from zorgverband.sharing.subjects import Subject

MOMENT = datetime(2026, 11, 20, 9, 40, tzinfo=UTC)


def archive(cast: Cast, who: str) -> bytes:
    """The whole file that this person would take along about the client, made at one moment."""
    out = io.BytesIO()
    somebody = cast.people[who]
    with clock.at(MOMENT), inside(somebody.person, [cast.network]) as viewer:
        seat = viewer.seat(cast.network)
        contents = gather(seat=seat, person=somebody.person, about=cast.jannie.member)
        write_archive(out, contents)
    return out.getvalue()


@pytest.fixture
def represented(cast: Cast) -> Cast:
    """Linda of the municipality represents the client, for money and on paper for health too."""
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (%s, %s, %s, %s, 'administration', '', %s, %s)",
        [new_id(), cast.network, cast.jannie.member, cast.linda.member,
         [Subject.MONEY.value, Subject.HEALTH.value], timezone.now() - timedelta(days=1)],
    )  # fmt: skip
    cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.linda, title="Rekening")
    return cast


def test_an_archive_of_the_social_side_is_the_same_with_and_without_what_is_medical(
    represented: Cast,
) -> None:
    cast = represented
    before = archive(cast, "linda"), archive(cast, "jannie")
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, title="Wond")
    after = archive(cast, "linda"), archive(cast, "jannie")
    assert after[0] == before[0]
    # The control: who may read it, gets another file.
    assert after[1] != before[1]


def test_what_is_not_medical_does_change_it(represented: Cast) -> None:
    before = archive(represented, "linda")
    represented.item(about=represented.jannie, subject=Subject.MONEY, author=represented.ria)
    assert archive(represented, "linda") != before
