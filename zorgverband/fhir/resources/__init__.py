"""Which resource has a place in the record, one file per type; all others are left out by name."""

from collections.abc import Mapping
from types import MappingProxyType

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.resources import (
    allergy_intolerance,
    appointment,
    assessment,
    care_plan,
    care_team,
    composition,
    condition,
    consent,
    device,
    device_use_statement,
    diagnostic_report,
    document_reference,
    encounter,
    episode_of_care,
    family_member_history,
    flag,
    goal,
    imaging,
    immunization,
    immunization_recommendation,
    medication_administration,
    medication_dispense,
    medication_request,
    medication_statement,
    nutrition_order,
    observation,
    procedure,
    questionnaire_response,
    service_request,
)

_ALL = (
    *(condition.RECIPE, allergy_intolerance.RECIPE, observation.RECIPE, procedure.RECIPE),
    *(medication_statement.RECIPE, medication_request.RECIPE),
    *(medication_dispense.RECIPE, medication_administration.RECIPE),
    *(immunization.RECIPE, immunization_recommendation.RECIPE),
    *(diagnostic_report.RECIPE, imaging.IMAGING_STUDY, imaging.MEDIA),
    *(document_reference.RECIPE, composition.RECIPE, questionnaire_response.RECIPE),
    *(encounter.RECIPE, episode_of_care.RECIPE, appointment.RECIPE, service_request.RECIPE),
    *(care_plan.RECIPE, goal.RECIPE, care_team.RECIPE, nutrition_order.RECIPE),
    *(flag.RECIPE, consent.RECIPE, device.RECIPE, device_use_statement.RECIPE),
    *(assessment.RISK_ASSESSMENT, assessment.CLINICAL_IMPRESSION, assessment.DETECTED_ISSUE),
    family_member_history.RECIPE,
)

RECIPES: Mapping[str, Recipe] = MappingProxyType({one.resource_type: one for one in _ALL})
