"""A household goes through a whole cycle of its plan: begin light, grow, propose, decline with another
proposal, accept, two weeks of ticking, a reminder, looking back, the next cycle. The moments are those
of a clock that the test sets; each of five people sees exactly their plan."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.urls import reverse

from zorgverband.agreements.jobs import send_reminders
from zorgverband.agreements.models import Agreement, AgreementTick
from zorgverband.base import clock
from zorgverband.journal.models import Event

from .story import START, Story, each_sees_theirs, tapped, walked_round
from .walking import on_screen, post

pytestmark = pytest.mark.browser
WEEKS, REVIEW = 14, 16
POST_GOAL = "Wij maken elke week alle post open"
SLEEP = "Ik wil weer slapen"
MEDICAL = ("Lotte slaapt vier nachten per week door", "Somber sinds de zomer", "Slaapdagboek bijhouden",
           "Slapen gaat beter", SLEEP)  # fmt: skip


def test_a_household_goes_through_a_whole_cycle_and_each_sees_exactly_their_plan(
    story: Story,
) -> None:
    _begun_light(story)
    _grown(story)
    before = {key: walked_round(story, key, MEDICAL) for key in ("nadia", "jolanda")}
    _medical(story)
    for key, pages in before.items():
        assert walked_round(story, key, MEDICAL) == pages, f"{key} notices what is medical"
    each_sees_theirs(story)
    daily = _agreed(story)
    _two_weeks(story, daily)
    _reminded(story, daily)
    _looked_back(story)
    each_sees_theirs(story)
    _next_cycle(story)
    each_sees_theirs(story)


def _begun_light(story: Story) -> None:
    """The coordinator begins with a few lines; that is a plan."""
    story.at(0, 10)
    page = story.opened("jolanda", "plan")
    page.get_by_role("link", name="Een plan beginnen").click()
    page.get_by_label("Wat wilt u graag?").fill("Weer rust in huis")
    page.get_by_label("Wat gaat goed?").fill("Oma helpt elke week\nDe kinderen gaan naar school")
    page.get_by_label("Waar maakt u zich zorgen over?").fill("Er is ruzie over geld")
    page.get_by_label("Welke hulp was er al?").fill("Vorig jaar hielp Welzijn met de post")
    page.get_by_label("Wanneer kijkt u samen terug?").fill(
        (START + timedelta(days=REVIEW)).isoformat()
    )
    post(page)
    page.get_by_text("Het plan is begonnen.").wait_for()
    page.get_by_text("De kinderen gaan naar school").wait_for()


def _grown(story: Story) -> None:
    """Others add to it; nothing of what stands there is typed again."""
    story.at(0, 11)
    page = story.opened("mieke", "plan")
    page.get_by_role("link", name="Iets toevoegen").click()
    page.get_by_role("link", name="Doelen").click()
    page.get_by_label("Over wie gaat het?").select_option(label="Het huishouden")
    page.get_by_label("Wat wilt u bereiken?").fill(POST_GOAL)
    page.get_by_label("Hoe ziet u of het lukt?").select_option(label="Met een cijfer van 0 tot 10")
    page.get_by_label("Over welk deel van het leven gaat het?").select_option(
        label="Met elkaar thuis"
    )
    page.locator("#readers").get_by_text("Nadia Bakker").wait_for()
    post(page)
    assert page.get_by_role("heading", level=1).inner_text() == POST_GOAL
    about = str(story.home.network)
    for kind, words in (("analysis", "Ruzie komt vooral door geld"),
                        ("safety", "Bij ruzie gaat Daan naar oma")):  # fmt: skip
        story.send("jolanda", "add_part", {"words": words, "about": about}, kind=kind)
    story.send("karim", "add_part", {"words": "Daan helpt graag in huis", "domain": "y_growing",
               "about": str(story.who("daan").member)}, kind="strength")  # fmt: skip
    story.send("nadia", "add_part", {"words": "Er is een regeling met de bank", "domain": "money",
               "about": str(story.who("karim").member)}, kind="strength")  # fmt: skip


def _medical(story: Story) -> None:
    """Lotte says what she wants with her health; the GP adds what is medical, and asks something."""
    story.at(0, 11)
    page = story.opened("lotte", "add_part", kind="question")
    assert page.get_by_label("Over wie gaat het?").input_value() == str(story.who("lotte").member)
    page.get_by_label("Wat wilt u graag?").fill(SLEEP)
    page.get_by_label("Over welk deel van het leven gaat het?").select_option("y_mind")
    page.locator("#readers .chips").get_by_text("Nadia Bakker").wait_for(state="detached")
    page.locator("#readers .chips").get_by_text("Anouk Visser").wait_for()
    post(page)
    about = {"about": str(story.who("lotte").member)}
    mind = about | {"domain": "y_mind"}
    story.send("anouk", "add_part", mind | {"words": MEDICAL[0]}, kind="goal")
    story.send("anouk", "add_part", mind | {"words": MEDICAL[1]}, kind="worry")
    story.send("lotte", "score_domains", about | {"score-y_mind": "2"})
    story.send("anouk", "ask_agreement", {
        **about, "what": MEDICAL[2], "executor": str(story.who("lotte").member), "subject": "5",
        "goal": str(story.newest(MEDICAL[0])), "circle": "family_care",
    })  # fmt: skip
    story.send("lotte", "accept_agreement", {}, agreement_id=story.newest(MEDICAL[2]))


def _agreed(story: Story) -> UUID:
    """Asked of the father, who proposes something else; that is accepted, in two taps each."""
    story.at(1, 10)
    page = story.opened("jolanda", "goal", goal_id=story.newest(POST_GOAL))
    page.get_by_role("link", name="Iets afspreken voor dit doel").click()
    page.get_by_label("Wat spreekt u af?").fill("Elke ochtend de post halen")
    page.get_by_label("Wie doet dit?").select_option(str(story.who("karim").member))
    page.get_by_text("Vaker dan één keer").click()
    page.get_by_label("Hoe vaak?").select_option(label="Elke dag")
    post(page)
    page = story.page("karim")
    page.goto(story.mail_of("karim"))
    assert on_screen(page.get_by_text("Elke ochtend de post halen").first)
    page.get_by_role("link", name="Nee, want...").click()
    page.get_by_role("link", name="Een ander voorstel").click()
    page.get_by_label("Wat kunt u wel doen?").fill("Elke avond de post halen")
    page.get_by_label("Waarom kan het andere niet?").fill("In de ochtend werk ik.")
    post(page)
    page.get_by_text("Uw voorstel is gedaan.").wait_for()
    assert tapped(story, "jolanda", "Ja, dat is goed: Elke avond de post halen") == 2
    daily = story.newest("Elke avond de post halen")
    assert Agreement.objects.using("owner").get(pk=daily).state == "accepted"
    page = story.opened("karim", "agreement", agreement_id=daily)
    page.get_by_text("Wanneer wilt u een herinnering?").click()
    page.get_by_label("Welke dag?").select_option(label="Een dag erna")
    page.get_by_label("Hoe laat?").fill("12:00")
    page.get_by_role("button", name="Bewaren").click()
    page = story.opened("mieke", "plan")
    page.get_by_role("link", name="Lezen en antwoord geven: Het huishouden").click()
    page.get_by_role("button", name="Ja, dit is het plan").click()
    page.get_by_text("U zei ja tegen dit plan").wait_for()
    page.get_by_text("Karim Vos, elke dag").wait_for()
    return daily


def _two_weeks(story: Story, daily: UUID) -> None:
    """Ticked off day by day, except on the ninth; of two nurses the first counts."""
    story.at(1, 16)
    story.send("jolanda", "ask_agreement", {
        "what": "Samen de ochtend beginnen", "executor": str(story.who("fatima").member),
        "about": str(story.home.network), "repeat": "weekly", "circle": "everyone",
        "weekday": [str((START + timedelta(days=2)).weekday())],
    })  # fmt: skip
    together = story.newest("Samen de ochtend beginnen")
    page = story.opened("fatima", "today")
    page.get_by_role("button", name="Ja, dat doe ik: Samen de ochtend beginnen").click()
    story.at(2, 9)
    # Sanne's browser runs no scripts: what stands on her screen does not follow what others do.
    both = [story.opened(key, "today") for key in ("fatima", "sanne")]
    for page in both:
        page.get_by_role("button", name="Vandaag gedaan: Samen de ochtend beginnen").click()
        page.wait_for_load_state()
    both[1].get_by_text("Was al gedaan door Fatima El Amrani").wait_for()
    assert AgreementTick.objects.using("owner").filter(item_id=together).count() == 1
    for day in range(1, 9):
        story.at(day, 20)
        _ticked(story, daily, day)
    story.at(9, 9)
    _ticked(story, together, 9, "sanne")
    for value, words in ((3, "Samen met Nadia."), (6, "De helft zelf.")):
        step = {"value": str(value), "words": words}
        story.send("mieke", "note_step", step, goal_id=story.newest(POST_GOAL))


def _ticked(story: Story, daily: UUID, day: int, key: str = "karim") -> None:
    on = (START + timedelta(days=day)).isoformat()
    story.send(key, "tick_agreement", {"on_date": on}, agreement_id=daily)


def _reminded(story: Story, daily: UUID) -> None:
    """What was forgotten: first who does it hears; only then others see that it is late."""
    story.at(10, 8)
    late = "Te laat"
    assert late in story.get("karim", story.address("plan"))
    assert late not in story.get("jolanda", story.address("plan"))
    _ticked(story, daily, 10)
    story.at(10, 12, 5)
    mail.outbox.clear()
    with clock.at(story.now):
        send_reminders()
        send_reminders()
    told = Event.objects.using("owner").filter(item_id=daily, verb="agreement_reminder")
    assert [one.to_person_id for one in told] == [story.who("karim").person]
    page = story.opened("jolanda", "plan")
    page.locator(".agreement").filter(has_text="Elke avond").get_by_text(late).wait_for()
    assert tapped(story, "karim", "Gisteren gedaan: Elke avond de post halen") == 2
    assert late not in story.get("jolanda", story.address("plan"))
    for day in range(11, WEEKS):
        story.at(day, 20)
        _ticked(story, daily, day)
    story.at(WEEKS, 20)
    page = story.opened("karim", "today")
    page.get_by_role("button", name="Vandaag gedaan: Elke avond de post halen").click()
    page.wait_for_load_state()
    assert AgreementTick.objects.using("owner").filter(item_id=daily).count() == WEEKS


def _looked_back(story: Story) -> None:
    """Everybody is asked what they think, and says so; the goal is closed."""
    story.at(WEEKS + 1, 10)
    page = story.opened("jolanda", "review_plan")
    page.get_by_role("button", name="Iedereen vragen wat ze vinden").click()
    page.get_by_text("Gevraagd.").wait_for()
    story.mail_of("karim")
    page = story.page("mieke")
    page.goto(f"{story.site.address}{reverse('for_me')}")
    page.get_by_text("Jolanda Peters vraagt wat u vindt van het plan").wait_for()
    page.get_by_role("link", name="Wanneer we terugkijken op het plan").first.click()
    page.get_by_role("link", name="Zeggen wat u vindt").click()
    page.get_by_role("link", name="Het huishouden").click()
    page.get_by_label("Wat ging goed?").fill("De post ligt niet meer op een stapel")
    page.get_by_label("Wat moet er nu gebeuren?").fill("Doorgaan met elke avond")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_text("De post ligt niet meer op een stapel").wait_for()
    mind = {"about": str(story.who("lotte").member), "domain": "y_mind"}
    story.send("lotte", "answer_review", mind | {"went_well": MEDICAL[3]})
    for key in ("lotte", "anouk"):
        assert MEDICAL[3] in story.get(key, story.address("review_plan"))
    for key in ("mieke", "nadia", "truus", "jolanda"):
        assert MEDICAL[3] not in story.get(key, story.address("review_plan"))
    story.at(REVIEW - 1, 14)
    page = story.opened("mieke", "review_plan")
    page.get_by_role("link", name=POST_GOAL).click()
    page.get_by_text("Terugkijken op dit doel, of het afsluiten").click()
    page.get_by_role("radio", name="beter dan gehoopt", exact=True).check(force=True)
    page.get_by_role("button", name="Afsluiten", exact=True).click()
    page.get_by_text("Dit doel is afgesloten.").wait_for()


def _next_cycle(story: Story) -> None:
    """The next cycle begins: what is closed stays behind, what is open goes on."""
    story.at(REVIEW - 1, 15)
    page = story.opened("jolanda", "review_plan")
    page.get_by_text("De volgende ronde beginnen").click()
    page.get_by_label("Wanneer kijkt u weer terug?").fill(
        (START + timedelta(days=REVIEW + 60)).isoformat()
    )
    page.get_by_role("button", name="Volgende ronde beginnen").click()
    page.get_by_text("De volgende ronde is begonnen.").wait_for()
    assert not page.get_by_text(POST_GOAL).count()
    page.get_by_text("Elke avond de post halen").wait_for()
    page.get_by_text("Daarna is het plan veranderd").wait_for()
    assert "stapel" not in story.get("mieke", story.address("review_plan"))
    page = story.opened("karim", "plan")
    page.get_by_role("link", name="Lezen en antwoord geven: Het huishouden").click()
    page.get_by_role("button", name="Ja, dit is het plan").click()
    page.get_by_text("U zei ja tegen dit plan").wait_for()
    page.get_by_role("link", name="Wat is er veranderd?").first.click()
    page.get_by_text("Wie zei ja, en wanneer").wait_for()
