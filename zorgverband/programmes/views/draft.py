"""One version of a programme: to read line by line; a draft to change, publish or throw away."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.organisations.queries import programmes_kept_by
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.subjects import ICONS, Subject

from .. import actions, kept, queries
from ..forms import head_typed, read_head, subjects
from ..parties import PARTIES
from ..queries import Line
from ..shown import label_of
from ..terms_words import term_words

_HEADS = ("question", "goal", "agreement", "party")


@require_safe
@person_door
def programme_version(here: Outside, version_id: UUID) -> HttpResponse:
    """Its lines, and how it differs from the version before."""
    return _page(here, version_id)


def _page(here: Outside, id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.version(id)
    places = dict(programmes_kept_by(here.person))
    if not places or (found.neighbourhood is not None and found.neighbourhood not in places):
        raise NotHere()
    lines, earlier = queries.lines(id), kept.before(found)
    context: dict[str, Any] = {
        "version": found,
        "draft": found.published_at is None,
        "subject": str(Subject(found.subject).label),
        "places": [(each, name) for each, name in places.items()
                   if found.neighbourhood in (None, each)],
        "sections": [
            (kind, _heading(kind), [_shown(line) for line in lines if line.kind == kind])
            for kind in _HEADS
        ],
        "earlier": earlier,
        "changes": kept.changes(queries.lines(earlier.id), lines) if earlier else kept.Changes(),
        "note": here.request.POST.get("note", ""),
    }  # fmt: skip
    return page_across(
        here, "programmes/version.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200, **context,
    )  # fmt: skip


def _heading(kind: str) -> str:
    return {"question": _("Vragen"), "goal": _("Doelen"), "agreement": _("Afspraken"),
            "party": _("Wie doen er meestal mee?")}[kind]  # fmt: skip


def _shown(line: Line) -> dict[str, Any]:
    subject = Subject(line.subject)
    who = PARTIES[line.party].heading if line.party in PARTIES else ""
    party = line.kind == "party"
    return {
        "id": line.id,
        "words": who if party else line.words,
        "more": line.words if party else line.more,
        "label": label_of(line),
        "icon": ICONS[subject],
        "who": who,
        "terms": term_words(line),
        "party": party,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def change_programme(here: Outside, version_id: UUID) -> HttpResponse:
    """Another name, subject or term for a draft."""
    found, refusal = kept.draft_of(here.person, version_id), None
    if here.request.method == "POST":
        try:
            actions.change_programme(
                person=here.person, version=version_id, head=read_head(here.request.POST)
            )
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Bewaard."))
            return HttpResponseRedirect(reverse("programme_version", args=[version_id]))
    return page_across(
        here, "programmes/head.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200, typed=head_typed(here.request.POST, found),
        subjects=subjects(), title=_("Naam en onderwerp"), place=found.neighbourhood_name,
        back=reverse("programme_version", args=[version_id]),
    )  # fmt: skip


@require_POST
@person_door
def publish_programme(here: Outside, version_id: UUID) -> HttpResponse:
    """From now on everybody sees this version."""
    try:
        actions.publish_programme(
            person=here.person, version=version_id, note=here.request.POST.get("note", "")[:300]
        )
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _page(here, version_id, refusal)
    say(here.request, _("Gepubliceerd. Plannen die al begonnen zijn, veranderen niet."))
    programme = queries.version(version_id).programme
    return HttpResponseRedirect(reverse("kept_programme", args=[programme]))


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def discard_draft(here: Outside, version_id: UUID) -> HttpResponse:
    """Asking first; posted, the draft is gone."""
    found = kept.draft_of(here.person, version_id)
    if here.request.method != "POST":
        return page_across(here, "programmes/discard.html", current="more_across", version=found)
    actions.discard_draft(person=here.person, version=version_id)
    say(here.request, _("Het concept is weg."))
    return HttpResponseRedirect(reverse("kept_programmes"))
