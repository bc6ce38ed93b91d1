"""Sentences follow the language of the viewer, and what is filled in is escaped."""

from django.utils import translation
from jinja2 import Environment

from zorgverband.ui.environment import environment
from zorgverband.ui.sentences import kept_words, listed, say, say_counted


def test_what_is_filled_in_is_escaped_and_the_sentence_is_not() -> None:
    assert say("<b>Over</b> %(name)s", name="<i>") == "<b>Over</b> &lt;i&gt;"


def test_a_percent_sign_without_words_means_the_same_as_with_words() -> None:
    assert say("100%% van %(name)s", name="Jo") == "100% van Jo"
    assert say("100%%") == "100%"


def test_one_and_many_differ() -> None:
    assert say_counted("%(num)s persoon", "%(num)s mensen", 1) == "1 persoon"
    assert say_counted("%(num)s persoon", "%(num)s mensen", 7) == "7 mensen"


def test_each_language_has_its_own_sentence() -> None:
    with translation.override("nl"):
        dutch = say("Sunday")
    with translation.override("en"):
        english = say("Sunday")
    assert (dutch, english) == ("zondag", "Sunday")


def test_templates_say_the_same_as_the_functions() -> None:
    page: Environment = environment()
    assert page.from_string('{{ _("Over %(name)s", name=who) }}').render(who="<Jo>") == (
        "Over &lt;Jo&gt;"
    )
    assert page.from_string("{% trans %}Nieuws{% endtrans %}").render() == "Nieuws"


def test_our_own_words_in_what_is_kept_are_dutch_whoever_writes() -> None:
    with translation.override("en"):
        assert say("Bezoek") == "Visit"
        with kept_words():
            assert say("Bezoek") == "Bezoek"
        assert say("Bezoek") == "Visit"


def test_what_people_wrote_is_said_to_be_dutch_on_a_page_that_is_not() -> None:
    page = environment().from_string("<p{{ written() }}>Dag</p>")
    with translation.override("en"):
        assert page.render() == '<p dir="auto" lang="nl">Dag</p>'
    with translation.override("nl"):
        assert page.render() == '<p dir="auto">Dag</p>'


def test_a_list_of_names_is_said_as_people_do() -> None:
    names = ["Tom", "Nora", "Adam"]
    assert [listed(names[:count]) for count in range(4)] == [
        "", "Tom", "Tom en Nora", "Tom, Nora en Adam",
    ]  # fmt: skip
    with translation.override("en"):
        assert listed(names) == "Tom, Nora and Adam"
