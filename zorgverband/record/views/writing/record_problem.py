"""The form for a problem: of the body, or of feeling and thinking."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions, forms
from ...actions.record_problem import SUBJECTS, NotAProblem
from ...forms import Field, text
from ..about import Whose
from ..entry import BOTH, NOTE, Form, note_field, typed, write_new


def _problem_fields(here: Here, found: Whose) -> Sequence[Field]:
    kinds = {
        Subject.HEALTH: _("Over het lichaam"),
        Subject.MIND: _("Over gevoel en denken"),
    }
    options = [
        (str(subject.value), label)
        for subject, label in kinds.items()
        if here.seat.may_write(about=found.member, subject=subject)
    ]
    chosen = typed(here, "subject", options[0][0])
    return [
        Field("name", _("Wat is er aan de hand?"), value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: suikerziekte, pijn in de knie")),
        Field("subject", _("Waar gaat het over?"), "choice", chosen, options=options,
              hint=_("Dit bepaalt wie het mag lezen.")),
        Field("since", _("Sinds wanneer?"), "date", typed(here, "since")),
        note_field(here),
    ]  # fmt: skip


def _write_problem(here: Here, found: Whose) -> Item:
    data = here.request.POST
    chosen = [one for one in SUBJECTS if str(one.value) == data.get("subject")]
    if not chosen:
        raise NotAProblem(field="subject")
    return actions.record_problem(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        subject=chosen[0],
        since=forms.day(data, "since"),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_problem(here: Here) -> HttpResponse:
    """Write down a problem."""
    return write_new(here, _PROBLEM)


_PROBLEM = Form(
    title=gettext_lazy("Probleem toevoegen"),
    done=gettext_lazy("Het probleem staat in het dossier."),
    back="problems",
    back_label=gettext_lazy("Terug naar Problemen"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.HEALTH, Subject.MIND),
    fields=_problem_fields,
    write=_write_problem,
)
