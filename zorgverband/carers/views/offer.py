"""The form in which a carer says what they can do, want to do, and do not want."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.repeats import weekday_name

from .. import actions
from ..forms import WEEK, read_offer, read_readers
from ..queries import Offer, offers_now
from ..shown import hours_words
from ..tasks import TASKS, Stance
from .choosing import reader_options

NOTHING = "nothing"


@require_http_methods(["GET", "POST"])
@network_door
def offer_care(here: Here) -> HttpResponse:
    """Show what the carer said before, or keep what they say now."""
    if here.seat.side != Side.FAMILY:
        raise NotHere()
    people, data, refusal = faces(here.network), here.request.POST, None
    readers = read_readers(data, people)
    if here.request.method == "POST":
        try:
            item = actions.offer(
                seat=here.seat, person=here.person, offered=read_offer(data), readers=readers
            )
        except Refusal as raised:
            refusal = raised
        else:
            here.touch(CREATE, item.id)
            say(here.request, _("Bewaard. U kunt dit altijd veranderen."))
            return HttpResponseRedirect(reverse("carers", kwargs={"network_id": here.network}))
    now = offers_now(here.network).get(here.seat.member)
    chosen = readers if data else (now.readers if now else ())
    return page(
        here, "carers/offer.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, before=now.item if now else None,
        typed=_typed(data, now), stances=[(NOTHING, _("Zeg ik niets over")), *_stances()],
        weekdays=[(day, weekday_name(day)) for day in range(WEEK)],
        readers=reader_options(people, here.seat.member, chosen),
    )  # fmt: skip


def _stances() -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Stance]


def _typed(data: QueryDict, now: Offer | None) -> dict[str, Any]:
    """What was typed; on a fresh form what the carer said before."""
    if data or now is None:
        said = {task: data.get(f"task-{task}", NOTHING) for task in TASKS}
        days = data.getlist("weekday")
        fields = {
            name: data.get(name, "") for name in ("hours", "respite_weeks", "until_on", "limits")
        }
    else:
        said = {task: now.tasks.get(task, NOTHING) for task in TASKS}
        days = [str(day) for day in now.weekdays]
        fields = {
            "hours": "" if now.hours is None else hours_words(now.hours),
            "respite_weeks": str(now.respite_weeks or ""),
            "until_on": now.until_on.isoformat() if now.until_on else "",
            "limits": now.limits,
        }
    tasks = [(task, str(label), said[task]) for task, label in TASKS.items()]
    return {"tasks": tasks, "days": days, **fields}
