"""The one refusal of this room: a file that is not what FHIR R4 says it should be."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.base.refusals import Refusal

MISSING = _("Dit verplichte veld ontbreekt.")
UNKNOWN = _("Dit veld bestaat niet in FHIR R4.")
WRONG = _("De waarde heeft niet de vorm die FHIR R4 voorschrijft.")
ONE_ONLY = _("Hier mag maar één waarde staan.")
EMPTY = _("Dit veld is leeg. Een leeg veld moet ontbreken.")
NO_SUCH_TYPE = _("Dit soort gegeven bestaat niet in FHIR R4.")
NO_RESOURCE = _("Hier staat geen FHIR-gegeven: een JSON-object met resourceType.")
TOO_DEEP = _("De gegevens zitten te diep in elkaar.")
NO_JSON = _("Dit is geen geldige JSON.")
NO_NUMBER = _("Dit getal kan niet.")
NO_TEXT = _("Hier staat een teken dat in tekst niet mag.")
NOT_A_READABLE_BUNDLE = _("Dit soort Bundle bevat geen gegevens om over te nemen.")
ASK_AGAIN = _("Vraag de bron om een bestand in FHIR R4.")
ASK_A_BUNDLE = _("Vraag de bron om een document, collection of transaction.")


class NotFhir(Refusal):
    """{where}: {why} Er is niets overgenomen. {now}"""

    def __init__(self, *, where: str, why: str | Promise, now: str | Promise = ASK_AGAIN) -> None:
        """`where` is file, line or element path; `why` and `now` are sentences.

        The values in the file are never part of it, because they may be about a person.
        """
        super().__init__(where=where, why=str(why), now=str(now))
        self.where = where
        self.why = str(why)
        self.now = str(now)
