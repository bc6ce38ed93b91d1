"""'Wie ziet wat' and 'Wie heeft gekeken'."""
