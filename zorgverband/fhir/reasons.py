"""Why a resource gets no place in the record: the fixed list, so that it can be counted.

Every sentence is a gettext msgid; who shows it translates it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

IN_ERROR = _("De bron zegt dat dit een vergissing was.")
DELETED = _("De bron heeft dit verwijderd.")
TWICE = _("Staat dubbel in dit bestand; het is één keer overgenomen.")
OLDER = _("Er staat een nieuwere versie in dit bestand.")
NOT_A_PERSON = _("Gaat niet over een persoon, maar over een groep, plaats of apparaat.")
CHANGES_MEANING = _(
    "Bevat een aanvulling die de betekenis kan veranderen en die Zorgverband niet kent."
)
PATIENT = _("Zegt over wie het bestand gaat. Dat is gecontroleerd, niet overgenomen.")
NAMED = _("De naam staat bij de gegevens die hiernaar verwijzen.")
PERSON = _("Mensen komen in een netwerk door een uitnodiging. De naam staat bij de gegevens.")
MEDICINE = _("Een los medicijn. De naam staat bij het gegeven dat ernaar verwijst.")
PART = _("Hoort bij een ander gegeven en staat daarbij.")
INSIDE = _("Zit in een gegeven dat zelf niet is overgenomen.")
CONTAINER = _("Een verzameling. De inhoud is apart gelezen.")
LIST = _("Een lijst van andere gegevens. Die zijn apart gelezen.")
MONEY = _("Gaat over betaling of verzekering. Dat hoort niet in het zorgdossier.")
BLANK_FORM = _("Een leeg formulier of een voorbeeld, niet over een persoon.")
PLANNING = _("Gaat over de planning van een organisatie, niet over een persoon.")
MESSAGE = _("Een bericht of taak binnen een ander computersysteem.")
LOGBOOK = _("Het logboek van een ander computersysteem.")
SHARING = _("Toestemming om te delen regelt u in Zorgverband zelf.")
RESEARCH = _("Gaat over wetenschappelijk onderzoek.")
TECHNICAL = _("Technische afspraken tussen computersystemen.")
NO_PLACE = _("Voor dit soort gegeven heeft Zorgverband nog geen plaats.")
NO_TYPE = _("onbekend")
NO_RESOURCE = _("Een regel zonder gegeven.")

_BY_REASON: Mapping[str, str] = {
    PATIENT: "Patient",
    PERSON: "RelatedPerson Person",
    NAMED: "Practitioner PractitionerRole Organization OrganizationAffiliation Location "
    "HealthcareService Endpoint Group",
    MEDICINE: "Medication MedicationKnowledge",
    PART: "Substance Specimen Binary BodyStructure Provenance",
    CONTAINER: "Bundle Parameters",
    LIST: "List",
    MONEY: "Account ChargeItem ChargeItemDefinition Claim ClaimResponse Contract Coverage "
    "CoverageEligibilityRequest CoverageEligibilityResponse EnrollmentRequest EnrollmentResponse "
    "ExplanationOfBenefit InsurancePlan Invoice PaymentNotice PaymentReconciliation",
    BLANK_FORM: "Questionnaire PlanDefinition ActivityDefinition Library Measure",
    PLANNING: "Schedule Slot AppointmentResponse",
    MESSAGE: "Communication CommunicationRequest Task MessageHeader OperationOutcome",
    LOGBOOK: "AuditEvent",
    RESEARCH: "ResearchStudy ResearchSubject ResearchDefinition ResearchElementDefinition",
    TECHNICAL: "Subscription SubscriptionStatus SubscriptionTopic CapabilityStatement CodeSystem "
    "CompartmentDefinition ConceptMap GraphDefinition ImplementationGuide MessageDefinition "
    "NamingSystem OperationDefinition SearchParameter StructureDefinition StructureMap "
    "TerminologyCapabilities TestReport TestScript ValueSet",
}

BY_TYPE: Mapping[str, str] = MappingProxyType(
    {name: reason for reason, names in _BY_REASON.items() for name in names.split()}
)


def reason_for(resource_type: str) -> str:
    """Why a resource of this type, which has no place of its own, is left out."""
    return BY_TYPE.get(resource_type, NO_PLACE)
