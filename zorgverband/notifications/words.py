"""What happened, in one short sentence per verb of the journal."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .kinds import Kind

_WORDS = {
    "shared": gettext_noop("%(name)s schreef"),
    "replied": gettext_noop("%(name)s reageerde"),
    "edited": gettext_noop("%(name)s veranderde dit"),
    "took_over": gettext_noop("%(name)s nam dit over uit een ander systeem"),
    "agreement_asked": gettext_noop("%(name)s vroeg dit"),
    "agreement_accepted": gettext_noop("%(name)s doet dit"),
    "agreement_declined": gettext_noop("%(name)s kan dit niet doen"),
    "agreement_done": gettext_noop("%(name)s heeft dit gedaan"),
    "agreement_received": gettext_noop("%(name)s heeft dit gezien en laat het nog weten"),
    "agreement_started": gettext_noop("%(name)s is hiermee begonnen"),
    "agreement_held": gettext_noop("%(name)s zette dit even stil"),
    "agreement_resumed": gettext_noop("Dit loopt weer"),
    "agreement_failed": gettext_noop("Dit is %(name)s niet gelukt"),
    "agreement_reminder": gettext_noop("Denkt u hieraan?"),
    "agreement_cancelled": gettext_noop("%(name)s liet dit vervallen"),
    "goal_added": gettext_noop("%(name)s zette een doel in het plan"),
    "goal_step": gettext_noop("%(name)s zei hoe het gaat met dit doel"),
    "goal_closed": gettext_noop("%(name)s sloot dit doel af"),
    "plan_cycle": gettext_noop("%(name)s begon een nieuwe ronde van het plan"),
    "plan_review_asked": gettext_noop("%(name)s vraagt wat u vindt van het plan"),
    "plan_agreed": gettext_noop("%(name)s zei ja tegen het plan"),
    "plan_sign_asked": gettext_noop("%(name)s vraagt u het plan te lezen en te tekenen"),
    "plan_signed": gettext_noop("%(name)s zei ja tegen het plan"),
    "plan_disagreed": gettext_noop("%(name)s las het plan en is het er niet mee eens"),
    "plan_part_ended": gettext_noop("%(name)s haalde dit uit het plan"),
    "visit_planned": gettext_noop("%(name)s zette dit bezoek in de agenda"),
    "visit_moved": gettext_noop("%(name)s verzette dit bezoek"),
    "visit_cancelled": gettext_noop("%(name)s zegde dit bezoek af"),
    "visit_restored": gettext_noop("%(name)s laat dit bezoek toch doorgaan"),
    "joined": gettext_noop("%(member)s doet mee"),
    "left": gettext_noop("%(member)s doet niet meer mee"),
    "removed": gettext_noop("%(member)s doet niet meer mee"),
    "role_changed": gettext_noop("%(member)s doet hier nu iets anders"),
    "reading_changed": gettext_noop("%(name)s veranderde wie uw berichten leest"),
    "coordinator_chosen": gettext_noop("%(member)s is nu coördinator"),
    "first_contact_chosen": gettext_noop("%(member)s is nu eerste aanspreekpunt"),
    "declined": gettext_noop("Iemand zei nee op een uitnodiging van u"),
    "codes_wrong": gettext_noop("De code bij een uitnodiging van u was te vaak fout"),
    "compartment_named": gettext_noop("%(name)s noemde u in een afgeschermde ruimte"),
    "emergency_opened": gettext_noop("%(name)s heeft in nood in het dossier gekeken"),
    "emergency_judged": gettext_noop("%(name)s heeft geoordeeld over een noodtoegang"),
    "emergency_waits": gettext_noop("Er is in nood gekeken. Zeg nog wat u daarvan vindt"),
    "requested": gettext_noop("%(name)s vraagt om een bericht te veranderen"),
    "request_granted": gettext_noop("%(name)s deed wat werd gevraagd"),
    "request_refused": gettext_noop("%(name)s doet dit niet, en zegt waarom"),
    "request_extended": gettext_noop("%(name)s heeft meer tijd nodig voor dit verzoek"),
    "request_withdrawn": gettext_noop("%(name)s trok dit verzoek in"),
    "result_asked": gettext_noop("%(name)s vraagt of een eerdere uitslag mag worden gelezen"),
    "advice_ended": gettext_noop("%(name)s zei dat dit advies niet meer geldt"),
    "control_self": gettext_noop("%(member)s beslist weer zelf"),
    "control_supported": gettext_noop("%(member)s krijgt hulp bij beslissen"),
    "control_represented": gettext_noop("Iemand anders beslist nu voor %(member)s"),
    "control_interim": gettext_noop("%(name)s beslist tijdelijk voor %(member)s"),
    "control_stopped": gettext_noop("Er is veranderd wie voor %(member)s beslist"),
    "control_ended": gettext_noop("Het tijdelijk beslissen voor %(member)s is gestopt"),
    "authority_given": gettext_noop("Er is ingevuld wie gezag heeft over %(member)s"),
    "authority_ended": gettext_noop("Er is veranderd wie gezag heeft over %(member)s"),
    "proposal_made": gettext_noop("%(name)s stelt iets voor. U zegt ja of nee."),
    "proposal_agreed": gettext_noop("%(name)s zei ja op een voorstel"),
    "proposal_declined": gettext_noop("%(name)s zei nee op een voorstel"),
    "invitation_prepared": gettext_noop("%(name)s wil iemand uitnodigen. U zegt ja of nee."),
    "invitation_agreed": gettext_noop("%(name)s zei ja op een uitnodiging die u klaarzette"),
    "invitation_refused": gettext_noop("%(name)s zei nee op een uitnodiging die u klaarzette"),
    "reopened": gettext_noop("%(name)s opende dit netwerk weer"),
    "log_sealed": gettext_noop("De code van Wie heeft gekeken"),
    "reminded": gettext_noop("%(name)s vraagt u hieraan te denken"),
    "look_again": gettext_noop("%(name)s vraagt u hier nog eens naar te kijken"),
    "new_kind": gettext_noop("Er doet een nieuw soort organisatie mee"),
}
_SOMETHING, _WROTE = gettext_noop("Er is iets veranderd"), gettext_noop("%(name)s schreef")


def what_happened(*, verb: str, kind: str, name: str, member: str) -> str:
    """'Fatima El Amrani schreef': who did what. `member`: whom it happened to, about members."""
    words = _WORDS.get(verb, _SOMETHING if kind == Kind.PEOPLE else _WROTE)
    return _(words) % {"name": name, "member": member}
