"""Taking a record along, through the front door: what is in it, for whom, and that it is noted."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.doors.world import add
from tests.visitor import signed_in
from zorgverband.base.ids import new_id
from zorgverband.export.models import Taking
from zorgverband.sharing.models import Attachment, Reply
from zorgverband.sharing.subjects import Subject

ClientOf = Callable[..., Any]


def ask(cast: Cast, client: Any, about: UUID | None = None) -> Any:
    page = reverse("make_archive", args=[cast.network])
    key = {"Idempotency-Key": str(new_id())}
    return client.post(page, {"about": str(about or "")}, headers=key)


def newest(cast: Cast, who: Somebody) -> Taking:
    found = Taking.objects.using("owner").filter(network_id=cast.network, person_id=who.person)
    row = found.order_by("-asked_at").first()
    assert row is not None
    return row


def taken(cast: Cast, client: Any, who: Somebody, about: UUID | None = None) -> zipfile.ZipFile:
    """The archive, after asking for it."""
    assert ask(cast, client, about).status_code == 302
    answer = client.get(reverse("download_taking", args=[cast.network, newest(cast, who).id]))
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def facts(archive: zipfile.ZipFile) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(archive.read("gegevens.json"))
    return found


def ids(archive: zipfile.ZipFile) -> set[str]:
    return {item["id"] for item in facts(archive)["items"]}


def test_a_client_takes_along_what_is_about_them_and_what_they_wrote_and_nothing_else(
    cast: Cast, client_of: ClientOf
) -> None:
    mine = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    ours = cast.item(about=cast.network, subject=Subject.HOME, author=cast.ria)
    wrote = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.jannie)
    theirs = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke)
    inside = new_id()
    cast.owner.execute(
        "INSERT INTO sharing_compartment (id, network_id, created_at, made_by_id) "
        "VALUES (%s, %s, now(), %s)", [inside, cast.network, cast.anouk.person],
    )  # fmt: skip
    hidden = cast.item(about=cast.jannie, subject=Subject.PEOPLE, author=cast.anouk,
                       compartment_id=inside)  # fmt: skip
    found = ids(taken(cast, client_of(cast.jannie), cast.jannie))
    assert {str(one) for one in (mine, ours, wrote)} == found
    assert not {str(theirs), str(hidden)} & found


def test_the_archive_holds_a_document_data_files_the_log_and_checksums_that_fit(
    cast: Cast, client_of: ClientOf
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima,
                     title="#strong[Wond] @x", body="Eerste regel\n= geen kop")  # fmt: skip
    add(Reply(network_id=cast.network, item_id=item, author_id=cast.anouk.person,
              author_member_id=cast.anouk.member, body="Ik kom.",
              created_at=datetime.now(UTC)))  # fmt: skip
    place = default_storage.save("export/test.pdf", ContentFile(b"%PDF-1.4 brief"))
    add(Attachment(network_id=cast.network, item_id=item, name="brief.pdf", size=14,
                   content_type="application/pdf", stored_as=place))  # fmt: skip
    client_of(cast.marijke).get(reverse("item", args=[cast.network, item]))
    archive = taken(cast, client_of(cast.jannie), cast.jannie)
    assert archive.testzip() is None
    lines = archive.read("SHA256SUMS").decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert sums == {
        name: hashlib.sha256(archive.read(name)).hexdigest()
        for name in archive.namelist()
        if name != "SHA256SUMS"
    }
    assert set(sums) == {
        "dossier.pdf", "gegevens.json", "wie-heeft-gekeken.csv", "bijlagen/0001 brief.pdf",
    }  # fmt: skip
    assert archive.read("bijlagen/0001 brief.pdf") == b"%PDF-1.4 brief"
    pdf = archive.read("dossier.pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"StructTreeRoot" in pdf
    told = facts(archive)
    assert told["items"][0]["replies"][0]["text"] == "Ik kom."
    assert "Marijke de Wit" in {look["name"] for look in told["log"]}
    assert "Marijke de Wit" in archive.read("wie-heeft-gekeken.csv").decode()


def test_who_represents_a_client_takes_exactly_the_subjects_they_represent(
    cast: Cast, client_of: ClientOf
) -> None:
    health = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    money = cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.jannie)
    own = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke)
    ours = cast.item(about=cast.network, subject=Subject.HOME, author=cast.ria)
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (%s, %s, %s, %s, 'authorisation', '', %s, now())",
        [new_id(), cast.network, cast.jannie.member, cast.marijke.member, [Subject.HEALTH.value]],
    )
    browser = client_of(cast.marijke)
    assert ids(taken(cast, browser, cast.marijke, cast.jannie.member)) == {str(health)}
    assert ids(taken(cast, browser, cast.marijke, cast.marijke.member)) == {str(own)}
    assert not {money, ours} & {health, own}


def test_who_may_not_take_a_record_along_gets_nothing(cast: Cast, client_of: ClientOf) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    page = reverse("take_along", args=[cast.network])
    assert client_of(cast.fatima).get(page).status_code == 403
    assert ask(cast, client_of(cast.linda), cast.jannie.member).status_code == 403
    assert ask(cast, client_of(cast.marijke), cast.jannie.member).status_code == 404
    ask(cast, client_of(cast.jannie))
    address = reverse("download_taking", args=[cast.network, newest(cast, cast.jannie).id])
    assert client_of(cast.marijke).get(address).status_code == 404
    assert client_of(cast.jannie).get(address).status_code == 200


def test_what_is_taken_along_stands_in_the_access_log(cast: Cast, client_of: ClientOf) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    client = client_of(cast.jannie)
    ask(cast, client)
    count = "SELECT count(*) FROM journal_look WHERE action = 'E' AND %s = ANY (items)"
    assert cast.owner.execute(count, [item]).fetchone() == (0,)
    client.get(reverse("download_taking", args=[cast.network, newest(cast, cast.jannie).id]))
    assert cast.owner.execute(count, [item]).fetchone() == (1,)


def test_after_a_day_it_is_offered_no_more(cast: Cast, client_of: ClientOf) -> None:
    client = client_of(cast.jannie)
    ask(cast, client)
    row = newest(cast, cast.jannie)
    address = reverse("download_taking", args=[cast.network, row.id])
    assert client.get(address).status_code == 200
    Taking.objects.using("owner").filter(id=row.id).update(
        asked_at=datetime.now(UTC) - timedelta(hours=24)
    )
    assert client.get(address).status_code == 404


def test_who_did_not_show_lately_that_it_is_them_is_asked_first(
    cast: Cast, client_of: ClientOf
) -> None:
    late = signed_in(cast.jannie.person, proven=601)
    assert ask(cast, late).status_code == 403
    assert not Taking.objects.using("owner").filter(network_id=cast.network).exists()
    ask(cast, client_of(cast.jannie))
    address = reverse("download_taking", args=[cast.network, newest(cast, cast.jannie).id])
    assert late.get(address).headers["Location"].startswith(reverse("step_up"))


def test_the_client_sees_that_somebody_took_their_record_along(
    cast: Cast, client_of: ClientOf
) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (%s, %s, %s, %s, 'authorisation', '', %s, now())",
        [new_id(), cast.network, cast.jannie.member, cast.marijke.member, [Subject.HEALTH.value]],
    )
    page = reverse("who_looked", args=[cast.network])
    before = client_of(cast.jannie).get(page).content.decode()
    assert "am gegevens mee over gezondheid" not in before
    taken(cast, client_of(cast.marijke), cast.marijke, cast.jannie.member)
    after = client_of(cast.jannie).get(page).content.decode()
    assert "am gegevens mee over gezondheid" in after
    assert cast.marijke.name in after
