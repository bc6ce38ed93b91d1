"""The short self-check of a carer, and on request the short list."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..forms import read_answers, read_day, read_readers
from ..queries import checks
from ..tasks import QUESTIONS, Holds
from .choosing import answer_options, reader_options


@require_http_methods(["GET", "POST"])
@network_door
def carer_check(here: Here) -> HttpResponse:
    """Ask how long the carer keeps it up, or keep what they answer."""
    if here.seat.side != Side.FAMILY:
        raise NotHere()
    refusal = None
    if here.request.method == "POST":
        try:
            return _keep(here)
        except Refusal as raised:
            refusal = raised
    data, people = here.request.POST, faces(here.network)
    before = checks(here.network).get(here.seat.member, [])
    chosen = read_readers(data, people) if data else (before[0].readers if before else ())
    asks_list = "list" in data or "list" in here.request.GET
    return page(
        here, "carers/check.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, before=before[0].item if before else None,
        # The longest first: nobody begins with the worst.
        holds=[(one.value, one.label) for one in reversed(Holds)],
        typed={name: data.get(name, "") for name in ("holds", "rested_on", "words")},
        questions=_questions(data) if asks_list else [], answers=answer_options(),
        readers=reader_options(people, here.seat.member, chosen),
    )  # fmt: skip


def _questions(data: QueryDict) -> list[tuple[int, str, str]]:
    """The short list, each with what was answered."""
    return [(nr, str(words), data.get(f"answer-{nr}", "")) for nr, words in enumerate(QUESTIONS)]


def _keep(here: Here) -> HttpResponse:
    data = here.request.POST
    item = actions.say_how_it_goes(
        seat=here.seat,
        person=here.person,
        holds=whole_number(data.get("holds")),
        rested_on=read_day(data, "rested_on"),
        answers=read_answers(data),
        words=data.get("words", "")[:2000],
        readers=read_readers(data, faces(here.network)),
    )
    here.touch(CREATE, item.id)
    say(here.request, _("Bewaard. Dank u wel dat u dit zegt."))
    return HttpResponseRedirect(reverse("carers", kwargs={"network_id": here.network}))
