"""The programmes of a neighbourhood, for who keeps them: the list, one with its history, a new one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.programming import Keeping, programme_keepers
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.organisations.queries import programmes_kept_by
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.ui.dates import full_date

from .. import actions, kept
from ..forms import head_typed, read_head, subjects
from ..models import Programme


@require_safe
@person_door
def kept_programmes(here: Outside) -> HttpResponse:
    """Per neighbourhood: every programme, its own or the standard one, and who keeps them."""
    places = programmes_kept_by(here.person)
    if not places:
        raise NotHere()
    return page_across(
        here, "programmes/kept.html", current="more_across",
        places=[
            (id, name, kept.shelves(id), list(dict.fromkeys(one.name for one in keepers_now(id))))
            for id, name in places
        ],
    )  # fmt: skip


def keepers_now(neighbourhood: UUID) -> list[Keeping]:
    """Who keeps them at this moment."""
    return [one for one in programme_keepers(neighbourhood) if kept.runs(one)]


@require_safe
@person_door
def kept_programme(here: Outside, programme_id: UUID) -> HttpResponse:
    """One programme of the neighbourhood: its versions, who made them and when."""
    row = Programme.objects.filter(id=programme_id).values("neighbourhood_id").first()
    place = kept.must_keep(here.person, row["neighbourhood_id"] if row else None)
    assert row is not None
    editions = kept.history(programme_id, row["neighbourhood_id"])
    if not editions:
        raise NotHere()
    return page_across(
        here, "programmes/history.html", current="more_across", place=place,
        neighbourhood=row["neighbourhood_id"], title=editions[0].version.title,
        drafting=editions[0].version.published_at is None,
        editions=[(one, full_date(one.version.published_at or one.made_at)) for one in editions],
    )  # fmt: skip


@require_POST
@person_door
def copy_programme(here: Outside, neighbourhood_id: UUID, version_id: UUID) -> HttpResponse:
    """On with a draft that holds the lines of this version."""
    draft = actions.copy_programme(
        person=here.person, neighbourhood=neighbourhood_id, version=version_id
    )
    say(here.request, _("Dit is een concept. Anderen zien het pas als u het publiceert."))
    return HttpResponseRedirect(reverse("programme_version", args=[draft]))


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def new_programme(here: Outside, neighbourhood_id: UUID) -> HttpResponse:
    """The name of a programme of one's own; posted, a draft without lines."""
    place, refusal = kept.must_keep(here.person, neighbourhood_id), None
    if here.request.method == "POST":
        try:
            draft = actions.new_programme(
                person=here.person,
                neighbourhood=neighbourhood_id,
                head=read_head(here.request.POST),
            )
        except Refusal as raised:
            refusal = raised
        else:
            return HttpResponseRedirect(reverse("programme_version", args=[draft]))
    return page_across(
        here, "programmes/head.html", current="more_across", refusal=refusal, place=place,
        status=refusal.status if refusal else 200, typed=head_typed(here.request.POST, None),
        subjects=subjects(), title=_("Nieuw programma"), back=reverse("kept_programmes"),
    )  # fmt: skip
