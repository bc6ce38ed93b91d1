"""Every sentence with which starting up can be refused: Dutch first, English in brackets.

The docstring of a refusal is what the person at the keyboard reads. Only the standard library is
used here, because `zv` needs these sentences before anything is installed.
"""

import inspect


class Refusal(Exception):
    """Het starten is niet gelukt. (Starting failed.)"""

    def __init__(self, **facts: object) -> None:
        """Keep the facts that the sentence in the docstring names between braces."""
        sentence = " ".join((inspect.getdoc(type(self)) or "").split())
        super().__init__(sentence.format(**facts))


class DirectoryNotWritable(Refusal):
    """In de map {path} kan niet worden geschreven; kies met --data een map van uzelf.
    (The directory {path} is not writable; choose one of your own with --data.)"""


class NotADirectory(Refusal):
    """{path} is een bestand en geen map; kies met --data een andere plek.
    ({path} is a file and not a directory; choose another place with --data.)"""


class SomeoneElsesDirectory(Refusal):
    """De gegevens in {path} zijn van gebruiker {owner}; start zv als die gebruiker.
    (The data in {path} belong to user {owner}; run zv as that user.)"""


class NoDatabaseUser(Refusal):
    """PostgreSQL weigert als root te draaien en de gebruiker {account} is niet bruikbaar; maak een
    systeemgebruiker "zorgverband" of start zv als gewone gebruiker. (PostgreSQL refuses to run as
    root and user {account} cannot be used; add a system user "zorgverband" or run zv as an
    ordinary user.)"""


class NoPlaceForDatabase(Refusal):
    """De gebruiker {account}, die de database draait, kan nergens bij: geprobeerd zijn {places}.
    (User {account}, who runs the database, can reach none of these places: {places}.)"""


class NoPlaceForSocket(Refusal):
    """De map {path} voor de verbinding met de database is van een ander of staat open; verwijder
    die map. (The directory {path} for the database socket is someone else's or open; remove it.)"""


class DatabaseGone(Refusal):
    """De database van deze gegevens stond in {path} en is daar niet meer; zet een back-up terug of
    kies een andere map met --data. (The database of these data was in {path} and is gone; restore
    a backup or choose another directory with --data.)"""


class OtherPostgresVersion(Refusal):
    """De database in {path} is gemaakt door PostgreSQL {found}; deze versie gebruikt {wanted}.
    (The database in {path} was made by PostgreSQL {found}; this version uses {wanted}.)"""


class DatabaseDidNotStart(Refusal):
    """De database start niet: {reason} (logboek: {log}).
    (The database does not start: {reason}; log: {log}.)"""


class UnsafeRole(Refusal):
    """Zorgverband start niet: de databaserol {role} mag te veel ({faults}), dan werken de sloten
    niet. (Zorgverband does not start: database role {role} may do too much ({faults}), so the
    locks would not hold.)"""
