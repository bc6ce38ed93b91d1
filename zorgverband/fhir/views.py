"""'Gegevens overnemen': choose a file, look at what it holds, then store it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.fhir import shown, uploads
from zorgverband.fhir.actions import NotForYou, may_store, store
from zorgverband.fhir.fact import Reading
from zorgverband.fhir.forms import NAME, NoFile, read_upload
from zorgverband.fhir.incoming import read_bytes
from zorgverband.fhir.storing.same_person import doubt_about
from zorgverband.networks.queries import Face, clients, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say


@require_http_methods(["GET", "POST"])
@network_door
def fhir_upload(here: Here) -> HttpResponse:
    """Choose a file and about whom it is. It is read at once: what is no FHIR is refused here."""
    people = faces(here.network)
    about = _clients(here, people)
    if not about:
        raise NotForYou()
    if here.request.method == "GET":
        return _choose(here, people, about)
    try:
        content = read_upload(here.request.FILES.get("upload"))
        client = _chosen(about, here.request.POST.get("about", ""))
        read_bytes(NAME, content)
    except Refusal as refusal:
        return _choose(here, people, about, refusal)
    upload = uploads.keep(person=here.person, network=here.network, content=content)
    return HttpResponseRedirect(
        reverse(
            "fhir_store",
            kwargs={"network_id": here.network, "about_id": client.member, "upload_id": upload},
        )
    )


def _clients(here: Here, people: dict[UUID, Face]) -> list[Face]:
    """The clients for whom this person may take over files."""
    return [
        face
        for face in clients(people)
        if face.active and may_store(seat=here.seat, about=face.member)
    ]


def _chosen(about: list[Face], asked: str) -> Face:
    for face in about:
        if not asked or str(face.member) == asked:
            return face
    raise NotHere()


def _choose(
    here: Here, people: dict[UUID, Face], about: list[Face], refusal: Refusal | None = None
) -> HttpResponse:
    if refusal is not None and refusal.status == NotHere.status:
        raise refusal
    return page(
        here,
        "fhir/upload.html",
        current="more",
        people=people,
        status=refusal.status if refusal else 200,
        about=[(face.member, face.name) for face in about],
        refusal=refusal,
        at_field=isinstance(refusal, NoFile) or bool(refusal and refusal.field),
    )


@require_http_methods(["GET", "POST"])
@network_door
def fhir_store(here: Here, about_id: UUID, upload_id: UUID) -> HttpResponse:
    """Show what the kept file holds and what gets no place; stored when this is confirmed."""
    people = faces(here.network)
    about = _clients(here, people)
    client = _chosen(about, str(about_id))
    try:
        content = uploads.kept(person=here.person, network=here.network, upload=upload_id)
    except uploads.NotKept as refusal:
        return _choose(here, people, about, refusal)
    reading = read_bytes(NAME, content)
    if here.request.method == "GET":
        return _contents(here, people, client, reading)
    try:
        return _stored(here, people, client, reading, upload_id)
    except Refusal as refusal:
        return _contents(here, people, client, reading, refusal)


def _contents(
    here: Here,
    people: dict[UUID, Face],
    client: Face,
    reading: Reading,
    refusal: Refusal | None = None,
) -> HttpResponse:
    doubt = doubt_about(network=here.network, client=client.member, reading=reading)
    return page(
        here,
        "fhir/store.html",
        current="more",
        people=people,
        status=refusal.status if refusal else 200,
        client=client,
        groups=shown.groups(reading),
        left_out=shown.left_out(reading),
        doubts=shown.doubts(doubt) if doubt else [],
        facts=len(reading.facts),
        refusal=refusal,
    )


def _stored(
    here: Here, people: dict[UUID, Face], client: Face, reading: Reading, upload: UUID
) -> HttpResponse:
    """Store it, and lead to the record with a sentence about what became of it."""
    stored = store(
        seat=here.seat,
        person=here.person,
        about=client.member,
        reading=reading,
        other_person=here.request.POST.get("other") == "1",
    )
    for item in stored.items:
        here.touch(CREATE, item)
    uploads.forget(person=here.person, network=here.network, upload=upload)
    say(here.request, shown.outcome(stored))
    several = len(clients(people)) > 1
    address = reverse("record", kwargs={"network_id": here.network})
    return HttpResponseRedirect(address + (f"?about={client.member}" if several else ""))
