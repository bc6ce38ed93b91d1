"""The programmes of the product: whole, about the right subjects, telling nothing on the wrong side."""

import re

import pytest

from zorgverband.programmes import content
from zorgverband.programmes.actions.keep_standard import keep_standard
from zorgverband.programmes.content import standard_programmes
from zorgverband.programmes.models import ProgrammeLine, ProgrammeVersion
from zorgverband.programmes.parties import PARTIES
from zorgverband.sharing.subjects import LAST_MEDICAL, Subject

# What a reader of the social side must not learn from a line that is not medical.
TELLING = re.compile(
    r"dementie|geheugen|verge(et|ten)|pijn|ziekenhuis|opname|psych|crisis|terugval|medicijn|diagnose"
    r"|wond|behandel|\bziek|therap|arts|klacht|stemming|somber",
    re.IGNORECASE,
)
FEW = {"question": 8, "party": 5, "goal": 4, "agreement": 6}
MANY = {"question": 15, "party": 12, "goal": 8, "agreement": 12}


def test_six_programmes_each_with_enough_and_not_too_much() -> None:
    found = standard_programmes()
    assert {one.code for one in found} == {
        "frail_elder", "dementia", "youth_family", "chronic_pain", "after_hospital", "psychiatric",
    }  # fmt: skip
    for one in found:
        for kind, few in FEW.items():
            count = sum(line["kind"] == kind for line in one.lines)
            assert few <= count <= MANY[kind], (one.code, kind, count)
        for line in one.lines:
            assert line["kind"] != "goal" or line.get("measure"), line
            assert len(str(line["words"])) <= 130, line


def test_plain_lines_of_programmes_tell_nothing_medical() -> None:
    telling = [
        (one.code, line["words"], line.get("more"))
        for one in standard_programmes()
        for line in one.lines
        if line["kind"] in ("question", "goal", "agreement") and line["subject"] > LAST_MEDICAL
        and TELLING.search(f"{line['words']} {line.get('more', '')} {line['checked_by']}")
    ]  # fmt: skip
    assert telling == []


def test_what_is_told_by_the_programme_itself_is_told_to_the_right_side() -> None:
    subjects = {one.code: Subject(one.subject) for one in standard_programmes()}
    assert {code for code, one in subjects.items() if not one.medical} == {
        "frail_elder", "youth_family",
    }  # fmt: skip


def test_a_file_that_cannot_be_is_refused(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fault in ({"party": "wizard"}, {"domain": "moon"}, {"due_days": 0},
                  {"domain": "mind", "subject": "home"}, {"odd": 1}):  # fmt: skip
        row = {"code": "x", "words": "Iets", "party": "gp", "subject": "health", "due_days": 1,
               "checked": "Zo", "review": 2}  # fmt: skip
        with pytest.raises(ValueError, match="agreement x"):
            content._line("agreement", 1, row | fault)
        assert content._line("agreement", 1, row)["subject"] == Subject.HEALTH


@pytest.mark.django_db
def test_they_stand_in_the_tables_once_and_a_changed_file_becomes_a_new_version(
    owner: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ProgrammeVersion.objects.using("owner").filter(programme__neighbourhood=None)
    before = rows.count()
    assert {one.party for one in ProgrammeLine.objects.using("owner").exclude(party="")} <= set(
        PARTIES
    )
    assert before >= 6
    assert keep_standard.__module__.endswith("keep_standard")
