"""The kinds of parts a plan is made of: how each is headed and asked for, light and full."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """One kind of part. `heading` stands above them in the plan, `ask` above the field where one
    is written, with an example in `hint`; `light` ones belong to every plan. What is not `by_hand`
    comes into the plan by something else that is done."""

    code: str
    heading: str | Promise
    ask: str | Promise
    hint: str | Promise
    icon: str
    light: bool = True
    by_hand: bool = True


WRITTEN = (
    Kind("question", _("Wat ik graag wil"), _("Wat wilt u graag?"),
         _("Bijvoorbeeld: ik wil thuis blijven wonen"), "star"),
    Kind("goal", _("Doelen"), _("Wat wilt u bereiken?"),
         _("Bijvoorbeeld: ik loop weer zelf naar de winkel"), "flag"),
    Kind("strength", _("Wat goed gaat"), _("Wat gaat goed?"),
         _("Bijvoorbeeld: de buren helpen graag"), "smile"),
    Kind("worry", _("Zorgen"), _("Waar maakt u zich zorgen over?"),
         _("Bijvoorbeeld: de post blijft liggen"), "cloud-rain"),
    Kind("help", _("Hulp die er al was"), _("Welke hulp was er al?"),
         _("Bijvoorbeeld: vorig jaar hielp iemand van Welzijn met de post"), "history"),
    Kind("intervention", _("Hulp die er nu is"), _("Welke hulp wordt er nu gegeven?"),
         _("Bijvoorbeeld: de wijkverpleging helpt elke ochtend met wassen"), "hand-helping",
         light=False),
    Kind("occasion", _("Waarom dit plan"), _("Waarom is dit plan er?"),
         _("Schrijf het in de eigen woorden van de cliënt."), "message-circle", light=False),
    Kind("analysis", _("Hoe wij het samen zien"), _("Hoe ziet u het samen?"),
         _("Bijvoorbeeld: als er geldzorgen zijn, is er ook meer ruzie"), "search", light=False),
    Kind("result", _("Wat er straks anders is"), _("Wat is er straks anders?"),
         _("Bijvoorbeeld: er is weer rust in huis"), "sunrise", light=False),
    Kind("unsafe", _("Zorgen over veiligheid"), _("Wat is er niet veilig?"),
         _("Bijvoorbeeld: het gas blijft wel eens aan staan"), "triangle-alert", light=False),
    Kind("safe", _("Hoe veilig is het?"), _("Waarom geeft u dit cijfer?"),
         _("Bijvoorbeeld: Sem durft weer alleen thuis te zijn"), "gauge", light=False),
    Kind("safety", _("Afspraken over veiligheid"), _("Wat spreekt u af, zodat het veilig is?"),
         _("Bijvoorbeeld: bij ruzie gaat Sem naar oma"), "shield", light=False),
    Kind("present", _("Wie erbij moet zijn"), _("Wie moet erbij zijn als u dit bespreekt?"),
         _("Schrijf hier de naam van iemand die hier niet meedoet, of waarom iemand erbij moet zijn."),
         "users", light=False),
    Kind("to_ask", _("Nog te bespreken"), _("Welke vraag wilt u samen bespreken?"),
         _("Bijvoorbeeld: hoe gaat het als u alleen thuis bent?"), "message-circle-question-mark",
         light=False),
    Kind("programme", _("Programma"), "", "", "layout-list", light=False, by_hand=False),
    Kind("other_plan", _("Plannen van anderen"), _("Welk plan heeft een organisatie zelf?"),
         _("Bijvoorbeeld: zorgleefplan, ligt bij Thuiszorg De Brug"), "folder", light=False),
)  # fmt: skip
# What somebody says when one looks back together; each as often as they like.
REVIEW = (
    Kind("went_well", _("Wat goed ging"), _("Wat ging goed?"), "", "smile", light=False),
    Kind("went_less", _("Wat niet goed ging"), _("Wat ging niet goed?"), "", "cloud-rain",
         light=False),
    Kind("next", _("Wat nu"), _("Wat moet er nu gebeuren?"), "", "arrow-right", light=False),
)  # fmt: skip
TO_ASK = "to_ask"
# As what an answer to a question can stand in the plan.
ANSWERS = ("question", "strength", "worry", "help")
KINDS = {one.code: one for one in WRITTEN}
SCORE, AGREED, DISAGREED, CYCLE = "score", "agreed", "disagreed", "cycle"
SAFE, PRESENT, INTERVENTION = "safe", "present", "intervention"
# What who decides said of the plan as a whole.
SAID = (AGREED, DISAGREED)
REVIEWS = tuple(one.code for one in REVIEW)
ALL = (*KINDS, SCORE, *SAID, CYCLE, *REVIEWS)
LIGHT = tuple(one.code for one in WRITTEN if one.light)
