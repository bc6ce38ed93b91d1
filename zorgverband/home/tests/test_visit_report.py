"""The report of a visit: ticked lines become one message with the right subject, a number goes to the
record, and somebody has been; or nothing at all."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from zorgverband.agenda.models import VisitChange
from zorgverband.agenda.tests.visits import daily, planned
from zorgverband.base import clock
from zorgverband.home.reporting.templates import TEMPLATES
from zorgverband.record.models import Measurement
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject


def address(cast: Cast) -> str:
    return reverse("visit_report", args=[cast.network])


def posted(client: Any, cast: Cast, **filled: Any) -> Any:
    about = {"key": uuid4().hex, "about": str(cast.jannie.member)}
    return client.post(address(cast), about | filled)


def written(cast: Cast, who: Somebody) -> list[Item]:
    """What this person wrote, in order."""
    rows = Item.objects.using("owner").filter(network_id=cast.network, author_id=who.person)
    return list(rows.exclude(kind="visit").exclude(kind="visit_purpose").order_by("id"))


def test_ticked_lines_become_one_readable_message_under_the_subject_of_the_template(
    cast: Cast, client_of: Any
) -> None:
    nurse = client_of(cast.fatima)
    answer = posted(
        nurse, cast, report="wash", body="Wilde graag haar blauwe vest.",
        **{"line-washing": "0", "line-dressing": "1", "line-mood": "9"},
    )  # fmt: skip
    assert answer.status_code == 302
    (item,) = written(cast, cast.fatima)
    assert (item.subject, item.title) == (Subject.DAY, "Wassen en aankleden")
    assert item.body == (
        "Wassen: ging goed.\nAankleden: met meer hulp.\nWilde graag haar blauwe vest."
    )
    assert "Wassen: ging goed." in client_of(cast.marijke).get(
        reverse("news", args=[cast.network])
    ).content.decode()  # fmt: skip


def test_what_is_medical_stays_medical_whatever_is_chosen(cast: Cast, client_of: Any) -> None:
    nurse = client_of(cast.fatima)
    refused = posted(nurse, cast, report="wound", subject=str(int(Subject.DAY)),
                     **{"line-wound": "1"})  # fmt: skip
    assert refused.status_code == 403
    assert "Dit verslag gaat over gezondheid." in refused.content.decode()
    assert 'value="1" checked' in refused.content.decode()
    assert written(cast, cast.fatima) == []
    assert posted(nurse, cast, report="wound", **{"line-wound": "1"}).status_code == 302
    (item,) = written(cast, cast.fatima)
    assert (item.subject, item.body) == (Subject.HEALTH, "Wond: rood of warm.")
    for who, reads in ((cast.linda, False), (cast.marijke, True)):
        news = client_of(who).get(reverse("news", args=[cast.network])).content.decode()
        assert ("Wond: rood of warm." in news) is reads


def test_a_number_goes_to_the_record_for_the_same_readers(cast: Cast, client_of: Any) -> None:
    nurse, chosen = client_of(cast.fatima), str(cast.anouk.member)
    kind = {"kind": "pressure", "value": "135", "second": "80"}
    one = posted(nurse, cast, report="pressure", circle="own", member=chosen, **kind,
                 **{"line-felt": "0"})  # fmt: skip
    assert one.status_code == 302
    (item,) = written(cast, cast.fatima)
    assert (item.kind, item.title) == ("measurement", "Bloeddruk: 135/80 mmHg")
    assert item.body == "Hoe gaat het: voelt zich goed."
    assert set(item.audience or ()) == {cast.anouk.member, cast.jannie.member}
    assert Measurement.objects.using("owner").filter(pk=item.id).exists()
    two = {"report": "stockings", "kind": "weight", "value": "81,5", "line-on": "0"}
    assert posted(nurse, cast, **two).status_code == 302
    weight, message = written(cast, cast.fatima)[1:]
    assert (weight.title, weight.body) == ("Gewicht: 81,5 kg", "")
    assert (message.subject, message.body) == (Subject.HEALTH, "Kousen: aangetrokken.")


def test_nothing_is_written_when_a_number_is_none_or_nothing_was_filled_in(
    cast: Cast, client_of: Any
) -> None:
    nurse = client_of(cast.fatima)
    half, words = {"value": "135", "second": ""}, {"value": "veel", "second": "80"}
    for wrong in (half, words | {"line-felt": "0"}, {}):
        answer = posted(nurse, cast, report="pressure", kind="pressure", **wrong)
        assert answer.status_code == 422
        assert wrong.get("value", "") in answer.content.decode()
    assert "Kies hoe het ging, of schrijf iets." in answer.content.decode()
    assert written(cast, cast.fatima) == []


def test_reporting_says_that_the_visit_was_paid_and_leads_back_to_the_route(
    cast: Cast, client_of: Any
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond verzorgen")
    nurse, day = client_of(cast.fatima), clock.today()
    of = {"visit": str(visit), "day": str(day), "back": "1"}
    form = nurse.get(address(cast), of).content.decode()
    assert 'name="report" value="wound"' in form
    assert 'value="1" checked' in form
    # The control: who does not tick it leaves the visit as it was.
    assert posted(nurse, cast, report="wound", **{"line-pain": "0"}, **of).status_code == 302
    changes = VisitChange.objects.using("owner").filter(item_id=visit)
    assert not changes.exclude(been_at=None).exists()
    for _time in range(2):
        answer = posted(nurse, cast, report="wound", been="1", **{"line-pain": "0"}, **of)
        assert answer.headers["Location"] == reverse("my_route")
    assert changes.exclude(been_at=None).count() == 1
    tomorrow = of | {"day": str(day + timedelta(days=1))}
    assert "is geweest" not in nurse.get(address(cast), tomorrow).content.decode()
    elsewhere = posted(nurse, cast, report="wound", been="1", **{"line-pain": "0"},
                       **of | {"visit": str(uuid4())})  # fmt: skip
    assert elsewhere.status_code == 404


def test_who_may_not_read_what_a_visit_is_for_is_not_told_by_the_template(
    cast: Cast, client_of: Any
) -> None:
    visit = planned(cast, cast.marijke, who=cast.ria, rule=daily(), purpose="Wond verzorgen")
    form = client_of(cast.ria).get(address(cast), {"visit": str(visit), "day": str(clock.today())})
    assert form.status_code == 200
    assert "Wond" not in form.content.decode()
    assert posted(client_of(cast.ria), cast, report="wound", **{"line-wound": "0"}).status_code in (
        403, 422,
    )  # fmt: skip
    assert written(cast, cast.ria) == []


def test_choosing_another_kind_keeps_what_fits_that_kind_too_and_writes_nothing(
    cast: Cast, client_of: Any
) -> None:
    nurse = client_of(cast.fatima)
    start = nurse.get(address(cast), {"report": "wash"}).content.decode()
    assert 'formaction="?report=talk&amp;other=1"' in start
    filled = {"key": uuid4().hex, "about": str(cast.jannie.member), "report": "wash",
              "subject": str(int(Subject.DAY)), "body": "Blauwe vest.", "been": "1",
              "line-mood": "2", "line-dressing": "1"}  # fmt: skip

    def other(report: str, more: dict[str, str] | None = None) -> str:
        answer = nurse.post(address(cast) + f"?report={report}&other=1", filled | (more or {}))
        assert answer.status_code == 200
        return str(answer.content.decode())

    talk = other("talk")
    assert 'name="report" value="talk"' in talk
    assert 'name="line-mood" value="2" checked' in talk
    assert "Blauwe vest." in talk
    # What only looks the same is another line; and another kind stands under its own subject.
    wound = other("wound")
    assert "Verband" in wound
    assert " checked><span" not in wound.split("<textarea")[0]
    assert f'value="{int(Subject.HEALTH)}" selected' in wound
    # A number of something else does not become a temperature.
    sugar = {"report": "injection", "kind": "sugar", "value": "5,4"}
    assert "5,4" in other("injection", sugar)
    assert "5,4" not in other("wound", sugar)
    assert written(cast, cast.fatima) == []
    # Back, and placed as it was after all: choosing another kind was not sending it.
    assert nurse.post(address(cast), filled).status_code == 302
    assert len(written(cast, cast.fatima)) == 1


def test_every_line_of_a_template_has_a_usual_answer_first_and_its_measurement_exists() -> None:
    from zorgverband.record.kinds import KINDS

    for template in TEMPLATES.values():
        assert template.lines
        assert len({line.key for line in template.lines}) == len(template.lines)
        assert all(2 <= len(line.answers) <= 3 for line in template.lines)
        assert not template.measure or template.measure in KINDS
        assert not template.measure or template.subject.medical


def test_a_line_of_the_same_key_is_the_same_line_in_every_template() -> None:
    known: dict[str, tuple[str, ...]] = {}
    for template in TEMPLATES.values():
        for line in template.lines:
            said = (str(line.label), *map(str, line.answers))
            assert known.setdefault(line.key, said) == said
