"""What makes a Dutch sentence too hard for Eenvoudig Nederlands, found by rule: nobody needs to judge.

The rules are those of "Informatie voor iedereen: Europese richtlijnen voor makkelijke informatie"
(Inclusion Europe, 2009): short sentences, easy words, no words of professionals, active and not
passive. The length is the twelve words that Dutch offices hold for language level A2. The list holds
words of this product and of offices; what stands on screen for one thing (netwerk, plan, afspraak)
keeps its one word and is no difficult word.
"""

import re

LONGEST = 12  # words between two full stops
#: Beginnings of words, with what to say in their place.
WORDS = {
    "aanduiding": "naam", "aanleiding": "reden", "aanvullen": "erbij schrijven", "actueel": "van nu",
    "adviseren": "raad geven", "afscherm": "dicht doen", "afgescherm": "dicht", "authenticator": "app",
    "beheerder": "wie de lijst bijhoudt", "beoordel": "kijken of iets goed is", "beperk": "minder",
    "beschikking": "brief met een besluit", "betreft": "gaat over", "betrokken": "meedoen",
    "bevoegd": "mag", "bewaarplicht": "moet bewaren", "bewindvoerder": "wie over uw geld beslist",
    "bezwaar": "nee zeggen", "casus": "iemand", "conform": "zoals", "consult": "raad vragen",
    "controleren": "nakijken", "curator": "wie voor u beslist", "daarnaast": "ook",
    "definitief": "voor altijd", "derhalve": "dus", "desgewenst": "als u dat wilt", "dient": "moet",
    "echter": "maar", "evalu": "terugkijken", "eventueel": "misschien", "functionaris": "iemand",
    "geautoriseerd": "mag", "geldig": "te gebruiken", "geschillen": "ruzie", "gezag": "mag beslissen",
    "gemachtigd": "mag voor u beslissen", "herroep": "stoppen", "herstelcode": "code voor nood",
    "hoogstens": "niet meer dan", "indicatie": "besluit over hulp", "indien": "als",
    "ingebracht": "erbij gezet", "inspectie": "controle", "intrek": "stoppen", "ingetrokken": "gestopt",
    "inzage": "lezen", "inzake": "over", "levensgevaar": "gevaar", "logboek": "lijst",
    "machtiging": "brief", "medicatie": "medicijnen", "mentor": "wie voor u beslist",
    "met betrekking tot": "over", "middels": "met", "noodtoegang": "kijken in nood",
    "notificatie": "melding", "omtrent": "over", "onomkeerbaar": "voor altijd", "oordeel": "wat u vindt",
    "openstaand": "nog open", "overdra": "verder gaan met", "overgedragen": "doorgegeven",
    "overeenkom": "afspraak", "passkey": "sleutel van uw toestel", "procedure": "wat er gebeurt",
    "publice": "laten zien", "gepubliceerd": "te zien", "raadpleg": "bekijken", "rectific": "verbeteren",
    "reeds": "al", "regie": "zelf beslissen", "registr": "opschrijven", "relevant": "belangrijk",
    "respectievelijk": "en", "sessie": "keer", "standaard": "gewoon", "ten behoeve van": "voor",
    "teneinde": "om", "termijn": "tijd", "tevens": "ook", "tegenstrijdig": "niet hetzelfde",
    "toepassing": "gebruik", "uiterlijk": "niet later dan", "vaststel": "besluiten",
    "vastgesteld": "besloten", "vastleg": "opschrijven", "vastgelegd": "opgeschreven",
    "verantwoordelijk": "zorgt voor", "vergissing": "fout", "verklar": "zeggen", "verleen": "geven",
    "verlengen": "langer maken", "verstrek": "geven", "vertegenwoordig": "voor u beslissen",
    "vertrouwelijk": "geheim", "vervallen": "stoppen", "verwerk": "gebruiken", "verwijder": "weghalen",
    "verwijz": "sturen naar", "voorgelegd": "gevraagd", "voorleggen": "vragen", "voorzien": "geven",
    "waarne": "vervangen", "waarborg": "zorgen voor", "wijzig": "veranderen", "wettelijk": "van de wet",
}  # fmt: skip
_HARD = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})\w*")
_PASSIVE = re.compile(
    r"\b(?:wordt|worden|werd|werden)\b[^.!?:]*?"
    r"\b(?:\w*ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|t|en))\b"
    r"|\b(?:\w*ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|t|en)) (?:wordt|worden|werd|werden)\b"
)
_END = re.compile(r"(?<=[.!?:;])\s+")
_FILLED = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+[^>]*>")


def difficult(words: str) -> list[str]:
    """Why these words are too hard, the hardest reason first; empty when they are not.

    What is filled in counts as one word. Reasons: "12+ words", "word: ..." and "passive".
    """
    plain = _FILLED.sub("x", words).lower()
    long = any(len(part.split()) > LONGEST for part in _END.split(plain))
    hard = [f"word: {found}" for found in dict.fromkeys(_HARD.findall(plain))]
    return [
        *(["12+ words"] if long else []), *hard, *(["passive"] if _PASSIVE.search(plain) else []),
    ]  # fmt: skip
