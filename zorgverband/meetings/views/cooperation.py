"""'Hoe werken wij samen?': answering once each half year, and what came out of it."""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import cooperation as asked
from ..actions.say_cooperation import NOBODY, say_cooperation


@require_http_methods(["GET", "POST"])
@network_door
def cooperation(here: Here) -> HttpResponse:
    """The statements, one's own answer, what others let one read, and the mean of enough people."""
    refusal = None
    if here.request.method == "POST":
        try:
            here.touch(CREATE, say_cooperation(
                seat=here.seat, person=here.person, scores=_scores(here),
                words=here.request.POST.get("words", "")[:2000],
                readers=here.request.POST.get("readers", NOBODY),
            ))  # fmt: skip
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Dank u wel. Uw antwoord is bewaard."))
            return HttpResponseRedirect(reverse("cooperation", args=[here.network]))
    return _shown(here, refusal)


def _shown(here: Here, refusal: Refusal | None) -> HttpResponse:
    half, names = asked.half_now(), names_of_people(here.network)
    said = asked.said_in(here.network, half, names=names)
    return page(
        here, "meetings/cooperation.html", current="more", people=faces(here.network),
        statements=[_(one) for one in asked.STATEMENTS], scores=_scores(here),
        mine=next((one for one in said if one.person == here.person), None),
        others=[one for one in said if one.person != here.person],
        means=[(_(words), str(mean).replace(".", ","), people)
               for words, mean, people in asked.means(here.network, half)],
        may=here.seat.may_write(about=here.network, subject=Subject.ARRANGEMENTS),
        typed={word: here.request.POST.get(word, "") for word in ("words", "readers")},
        refusal=refusal,
        status=refusal.status if refusal else 200,
    )  # fmt: skip


def _scores(here: Here) -> list[int]:
    found = []
    for place in range(1, len(asked.STATEMENTS) + 1):
        score = 0
        with suppress(ValueError):
            score = int(here.request.POST.get(f"score-{place}", "0"))
        found.append(score)
    return found
