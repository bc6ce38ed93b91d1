"""What somebody reads who opens an invitation that ended, and what a wrong code says."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from zorgverband.base.refusals import Refusal
from zorgverband.sharing.frame import basics, rendered


class WrongCode(Refusal):
    """Deze code klopt niet. Kijk hem na. U kunt het nog {left} keer proberen."""


class CodeStopped(Refusal):
    """De code was vijf keer fout. De uitnodiging werkt niet meer. Vraag om een nieuwe."""


SENTENCES = {
    "accepted": (
        _("Deze uitnodiging is al gebruikt"),
        _("Deed u dat zelf? Dan kunt u inloggen."),
    ),
    "declined": (
        _("U doet niet mee"),
        _("Op deze uitnodiging is al nee gezegd. Wilt u toch meedoen? Vraag om een nieuwe."),
    ),
    "declined_now": (
        _("U doet niet mee"),
        _("Wij laten dat weten aan degene die u uitnodigde. U hoeft verder niets te doen."),
    ),
    "expired": (
        _("Deze uitnodiging is te oud"),
        _("De link werkt 14 dagen. Vraag om een nieuwe aan degene die u uitnodigde."),
    ),
    "codes": (
        _("Deze uitnodiging werkt niet meer"),
        _("De code was vijf keer fout. Vraag om een nieuwe aan degene die u uitnodigde."),
    ),
}
_OTHER = (
    _("Deze uitnodiging geldt niet meer"),
    _("Vraag om een nieuwe aan degene die u uitnodigde."),
)


def ended(request: HttpRequest, state: str) -> HttpResponse:
    """The page for an invitation that cannot be answered any more; it names nobody."""
    title, sentence = SENTENCES.get(state, _OTHER)
    context = basics(request, title=title, sentence=sentence, used=state == "accepted")
    status = 200 if state == "declined_now" else 410
    return unlogged(rendered("membership/ended.html", context, status=status))


def unlogged(response: HttpResponse) -> HttpResponse:
    """The response itself, marked so that Django writes no log line: its address is a secret."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
