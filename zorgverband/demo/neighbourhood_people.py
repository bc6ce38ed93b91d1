"""Who lives and works in the demo neighbourhood: organisations, teams and professionals."""

from dataclasses import dataclass

ORGANISATIONS = {
    "linde": ("Huisartsenpraktijk De Linde", "gp", "071 555 0100"),
    "brug": ("Thuiszorg De Brug", "home_care", "071 555 0110"),
    "apotheek": ("Apotheek Duinrijk", "pharmacy", "071 555 0120"),
    "beweeg": ("Fysiotherapie Beweeg", "paramedic", "071 555 0130"),
    "taal": ("Ergo- en logopedie Duinrijk", "paramedic", "071 555 0131"),
    "geestgrond": ("Geestgrond GGZ", "mental_health", "071 555 0140"),
    "duinziekenhuis": ("Duinziekenhuis", "hospital", "071 555 0150"),
    "kinderzorg": ("Kinderthuiszorg West", "home_care", "071 555 0160"),
    "duinrijk": ("Gemeente Duinrijk", "municipality", "071 555 0170"),
    "samen": ("Welzijn Samen", "welfare", "071 555 0180"),
    "jeugd": ("Jeugdteam Duinrijk", "welfare", "071 555 0181"),
    "schuld": ("Schuldhulp Duinrijk", "debt_help", "071 555 0190"),
    "vuurtoren": ("Basisschool De Vuurtoren", "school", "071 555 0200"),
    "zeelyceum": ("Het Zeelyceum", "school", "071 555 0201"),
    "kade": ("Wonen aan de Kade", "welfare", "071 555 0210"),
    "zonnebloem": ("De Buurtbus", "volunteers", "071 555 0220"),
}

# Where one goes with a complaint about an organisation: name, number, address.
OFFICERS = {
    "brug": ("Wil Hofstra", "071 555 0119", "klachten@debrug.example"),
    "geestgrond": ("Klachtenbureau", "071 555 0149", "klachten@geestgrond.example"),
    "duinrijk": ("Klachtenloket", "071 555 0179", "duinrijk.example/klacht"),
}

# team: organisation, name, people with their function
TEAMS = {
    "brug_oost": (
        "brug",
        "Thuiszorg De Brug, team Oost",
        {
            "fatima": "district_nurse",
            "sanne": "district_nurse",
            "kevin": "home_carer",
            "mirjam": "home_carer",
        },
    ),
    "brug_west": (
        "brug",
        "Thuiszorg De Brug, team West",
        {"bas": "district_nurse", "soraya": "home_carer", "truus": "home_carer"},
    ),
    "kinderteam": (
        "kinderzorg",
        "Kinderthuiszorg West, team Duin",
        {"lotte": "district_nurse", "amber": "district_nurse"},
    ),
    "fact": (
        "geestgrond",
        "Geestgrond, wijkteam Duinrijk",
        {"rob": "mental_health_nurse", "meryem": "mental_health_nurse"},
    ),
}


@dataclass(frozen=True)
class Professional:
    """Somebody who works in the neighbourhood."""

    name: tuple[str, str, str]
    function: str
    organisation: str
    phone: str
    salutation: str = ""


PROFESSIONALS = {
    "anouk": Professional(("Anouk", "", "Visser"), "gp", "linde", "071 555 0101"),
    "pieter": Professional(("Pieter", "van", "Leeuwen"), "gp", "linde", "071 555 0102"),
    "ingrid": Professional(("Ingrid", "", "Bosman"), "practice_nurse", "linde", "071 555 0103"),
    "fatima": Professional(("Fatima", "", "El Amrani"), "district_nurse", "brug", "06 1200 3420"),
    "sanne": Professional(("Sanne", "", "Mulder"), "district_nurse", "brug", "06 1200 3421"),
    "kevin": Professional(("Kevin", "", "Jansen"), "home_carer", "brug", "06 1200 3422"),
    "mirjam": Professional(("Mirjam", "de", "Boer"), "home_carer", "brug", "06 1200 3423"),
    "bas": Professional(("Bas", "", "Kramer"), "district_nurse", "brug", "06 1200 3424"),
    "soraya": Professional(("Soraya", "", "Ramdin"), "home_carer", "brug", "06 1200 3425"),
    "truus": Professional(("Truus", "", "Willems"), "home_carer", "brug", "06 1200 3426"),
    "lotte": Professional(("Lotte", "", "Smeets"), "district_nurse", "kinderzorg", "06 1200 3427"),
    "amber": Professional(("Amber", "", "Prins"), "district_nurse", "kinderzorg", "06 1200 3428"),
    "hanneke": Professional(("Hanneke", "", "Smit"), "care_coordinator", "linde", "06 1200 3410"),
    "joost": Professional(("Joost", "van", "Dam"), "physiotherapist", "beweeg", "071 555 0132"),
    "vera": Professional(("Vera", "", "Timmer"), "occupational_therapist", "taal", "071 555 0133"),
    "nienke": Professional(("Nienke", "", "Vos"), "speech_therapist", "taal", "071 555 0134"),
    "omar": Professional(("Omar", "", "Benali"), "pharmacist", "apotheek", "071 555 0121"),
    "thea": Professional(("Thea", "", "Groen"), "case_manager", "geestgrond", "06 1200 3430"),
    "koos": Professional(("Koos", "", "Dekker"), "psychiatrist", "geestgrond", "071 555 0141"),
    "lisa": Professional(("Lisa", "", "Hoekstra"), "psychologist", "geestgrond", "071 555 0142"),
    "rob": Professional(("Rob", "", "Meijer"), "mental_health_nurse", "geestgrond", "06 1200 3431"),
    "meryem": Professional(
        ("Meryem", "", "Kaya"), "mental_health_nurse", "geestgrond", "06 1200 3432"
    ),
    "eva": Professional(("Eva", "", "Brouwer"), "paediatrician", "duinziekenhuis", "071 555 0151"),
    "marcel": Professional(
        ("Marcel", "", "Peters"), "specialist", "duinziekenhuis", "071 555 0152"
    ),
    "jolanda": Professional(
        ("Jolanda", "", "Kok"), "transfer_nurse", "duinziekenhuis", "071 555 0153"
    ),
    "linda": Professional(("Linda", "", "Kok"), "consultant", "duinrijk", "071 555 0171"),
    "stefan": Professional(("Stefan", "", "Maas"), "welfare_worker", "samen", "071 555 0182"),
    "nadia": Professional(("Nadia", "", "Bakker"), "debt_counsellor", "schuld", "071 555 0191"),
    "jeroen": Professional(("Jeroen", "", "Hofman"), "youth_worker", "jeugd", "071 555 0183"),
    "carla": Professional(("Carla", "", "Evers"), "school", "zeelyceum", "071 555 0202"),
    "mieke": Professional(("Mieke", "", "Blom"), "school", "vuurtoren", "071 555 0203"),
    "dirk": Professional(("Dirk", "", "Wessels"), "social_worker", "kade", "071 555 0211"),
}
