"""The record (dossier): measurements, medication, allergies, problems, examinations, documents."""
