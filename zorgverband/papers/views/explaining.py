"""'Uitleg': a letter that says what Zorgverband is, in the language of who gets it."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.typeset import paper

from ..explanation import SHAPE, printed_explanation

LANGUAGES = dict(settings.LANGUAGES)


@require_safe
@network_door
def explanation(here: Here) -> HttpResponse:
    """In which language."""
    return page(here, "papers/explanation.html", current="more", languages=LANGUAGES.items())


@require_safe
@network_door
def explanation_on_paper(here: Here) -> HttpResponse:
    """The letter itself. Raises NotHere for a language there is not."""
    chosen = here.request.GET.get("taal", settings.LANGUAGE_CODE)
    if chosen not in LANGUAGES:
        raise NotHere()
    return paper(printed_explanation(here.seat, chosen).pdf(SHAPE), _("uitleg"))
