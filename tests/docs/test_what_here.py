"""Every page somebody can look at says in one sentence what one can do there."""

from tests.axe.pages import PAGES
from tests.doors.rows import BY_NAME
from zorgverband.ui.difficult import LONGEST, difficult
from zorgverband.ui.what_here import SENTENCES, daily, record, rights, what_here, work

# They ask one question, or say one thing, without posting to their own address.
ONE_QUESTION = {
    "provider_stops", "choose_part", "sign_plan", "review_plan", "is_all_there", "work_code",
    "no_reception", "invited", "find_team", "hats", "help", "welcome",
    "account_reset_password_done", "account_reset_password_from_key_done",
}  # fmt: skip


def missing(pages: set[str]) -> set[str]:
    """The pages without a sentence that are no form."""
    asks = {name for name in pages if "POST" in BY_NAME[name].methods}
    return pages - asks - ONE_QUESTION - set(SENTENCES)


def test_every_page_has_its_sentence_unless_it_asks_one_question() -> None:
    assert missing(set(PAGES)) == set()
    # The control, and no sentence is left of a page that went.
    assert missing({"file", "news"}) == {"file"}
    assert set(SENTENCES) | ONE_QUESTION <= set(BY_NAME)
    assert not ONE_QUESTION & set(SENTENCES)


def test_a_sentence_of_help_is_short_easy_and_stands_in_one_table() -> None:
    assert {name: difficult(words) for name, words in SENTENCES.items() if difficult(words)} == {}
    assert all(len(words.split()) <= LONGEST + 2 for words in SENTENCES.values())
    tables = (daily, record, rights, work)
    assert sum(len(one.SENTENCES) for one in tables) == len(SENTENCES)
    assert what_here("news").startswith("Hier leest u")
    assert what_here("no_such_page") == ""
