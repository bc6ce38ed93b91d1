"""'Mijn organisatie': the people and teams of the organisation whose list one keeps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import queries


@require_safe
@person_door
def my_organisations(here: Outside) -> HttpResponse:
    """On to the one organisation, or a list to choose from."""
    kept = queries.kept_by(here.person)
    if len(kept) == 1:
        return HttpResponseRedirect(reverse("organisation", args=[kept[0][0]]))
    return page_across(here, "organisations/choose.html", current="more_across", kept=kept)


@require_safe
@person_door
def organisation(here: Outside, organisation_id: UUID) -> HttpResponse:
    """Everybody who works here, the teams, and who was asked to come."""
    name = queries.name_of(organisation_id, person=here.person)
    people, teams = queries.book_of(organisation_id)
    return page_across(
        here,
        "organisations/organisation.html",
        current="more_across",
        organisation=organisation_id,
        name=name,
        staff=people,
        teams=teams,
        waiting=None,
        asked=queries.waiting(organisation_id),
    )


def ask(
    here: Outside,
    act: Callable[[], object],
    *,
    title: str,
    sentences: list[str],
    yes: str,
    done: str,
    back: str,
    onward: str = "",
    no: str,
) -> HttpResponse:
    """The page that asks; posted, the act, and on. A refusal stands on the page."""
    refusal: Refusal | None = None
    if here.request.method == "POST":
        try:
            act()
        except Refusal as raised:
            if raised.status == 404:
                raise
            refusal = raised
        else:
            say(here.request, done)
            return HttpResponseRedirect(onward or back)
    context: dict[str, Any] = {"title": title, "sentences": sentences, "yes": yes, "no": no}
    return page_across(
        here,
        "organisations/confirm.html",
        current="more_across",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        back=back,
        **context,
    )
