"""Every sentence on screen has its English, and a sentence that has none does not go unseen."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command
from django.utils import translation
from django.utils.translation import gettext, ngettext

from zorgverband.base.refusals import NotYours
from zorgverband.ui import catalogue
from zorgverband.ui.collection import Sentence, sentences

MODULE = '''
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from ..base.refusals import Refusal

TABLE = (gettext_noop("In een tabel"),)

class TooBusy(Refusal):
    """Het is te druk.
    Kom later terug."""

class StillTooBusy(TooBusy):
    """Het is nog steeds te druk."""

class Other:
    """Not a sentence for anybody."""

def words(name, count):
    """Not one either."""
    more = ngettext("%(n)s dag", "%(n)s dagen", count)
    return f"{_('In een f-string')} {_(name)} {more} {_('Aan ' 'elkaar')}"
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house of one room, with a sentence in every place where one can stand."""
    templates = tmp_path / "zorgverband" / "shop" / "jinja2" / "shop"
    templates.mkdir(parents=True)
    base = tmp_path / "zorgverband" / "base"
    base.mkdir()
    (base / "refusals.py").write_text('class Refusal(Exception):\n    """Dit kan niet."""\n')
    (tmp_path / "zorgverband" / "shop" / "words.py").write_text(MODULE)
    (templates / "page.html").write_text(
        '<p>{{ _("Op een bladzijde, %(name)s", name=who) }}</p>\n'
        '{{ ngettext("%(num)s keer", "%(num)s keren", count) }}\n'
    )
    (templates / "mail.txt").write_text('{{ _("In een mail") }}\n')
    return tmp_path / "zorgverband"


def one(sentence: str, many: str = "", english: object = None) -> Catalog:
    """A catalogue that holds this sentence only."""
    made = Catalog(locale="en")
    made.add((sentence, many) if many else sentence, english)
    return made


def asked(sentence: str, many: str = "") -> list[Sentence]:
    """The code asks for this sentence only."""
    return [Sentence(one=sentence, many=many, place="zorgverband/shop/words.py")]


def found(code: list[Sentence], kept: Catalog) -> list[str]:
    """What is wrong, without saying where; the .mo file is right."""
    return [what for what, _where in catalogue.faults(code, kept, catalogue.compiled(kept))]


@pytest.mark.slow
def test_every_sentence_has_its_english() -> None:
    call_command("translations_complete")


def test_a_sentence_is_found_wherever_it_stands(house: Path) -> None:
    assert {sentence.one: sentence.many for sentence in sentences(house)} == {
        "Aan elkaar": "",
        "Dit kan niet.": "",
        "Het is te druk. Kom later terug.": "",
        "Het is nog steeds te druk.": "",
        "In een f-string": "",
        "In een mail": "",
        "In een tabel": "",
        "Op een bladzijde, %(name)s": "",
        "%(n)s dag": "%(n)s dagen",
        "%(num)s keer": "%(num)s keren",
    }


def test_a_new_sentence_in_the_code_is_noticed(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control: the check of the whole house fails on the sentences of this one.
    monkeypatch.setattr(catalogue, "read", lambda _po: one("Aan elkaar", english="Together"))
    monkeypatch.setattr(
        "zorgverband.ui.management.commands.translations_complete.sentences",
        lambda: sentences(house),
    )
    with pytest.raises(CommandError) as refused:
        call_command("translations_complete")
    said = str(refused.value).splitlines()
    assert "not in the catalogue: In een f-string" in said
    assert "not in the catalogue: Het is te druk. Kom later terug." in said
    assert "not in the catalogue: Aan elkaar" not in said


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        (one("Dag %(name)s", english="Hello %(name)s"), []),
        (one("Dag %(name)s"), ["no words"]),
        (one("Dag %(name)s", english="Hello %(nmae)s"), ["other things to fill in"]),
        (one("Dag %(name)s", english="Hello %(name)"), ["other things to fill in"]),
        (one("Dag %(name)s", english="Hello"), ["other things to fill in"]),
        (one("Dag", english="Hello"), ["not in the catalogue", "no longer used"]),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(kept: Catalog, fault: list[str]) -> None:
    assert found(asked("Dag %(name)s"), kept) == fault


def test_braces_and_tags_must_stay() -> None:
    code = asked("<b>{name}</b> kan niet")
    assert found(code, one(code[0].one, english="<b>{name}</b> cannot")) == []
    assert found(code, one(code[0].one, english="{name} cannot")) == ["other things to fill in"]
    assert found(code, one(code[0].one, english="<b>name</b>")) == ["other things to fill in"]


def test_a_counted_sentence_needs_both_its_forms() -> None:
    code = asked("Eén dag", "%(num)s dagen")
    right = one("Eén dag", "%(num)s dagen", ("One day", "%(num)s days"))
    half = one("Eén dag", "%(num)s dagen", ("One day", ""))
    assert found(code, right) == []
    assert found(code, half) == ["no words"]


def test_a_sentence_with_and_without_a_plural_would_hide_the_other() -> None:
    code = asked("Dag") + asked("Dag", "Dagen")
    kept = one("Dag", english="Day")
    assert "in the code twice" in found(code, kept)


def test_the_file_that_django_reads_is_the_one_that_people_wrote() -> None:
    kept = one("Dag", english="Hello")
    stale = catalogue.compiled(one("Dag", english="Hullo"))
    assert catalogue.faults(asked("Dag"), kept, stale) == [
        ("differs from the .po file", "django.mo")
    ]
    assert catalogue.faults(asked("Dag"), kept, None) != []
    assert catalogue.compiled(kept) == catalogue.compiled(one("Dag", english="Hello"))


def test_collecting_keeps_the_english_there_is_and_drops_what_is_gone() -> None:
    old = one("Dag", english="Hello")
    old.add("Weg", "Gone")
    new = catalogue.brought_in_step(old, asked("Dag") + asked("Nieuw"))
    assert {message.id: message.string for message in new if message.id} == {
        "Dag": "Hello",
        "Nieuw": None,
    }


def test_django_reads_the_catalogue() -> None:
    with translation.override("en"):
        assert gettext("Wie kan dit lezen?") == "Who can read this?"
        assert ngettext("%(num)s reactie", "%(num)s reacties", 1) == "%(num)s reply"
        assert NotYours().sentence.startswith("You may not do this.")
    with translation.override("nl"):
        assert gettext("Wie kan dit lezen?") == "Wie kan dit lezen?"
