"""The form for an allergy."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions
from ...forms import Field, text
from ...models import Allergy
from ..about import Whose
from ..entry import BOTH, NOTE, Form, note_field, typed, write_new


def _allergy_fields(here: Here, found: Whose) -> Sequence[Field]:
    code = Field("code", _("ATC-code"), value=typed(here, "code"),
                 hint=_("Van een medicijn of een groep, bijvoorbeeld J01C"))  # fmt: skip
    levels = [(one.value, str(one.label)) for one in Allergy.Criticality]
    return [
        Field("name", _("Waar kan %(name)s niet tegen?") % {"name": found.client.given_name},
              value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: penicilline, noten, pleisters")),
        Field("reaction", _("Wat gebeurt er dan?"), value=typed(here, "reaction"),
              hint=_("Bijvoorbeeld: rode bulten, benauwd")),
        Field("criticality", _("Hoe erg is het?"), "select", typed(here, "criticality"),
              options=levels),
        *([code] if here.seat.side == Side.CARE else []),
        note_field(here),
    ]  # fmt: skip


def _write_allergy(here: Here, found: Whose) -> Item:
    data = here.request.POST
    level = data.get("criticality", "")
    return actions.record_allergy(
        seat=here.seat,
        person=here.person,
        about=found.member,
        substance=text(data, "name", most=200),
        reaction=text(data, "reaction", most=500),
        code=text(data, "code", most=10) if here.seat.side == Side.CARE else "",
        criticality=level if level in Allergy.Criticality.values else "",
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_allergy(here: Here) -> HttpResponse:
    """Write down an allergy."""
    return write_new(here, _ALLERGY)


_ALLERGY = Form(
    title=gettext_lazy("Allergie toevoegen"),
    done=gettext_lazy("De allergie staat in het dossier."),
    back="allergies",
    back_label=gettext_lazy("Terug naar Allergieën"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.HEALTH,),
    fields=_allergy_fields,
    write=_write_allergy,
)
