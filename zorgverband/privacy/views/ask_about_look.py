"""'Ik begrijp dit niet': from the log to a question to the contact person, in one click."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import moment_of
from zorgverband.journal.models import Look
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.sentences import listed

from ..actions.ask_about_look import Contact, ask_about_look, contact_for, readers_of
from ..looking.words import moment

LONGEST = 2000


@require_http_methods(["GET", "POST"])
@network_door
def ask_about_visit(here: Here, person_id: UUID) -> HttpResponse:
    """The question as it will be asked, and asking it."""
    question, member = _question(here, person_id)
    more = here.request.POST.get("more", "")[:LONGEST]
    refusal, contact = None, None
    try:
        contact = contact_for(
            seat=here.seat, person=here.person, people=faces(here.network), looked=member
        )
        if here.request.method == "POST":
            return _asked(here, contact, question, more)
    except Refusal as found:
        refusal = found
    return page(
        here, "privacy/ask_about_visit.html", current="more", question=question, more=more,
        contact=contact, refusal=refusal, person_id=person_id,
        readers=_readers(here, contact) if contact else "",
        at=here.request.GET.get("at", here.request.POST.get("at", "")),
        status=refusal.status if refusal and here.request.method == "POST" else 200,
    )  # fmt: skip


def _readers(here: Here, contact: Contact) -> str:
    """'u, Jannie de Wit en Marijke de Wit': everybody who will read it."""
    names = names_of_people(here.network)
    reading = readers_of(contact, seat=here.seat, person=here.person) - {here.person}
    return listed([_("u"), *sorted(names[one] for one in reading if one in names)])


def _question(here: Here, person_id: UUID) -> tuple[str, UUID]:
    """The sentence, and the member who looked; raises NotHere for what the viewer cannot see."""
    rows = Look.objects.filter(network_id=here.network, person_id=person_id)
    at = moment_of(here.request.GET.get("at") or here.request.POST.get("at"))
    row = (rows.filter(at=at) if at else rows).order_by("-at").values().first()
    if row is None or person_id == here.person:
        raise NotHere()
    words = _("Waarom keek %(name)s in het dossier? Het was %(when)s.")
    return words % {"name": row["person_name"], "when": moment(row["at"])}, row["member_id"]


def _asked(here: Here, contact: Contact, question: str, more: str) -> HttpResponse:
    item = ask_about_look(
        seat=here.seat, person=here.person, contact=contact, question=question, more=more
    )
    here.touch(CREATE, item)
    words = _("Uw vraag is naar %(name)s gestuurd. Het antwoord komt bij Afspraken.")
    say(here.request, words % {"name": contact.name})
    return HttpResponseRedirect(reverse("who_looked", kwargs={"network_id": here.network}))
