"""The sentences with which setting up or starting can end, other than those of the database."""

from zorgverband.config.refusals import Refusal


class CheckoutNotWritable(Refusal):
    """In {path} kan niet worden geschreven, dus de benodigde pakketten kunnen daar niet komen.
    ({path} is not writable, so the packages that are needed cannot be put there.)"""


class NoVenv(Refusal):
    """Dit Python kan geen virtuele omgeving maken; installeer het pakket python3-venv.
    (This Python cannot make a virtual environment; install the package python3-venv.)"""


class PackagesNotInstalled(Refusal):
    """De benodigde pakketten zijn niet geïnstalleerd: {reason} (logboek: {log}).
    (The packages that are needed were not installed: {reason}; log: {log}.)"""


class PortTaken(Refusal):
    """Poort {port} op {host} is al in gebruik; kies met --port een andere.
    (Port {port} on {host} is in use already; choose another with --port.)"""


class PortNotAllowed(Refusal):
    """Op {host} poort {port} kan zorgverband niet luisteren ({reason}).
    (Zorgverband cannot listen on {host} port {port}: {reason}.)"""


class AlreadyRunning(Refusal):
    """Zorgverband draait al met de gegevens in {path} (proces {pid}, opdracht "{command}").
    (Zorgverband already runs on the data in {path}: process {pid}, command "{command}".)"""


class OwnServerOnly(Refusal):
    """De opdracht "{command}" maakt een eigen database en kan dat alleen op de eigen server; doe het
    zonder DATABASE_URL. (The command "{command}" makes a database of its own, which it can only do
    on the built-in server; do it without DATABASE_URL.)"""


class StepFailed(Refusal):
    """De stap "{step}" is mislukt: {reason} (logboek: {log}).
    (The step "{step}" failed: {reason}; log: {log}.)"""


class KeepsDying(Refusal):
    """Het onderdeel "{part}" stopt steeds opnieuw: {reason} (logboek: {log}).
    (The part "{part}" keeps stopping: {reason}; log: {log}.)"""


class PagesDoNotAnswer(Refusal):
    """De pagina's geven geen antwoord: {reason} (logboek: {log}).
    (The pages do not answer: {reason}; log: {log}.)"""
