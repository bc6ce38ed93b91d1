"""The command `import`, as `./zv import` calls it; the module's name is no Python word, so the
command itself stands in `import_fhir`."""

from zorgverband.fhir.management.commands.import_fhir import Command

__all__ = ["Command"]
