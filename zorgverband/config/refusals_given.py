"""The sentences about a PostgreSQL that someone else runs (DATABASE_URL)."""

from zorgverband.config.refusals import Refusal


class BadDatabaseUrl(Refusal):
    """{name} is geen adres van een PostgreSQL-database; schrijf het als
    postgresql://gebruiker:wachtwoord@server/database. ({name} is not the address of a PostgreSQL
    database; write it as postgresql://user:password@server/database.)"""


class ServerUnreachable(Refusal):
    """De databaseserver van {name} is niet te gebruiken: {reason}.
    (The database server of {name} cannot be used: {reason}.)"""


class ServerTooOld(Refusal):
    """De databaseserver is PostgreSQL {found}; Zorgverband heeft 16 of nieuwer nodig.
    (The database server is PostgreSQL {found}; Zorgverband needs 16 or newer.)"""


class PasswordUnknown(Refusal):
    """De rol {role} bestaat al op de server, maar in {path} staat haar wachtwoord niet; geef
    ZV_APP_URL en ZV_OWNER_URL, of gebruik de eerdere gegevensmap. (Role {role} exists on the
    server, but {path} does not hold its password; set ZV_APP_URL and ZV_OWNER_URL, or use the
    earlier data directory.)"""


class DemoHalfBuilt(Refusal):
    """Het bouwen van de voorbeeldbuurt is halverwege gestopt; geef een lege database in DATABASE_URL
    en een nieuwe map met --data. (Building the demo stopped half-way; give an empty database in
    DATABASE_URL and a new directory with --data.)"""


class ServerIncomplete(Refusal):
    """Op de databaseserver ontbreekt iets wat de rol van DATABASE_URL niet zelf mag doen; laat een
    beheerder dit uitvoeren (the role of DATABASE_URL may not do what is missing; let an
    administrator run this): {missing}"""
