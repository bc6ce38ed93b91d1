"""The sentences with which making or restoring a backup can end."""

from zorgverband.config.refusals import Refusal


class BackupFailed(Refusal):
    """De back-up is niet gelukt: {reason}. (The backup failed: {reason}.)"""


class NotArchived(Refusal):
    """De server bewaart nog niet wat er wordt geschreven. Stop en start zv, maak dan een back-up.
    (The server does not yet keep what is written. Stop and start zv, then make a backup.)"""


class NotAMoment(Refusal):
    """ "{text}" is geen moment. Schrijf bijvoorbeeld 2026-11-20T14:30.
    ("{text}" is not a moment. Write for example 2026-11-20T14:30.)"""


class NoBackupBefore(Refusal):
    """In {path} staat geen back-up van voor {moment}. ({path} holds no backup from before {moment}.)"""


class PlaceInUse(Refusal):
    """In {path} staan al gegevens. Kies met --data een nieuwe map.
    ({path} holds data already. Choose a new directory with --data.)"""
