"""The words of a letter that says what Zorgverband is, to hand to a client without internet."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.explained import CLIENT, explained
from zorgverband.networks.for_all import known_to_all
from zorgverband.networks.queries import faces, network_name
from zorgverband.ui.letters import breakable
from zorgverband.ui.sentences import language
from zorgverband.ui.typeset import Printed

from .calling import call_words, made_words, whom_to_call

SHAPE = Path(__file__).parent / "explanation.typ"


def printed_explanation(seat: Seat, chosen: str) -> Printed:
    """The letter for the client of this network, in the language `chosen`: four sentences, and whom to
    call as everybody in the network may know them. It holds no items."""
    people = known_to_all(seat.network, faces(seat.network))
    calls = whom_to_call(people)
    with translation.override(chosen):
        words = {
            "lang": language(),
            "title": _("Wat is Zorgverband?"),
            "for": _("Voor %(name)s") % {"name": breakable(network_name(people))},
            "sentences": explained(CLIENT).sentences,
            "call": _("Wie kunt u bellen?"),
            "urgent": [_("Levensgevaar"), "112"],
            "calls": [call_words(one) for one in calls],
            "join": _("Wilt u zelf meelezen? Vraag het aan iemand die bij u komt."),
            **made_words(calls),
        }
    return Printed(words, frozenset(), clock.now())
