"""FHIR R4: what other care systems hand over comes in here, as facts ready to be stored."""
