"""On what ground somebody decides for a client, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import KeptAccess, Representation

GROUNDS: dict[str, Promise] = {
    Representation.Ground.AUTHORISATION: _("een papier dat de cliënt zelf tekende (machtiging)"),
    Representation.Ground.MENTORSHIP: _("mentor, door de rechter gekozen"),
    Representation.Ground.CURATORSHIP: _("curator, door de rechter gekozen"),
    Representation.Ground.ADMINISTRATION: _("bewindvoerder, door de rechter gekozen"),
    Representation.Ground.CLOSE_RELATIVE: _("partner, ouder, kind, broer of zus (WGBO)"),
}
BY_COURT = frozenset({
    Representation.Ground.MENTORSHIP, Representation.Ground.CURATORSHIP,
    Representation.Ground.ADMINISTRATION,
})  # fmt: skip
INTERIM: dict[str, Promise] = {
    "nobody": _("Er is niemand die beslist"),
    "agreed": _("De cliënt vindt het goed"),
    "cannot": _("De cliënt kan het nu niet zelf"),
}
KEPT: dict[str, Promise] = {
    KeptAccess.Ground.KEEPER: _("bewaart het dossier"),
    KeptAccess.Ground.RETENTION: _("bewaarplicht van de zorg (WGBO)"),
    KeptAccess.Ground.NEXT_OF_KIN: _("nabestaande (WGBO, artikel 7:458a)"),
}
