"""One line of a draft: adding, changing and removing it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import actions, forms, kept, queries
from ..models import ProgrammeLine
from ..queries import Line


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def add_line(here: Outside, version_id: UUID, kind: str) -> HttpResponse:
    """A line of this kind, as the last one."""
    kept.draft_of(here.person, version_id)
    if kind not in ProgrammeLine.Kind.values:
        raise NotHere()
    return _line(here, version_id, kind, None)


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def change_line(here: Outside, version_id: UUID, line_id: UUID) -> HttpResponse:
    """Other words or terms for this line."""
    kept.draft_of(here.person, version_id)
    found = [line for line in queries.lines(version_id) if line.id == line_id]
    if not found:
        raise NotHere()
    return _line(here, version_id, found[0].kind, found[0])


def _line(here: Outside, version: UUID, kind: str, found: Line | None) -> HttpResponse:
    typed, refusal = forms.line_typed(here.request.POST, found), None
    if here.request.method == "POST":
        try:
            words = forms.read_line(typed, kind=kind, found=found)
            actions.keep_line(person=here.person, version=version,
                              line=found.id if found else None, words=words)  # fmt: skip
        except Refusal as raised:
            if raised.status == NotHere.status:
                raise
            refusal = raised
        else:
            say(here.request, _("Bewaard in het concept."))
            return HttpResponseRedirect(f"{reverse('programme_version', args=[version])}#{kind}")
    return page_across(
        here, "programmes/line_form.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200, version=version, kind=kind, line=found,
        typed=typed, title=_title(kind), domains=forms.domains(), subjects=forms.subjects(),
        parties=[("", _("Kies")), *forms.parties()], measures=forms.measures(),
        repeats=forms.repeats(), goals=_goals(version) if kind == "agreement" else [],
    )  # fmt: skip


def _title(kind: str) -> str:
    return {"question": _("Een vraag"), "goal": _("Een doel"), "agreement": _("Een afspraak"),
            "party": _("Wie meedoet")}[kind]  # fmt: skip


def _goals(version: UUID) -> list[tuple[str, str]]:
    found = [line for line in queries.lines(version) if line.kind == "goal"]
    return [("", _("Geen doel")), *((line.code, line.words) for line in found)]


@require_POST
@person_door
def remove_line(here: Outside, version_id: UUID, line_id: UUID) -> HttpResponse:
    """This line is not in the draft any more."""
    actions.remove_line(person=here.person, version=version_id, line=line_id)
    say(here.request, _("De regel is uit het concept."))
    return HttpResponseRedirect(reverse("programme_version", args=[version_id]))
