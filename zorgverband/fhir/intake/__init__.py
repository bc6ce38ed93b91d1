"""From bytes to checked FHIR resources, each with its place, its references and its identity."""
