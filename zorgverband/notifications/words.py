"""What happened, in one short sentence per verb of the journal."""

from django.utils.translation import gettext as _

from .kinds import Kind


def what_happened(*, verb: str, kind: str, name: str, member: str) -> str:
    """'Fatima El Amrani schreef': who did what. `member`: whom it happened to, about members."""
    words = {
        "shared": _("%(name)s schreef"),
        "replied": _("%(name)s reageerde"),
        "edited": _("%(name)s veranderde dit"),
        "took_over": _("%(name)s nam dit over uit een ander systeem"),
        "agreement_asked": _("%(name)s vroeg dit"),
        "agreement_accepted": _("%(name)s doet dit"),
        "agreement_declined": _("%(name)s kan dit niet doen"),
        "agreement_done": _("%(name)s heeft dit gedaan"),
        "agreement_cancelled": _("%(name)s liet dit vervallen"),
        "visit_planned": _("%(name)s zette dit bezoek in de agenda"),
        "visit_moved": _("%(name)s verzette dit bezoek"),
        "visit_cancelled": _("%(name)s zegde dit bezoek af"),
        "visit_restored": _("%(name)s laat dit bezoek toch doorgaan"),
        "joined": _("%(member)s doet mee"),
        "left": _("%(member)s doet niet meer mee"),
        "removed": _("%(member)s doet niet meer mee"),
        "coordinator_chosen": _("%(member)s is nu coördinator"),
        "first_contact_chosen": _("%(member)s is nu eerste aanspreekpunt"),
        "declined": _("Iemand zei nee op een uitnodiging van u"),
        "codes_wrong": _("De code bij een uitnodiging van u was te vaak fout"),
        "new_kind": _("Er doet een nieuw soort organisatie mee"),
    }
    other = _("Er is iets veranderd") if kind == Kind.PEOPLE else _("%(name)s schreef")
    return words.get(verb, other) % {"name": name, "member": member}
