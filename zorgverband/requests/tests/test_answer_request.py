"""Answering: doing it, saying no on a ground, taking longer, and taking it back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from tests.cast import Cast
from tests.doors.world import add
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.notifications.kinds import Kind, kind_of
from zorgverband.record.models import Measurement, MeasurementPart
from zorgverband.requests.actions.answering import AlreadyAnswered, NotAskedOfYou
from zorgverband.requests.actions.extend_request import ExtendedAlready, TooLateToExtend
from zorgverband.requests.actions.grant_request import NotCorrected
from zorgverband.requests.actions.refuse_request import NameTheGround, SayWhy
from zorgverband.requests.actions.withdraw_request import NotAskedByYou
from zorgverband.requests.grounds import LAWS, grounds_of, keep_until, law_of
from zorgverband.requests.models import Act
from zorgverband.requests.terms import months_later
from zorgverband.sharing.models import Attachment, Item, Reply, Version
from zorgverband.sharing.subjects import Subject

from .asking import act, ask, overdue, readers, stands

ClientOf = Callable[..., Any]


@pytest.fixture
def item(cast: Cast) -> UUID:
    return cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Links.")


def test_a_correction_by_the_author_keeps_what_stood_there(cast: Cast, item: UUID) -> None:
    request = ask(cast.jannie, item, Act.CORRECT, "Het is rechts.")
    with pytest.raises(NotCorrected):
        act(cast.anouk, "grant", request, body="Links.", version=1)
    act(cast.anouk, "grant", request, body="Rechts.", version=1)
    assert Item.objects.using("owner").get(id=item).body == "Rechts."
    assert Version.objects.using("owner").get(item_id=item).body == "Links."
    assert stands(request).state == "granted"


def test_a_correction_by_another_stands_under_the_item(cast: Cast, item: UUID) -> None:
    cast.end(cast.anouk)
    request = ask(cast.jannie, item, Act.CORRECT, "Het is rechts.")
    act(cast.hanneke, "grant", request, answer="Het is rechts, niet links.")
    assert Item.objects.using("owner").get(id=item).body == "Links."
    assert "rechts" in Reply.objects.using("owner").get(item_id=item).body


def test_removal_takes_words_replies_versions_files_and_structure(cast: Cast, item: UUID) -> None:
    place = default_storage.save("requests/test.pdf", ContentFile(b"%PDF-1.4"))
    here = {"network_id": cast.network, "item_id": item}
    add(Attachment(**here, name="b.pdf", content_type="application/pdf", size=8, stored_as=place))
    add(Reply(**here, author_id=cast.anouk.person, author_member_id=cast.anouk.member,
              created_at=datetime.now(UTC), body="Reactie"))  # fmt: skip
    add(Measurement(**here, about_id=cast.jannie.member, name="Bloeddruk", series=new_id(),
                    taken_at=datetime.now(UTC)))  # fmt: skip
    add(MeasurementPart(network_id=cast.network, item_id=item, position=0, name="Boven", value=140))
    request = ask(cast.jannie, item, Act.REMOVE)
    act(cast.anouk, "grant", request)
    gone = Item.objects.using("owner").get(id=item)
    assert (gone.title, gone.body) == ("", "")
    assert gone.withdrawn_at is not None
    for model in (Attachment, Reply, Version, Measurement, MeasurementPart):
        assert not model.objects.using("owner").filter(item_id=item).exists()
    assert not default_storage.exists(place)
    assert readers(cast, item) == set()
    assert stands(request).state == "granted"


def test_removal_is_refused_only_on_a_ground_of_the_law_under_which_it_is_kept(
    cast: Cast, item: UUID
) -> None:
    request = ask(cast.jannie, item, Act.REMOVE)
    for wrong in ("", "anything", "other_wmo", "expression"):
        with pytest.raises(NameTheGround):
            act(cast.anouk, "refuse", request, answer="Nee.", ground=wrong)
    act(cast.anouk, "refuse", request, answer="Van belang voor haar zoon.", ground="other_wgbo")
    assert (stands(request).state, stands(request).ground) == ("refused", "other_wgbo")
    assert Item.objects.using("owner").get(id=item).body == "Links."


def test_what_a_neighbour_wrote_has_no_duty_to_be_kept(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria)
    request = ask(cast.jannie, item, Act.REMOVE)
    with pytest.raises(NameTheGround):
        act(cast.ria, "refuse", request, answer="Nee.", ground="law_wgbo")
    act(cast.ria, "grant", request)
    assert readers(cast, item) == set()


def test_the_law_follows_from_who_wrote_it() -> None:
    written = datetime(2024, 2, 29, tzinfo=UTC)
    assert law_of(side="care", function="gp") is LAWS["wgbo"]
    assert law_of(side="social", function="consultant") is LAWS["wmo"]
    assert law_of(side="social", function="youth_worker") is LAWS["youth"]
    assert law_of(side="family", function="daughter") is LAWS["none"]
    assert keep_until(LAWS["wmo"], written) == datetime(2039, 2, 28, tzinfo=UTC)
    assert keep_until(LAWS["wgbo"], written) == datetime(2044, 2, 28, tzinfo=UTC)
    assert keep_until(LAWS["none"], written) is None
    assert all(grounds_of(law) for law in LAWS.values())


def test_a_refused_restriction_gives_the_readers_back(cast: Cast, item: UUID) -> None:
    before = readers(cast, item)
    request = ask(cast.jannie, item, Act.RESTRICT)
    assert readers(cast, item) == {"jannie", "anouk"}
    with pytest.raises(SayWhy):
        act(cast.anouk, "refuse", request, answer="")
    act(cast.anouk, "refuse", request, answer="Collega's moeten dit weten.")
    assert readers(cast, item) == before


def test_a_granted_restriction_stays_until_who_asked_takes_it_back(cast: Cast, item: UUID) -> None:
    before = readers(cast, item)
    request = ask(cast.jannie, item, Act.RESTRICT)
    act(cast.anouk, "grant", request)
    assert readers(cast, item) == {"jannie", "anouk"}
    with pytest.raises(NotAskedByYou):
        act(cast.anouk, "withdraw", request)
    act(cast.jannie, "withdraw", request)
    assert readers(cast, item) == before


def test_the_term_is_made_longer_once_and_in_time(cast: Cast, item: UUID) -> None:
    request = ask(cast.jannie, item, Act.REMOVE)
    act(cast.anouk, "extend", request, because="Vakantie.")
    assert stands(request).due_on == months_later(months_later(today(), 1), 2)
    with pytest.raises(ExtendedAlready):
        act(cast.anouk, "extend", request, because="Weer vakantie.")
    late = ask(cast.jannie, item, Act.CORRECT)
    overdue(cast, late)
    with pytest.raises(TooLateToExtend):
        act(cast.anouk, "extend", late, because="Te laat.")


def test_only_who_was_asked_answers_and_once(cast: Cast, item: UUID) -> None:
    request = ask(cast.jannie, item, Act.REMOVE)
    with pytest.raises(NotAskedOfYou):
        act(cast.jannie, "grant", request)
    act(cast.anouk, "grant", request)
    with pytest.raises(AlreadyAnswered):
        act(cast.anouk, "refuse", request, answer="Toch niet.", ground="other_wgbo")


def test_what_is_too_late_stands_on_top_for_who_must_answer(
    cast: Cast, client_of: ClientOf, item: UUID
) -> None:
    first = ask(cast.jannie, item, Act.REMOVE)
    second = ask(cast.jannie, item, Act.CORRECT)
    overdue(cast, second)
    browser = client_of(cast.anouk)
    page = browser.get(reverse("requests", args=[cast.network])).content.decode()
    assert page.index(str(second)) < page.index(str(first))
    assert "Te laat" in page


def test_of_a_request_and_its_answer_one_hears_at_once() -> None:
    for verb in ("requested", "request_granted", "request_refused", "request_extended"):
        assert kind_of(verb=verb, to_me=False, item_kind="request") == Kind.ASKED
    assert kind_of(verb="shared", to_me=False, item_kind="note") == Kind.NEWS


def test_the_client_sees_state_and_term_and_the_ground_of_a_refusal(
    cast: Cast, client_of: ClientOf, item: UUID
) -> None:
    request = ask(cast.jannie, item, Act.REMOVE)
    at = reverse("request", args=[cast.network, request])
    assert "Antwoord uiterlijk" in client_of(cast.jannie).get(at).content.decode()
    no = reverse("refuse_request", args=[cast.network, request])
    wrong = client_of(cast.anouk).post(no, {"reason": "Nee.", "key": "1"})
    assert wrong.status_code == 422
    assert "Nee." in wrong.content.decode()
    words = {"reason": "Nee.", "ground": "law_wgbo", "key": "2"}
    assert client_of(cast.anouk).post(no, words).status_code == 302
    page = client_of(cast.jannie).get(at).content.decode()
    assert "Een wet verbiedt het weg te halen" in page
    assert client_of(cast.marijke).get(at).status_code == 404


def test_when_who_must_answer_left_the_client_is_told_to_ask_again(
    cast: Cast, client_of: ClientOf, item: UUID
) -> None:
    request = ask(cast.jannie, item, Act.RESTRICT)
    at = reverse("request", args=[cast.network, request])
    words = "kan dat niet meer"
    assert words not in client_of(cast.jannie).get(at).content.decode()
    cast.end(cast.anouk)
    assert words in client_of(cast.jannie).get(at).content.decode()
    act(cast.jannie, "withdraw", request)
    again = ask(cast.jannie, item, Act.RESTRICT)
    assert stands(again).answerer_id == cast.hanneke.member
    assert readers(cast, item) == {"jannie", "hanneke"}
