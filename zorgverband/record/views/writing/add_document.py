"""The form for a document with its file."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_subjects
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions
from ...forms import Field, text
from ..about import Whose
from ..entry import BOTH, NOTE, Form, note_field, typed, write_new


def _document_fields(here: Here, found: Whose) -> Sequence[Field]:
    subjects = writable_subjects(here.seat, found.member)
    return [
        Field("upload", _("Welk bestand?"), "file", required=True,
              hint=_("Een PDF of een foto van hoogstens 10 MB.")),
        Field("name", _("Hoe heet het?"), value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: Brief van de cardioloog")),
        Field("subject", _("Waar gaat het over?"), "select", typed(here, "subject"),
              options=[(str(one.value), str(one.label)) for one in subjects],
              hint=_("Dit bepaalt wie het mag lezen.")),
        note_field(here),
    ]  # fmt: skip


def _write_document(here: Here, found: Whose) -> Item:
    data, upload = here.request.POST, here.request.FILES.get("upload")
    subjects = writable_subjects(here.seat, found.member)
    chosen = [one for one in subjects if str(one.value) == data.get("subject")]
    if not chosen:
        # Never under another subject than was chosen: that would be for other readers.
        raise MayNotWrite(field="subject")
    return actions.add_document(
        seat=here.seat,
        person=here.person,
        about=found.member,
        subject=chosen[0],
        title=text(data, "name", most=200),
        file_name=(upload.name or "") if upload else "",
        upload=upload,
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def add_document(here: Here) -> HttpResponse:
    """Add a document with its file."""
    return write_new(here, _DOCUMENT)


_DOCUMENT = Form(
    title=gettext_lazy("Document toevoegen"),
    done=gettext_lazy("Het document staat in het dossier."),
    back="documents",
    back_label=gettext_lazy("Terug naar Documenten"),
    button=gettext_lazy("Toevoegen"),
    subjects=tuple(subject for subject in Subject if subject is not Subject.CARER),
    fields=_document_fields,
    write=_write_document,
    files=True,
)
