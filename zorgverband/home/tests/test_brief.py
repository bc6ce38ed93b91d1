"""'In het kort' says when a client was born, to who may write about their health and to nobody else."""

import json
from typing import Any

from django.db import connection
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.sharing.subjects import MEDICAL

BORN = "Jannie de Wit is geboren op 14 maart 1942."


def test_the_birth_date_is_there_for_who_writes_about_health(cast: Cast, client_of: Any) -> None:
    at = reverse("brief", args=[cast.network])
    for who in (cast.anouk, cast.fatima, cast.jannie):
        # On the page, and in the text for one's own record.
        assert client_of(who).get(at).content.decode().count(BORN) == 2
    for who in (cast.linda, cast.ria):
        assert "geboren op" not in client_of(who).get(at).content.decode()
    assert born(cast, cast.linda) == {}
    assert len(born(cast, cast.anouk)) == 1
    for subject in MEDICAL:
        cast.permit(cast.anouk, subject, about=cast.jannie)
    assert BORN not in client_of(cast.anouk).get(at).content.decode()
    assert cast.other
    assert born(cast, cast.other.bart) == {}


def born(cast: Cast, who: Somebody) -> dict[str, str]:
    """What the function says of the network of the cast, asked past every page."""
    with inside(who.person, [cast.network]), connection.cursor() as cursor:
        cursor.execute("SELECT privacy.births(%s)", [cast.network])
        return dict(json.loads(cursor.fetchone()[0]))
