"""A fact as an entry of the record: its words, its columns, its source."""

from datetime import datetime

from django.utils.translation import gettext as _

from zorgverband.fhir.fact import Attachment, Fact
from zorgverband.fhir.storing.columns import LISTED_MEDICATION, columns_of, parts_of
from zorgverband.fhir.storing.raw_text import raw_text
from zorgverband.fhir.wording.dates import moment
from zorgverband.record.taking.entry import Enclosed, Entry
from zorgverband.sharing.subjects import subject_by_code
from zorgverband.ui.sentences import kept_words

# A text of this size stands on a page; longer ones are kept with the source.
LONGEST_TEXT = 20_000


def entry_of(fact: Fact) -> Entry:
    """The entry for one fact; a file that is plain text becomes words."""
    texts = [one for one in fact.attachments if one.content_type.startswith("text/plain")]
    with kept_words():
        source = fact.taken_over_from or _("een ander systeem")
    return Entry(
        subject=subject_by_code(fact.subject),
        kind=_kind(fact),
        title=fact.title,
        body="\n".join(filter(None, [fact.body, *map(_words, texts)])),
        happened_at=fact.happened_at,
        taken_over_from=source,
        restricted=fact.restricted,
        source_id=fact.source_id,
        digest=fact.digest,
        resource_type=fact.resource_type,
        raw=raw_text(fact.raw),
        updated=_updated(fact),
        columns=columns_of(fact),
        parts=parts_of(fact),
        enclosed=[_enclosed(fact, one) for one in fact.attachments if one not in texts],
    )


def _kind(fact: Fact) -> str:
    if fact.kind == "medication" and fact.resource_type not in LISTED_MEDICATION:
        return "medication_given"
    if fact.plan is not None and fact.plan.part:
        return f"plan_{fact.plan.part}"
    return fact.kind


def _words(text: Attachment) -> str:
    return text.content.decode("utf-8", errors="replace").replace("\0", "")[:LONGEST_TEXT]


def _enclosed(fact: Fact, file: Attachment) -> Enclosed:
    return Enclosed(name=file.title or fact.title, content=file.content)


def _updated(fact: Fact) -> datetime | None:
    text = fact.raw.get("meta", {}).get("lastUpdated", "")
    return moment(text).at if text else None
