"""Four shorter stories: lungs, a mentor for Kim, a muscle disease, and a man alone."""

from datetime import date

from zorgverband.handovers.actions.open_discharge import Going

from ..founding import found
from ..town import Net, Resident, Town
from ..town_homecoming import WEEK, WEEKEND

RESIDENTS = (
    Resident("cor", ("Cor", "", "Hendriks"), "meneer", date(1951, 3, 15), "071 555 0340"),
    Resident("tineke", ("Tineke", "", "Hendriks"), "", date(1953, 6, 6), "06 1200 4001"),
    Resident("kim", ("Kim", "", "Dijkstra"), "", date(1997, 12, 12), "06 1200 4101"),
    Resident("ruben", ("Ruben", "", "Dijkstra"), "", date(1992, 2, 2), "06 1200 4102"),
    Resident("willem", ("Willem", "van", "Houten"), "meneer", date(1968, 7, 7), "071 555 0350"),
    Resident("astrid", ("Astrid", "van", "Houten"), "", date(1970, 4, 18), "06 1200 4201"),
    Resident("ahmet", ("Ahmet", "", "Yildiz"), "meneer", date(1944, 10, 10), "071 555 0360"),
    Resident("emre", ("Emre", "", "Yildiz"), "", date(1975, 5, 25), "06 1200 4301"),
    Resident("greet", ("Greet", "", "Vink"), "", date(1957, 1, 16), "06 1200 4302"),
)


def lungs(town: Town) -> Net:
    """Cor has COPD; winter is coming."""
    n = found(town, clients=["cor"], coordinator="ingrid", days_ago=40)
    n.join("tineke", "partner", 40, first_contact=True)
    n.join("anouk", "gp", 40)
    n.join("joost", "physiotherapist", 36)
    n.join("omar", "pharmacist", 36)
    n.join("stefan", "welfare_worker", 30)
    n.problem("anouk", 40, "COPD", code="R95", since=4000)
    n.medicine("omar", 36, "Tiotropium 18 microgram", "1 keer per dag inhaleren", code="R03BB04")
    for week, value in enumerate(("93", "94", "92", "90", "93", "94")):
        n.measure("ingrid", 38 - 7 * week, "saturation", value)
    n.tell(
        "ingrid",
        38,
        "10.20",
        "health",
        "Kortademig bij traplopen. Inhaleren geoefend.",
        title="Controle",
    )
    n.tell("tineke", 17, "22.10", "health", "Hij hoest veel en is benauwd. Het slijm is geel.", title="Benauwd",
           replies=[("anouk", 16, "8.15", "Ik kom vanmorgen langs. Begin met het noodschema.")])  # fmt: skip
    n.tell(
        "anouk",
        16,
        "11.30",
        "treatment",
        "Longaanval. Prednison 7 dagen en antibiotica. Bellen bij verergering.",
        title="Visite",
    )
    n.tell("joost", 6, "14.30", "treatment", "Weer 6 minuten gelopen: 310 meter.", title="Training")
    n.tell(
        "stefan",
        4,
        "15.00",
        "people",
        "Cor zingt mee met het longkoor op donderdag.",
        title="Longkoor",
    )
    n.agree("ingrid", "tineke", "Griepprik halen, allebei", "day", asked=9, due_in=5)
    n.visit(
        "ingrid",
        "ingrid",
        "10.00",
        "10.30",
        "Ingrid komt",
        weekdays=(3,),
        since=38,
        purpose=("health", "Controle longen"),
    )
    _from_hospital(n)
    return n


def _from_hospital(n: Net) -> None:
    """Cor was taken in three days ago; he comes home in a few days, and not everything is arranged."""
    n.join("jolanda", "transfer_nurse", 3)
    n.tell("jolanda", 3, "17.00", "health", "Opgenomen met een longontsteking. Hij krijgt zuurstof.",
           title="Opgenomen")  # fmt: skip
    n.join_team("brug_west", "home_care_team", 3)
    n.join_team("brug_oost", "home_care_team", 2)
    ward = Going(ward="Longziekten, kamer 8", call_name="Jolanda Kok", call_phone="071 555 0153",
                 told=n.members["tineke"])  # fmt: skip
    lines = ("washing", "medication", "letter", "first_visit", "transport")
    home = n.goes_home("jolanda", 2, "11.00", in_days=3, going=ward, lines=lines)
    n.also_needed("tineke", 2, "12.30", home, ("household",))
    n.asks_for("tineke", 2, "12.40", "household", "stefan", weekdays=(1,), yes=1)
    washing = n.asks_for("jolanda", 2, "13.00", "washing", "brug_west", weekdays=WEEK)
    n.promises("bas", 2, "15.00", washing)
    n.asks_for("jolanda", 2, "13.05", "medication", "omar", yes=2)
    n.asks_for("jolanda", 2, "13.10", "transport", "tineke", yes=2)
    n.other_day("jolanda", 1, "9.00", home, in_days=4, why="Hij heeft nog koorts")
    n.promises("bas", 1, "10.15", washing)
    n.asks_for("jolanda", 1, "10.30", "washing", "brug_oost", weekdays=WEEKEND)


def mentor(town: Town) -> Net:
    """Kim lives with support; her brother is her mentor."""
    n = found(town, clients=["kim"], coordinator="dirk", days_ago=35)
    n.join("ruben", "brother", 35, first_contact=True, does="broer en mentor")
    n.represent("ruben", "kim", ground="mentorship", since=35)
    n.join("pieter", "gp", 34, by="ruben")
    n.join("stefan", "welfare_worker", 33)
    n.tell(
        "kim",
        33,
        "16.00",
        "story",
        "Ik hou van paarden en van Ruben. Ik kan zelf de bus.",
        title="Ik ben Kim",
    )
    n.tell(
        "dirk",
        30,
        "17.00",
        "home",
        "Kim kookt nu twee keer per week zelf. Macaroni gaat het best.",
        title="Koken",
    )
    n.tell(
        "stefan",
        24,
        "13.10",
        "people",
        "Kim werkt op woensdag bij de kinderboerderij.",
        title="Werk",
    )
    n.tell("kim", 10, "17.45", "work", "Ik mocht het veulen een naam geven: Stip!", title="Stip")
    n.tell("pieter", 9, "12.00", "health", "Bloed geprikt: schildklier is goed.", title="Controle")
    n.tell("ruben", 2, "20.30", "people", "Zondag gaan wij samen naar oma.", title="Zondag")
    n.agree(
        "dirk",
        "ruben",
        "Nieuwe winterjas kopen met Kim",
        "arrangements",
        asked=6,
        due_in=4,
        state="accepted",
        answered=5,
    )
    n.visit("dirk", "dirk", "16.30", "18.00", "Dirk komt koken", weekdays=(1, 4), since=33)
    return n


def muscles(town: Town) -> Net:
    """Willem has ALS; many professionals, one household."""
    n = found(town, clients=["willem"], coordinator="hanneke", days_ago=46)
    n.join("astrid", "partner", 46, first_contact=True, does="partner en mantelzorger")
    n.join("anouk", "gp", 46)
    n.join("marcel", "specialist", 45, does="neuroloog")
    n.join("vera", "occupational_therapist", 44)
    n.join("nienke", "speech_therapist", 44)
    n.join("joost", "physiotherapist", 44)
    n.join_team("brug_west", "home_care_team", 40)
    n.join("linda", "consultant", 42)
    n.problem("marcel", 45, "Amyotrofische laterale sclerose", code="N99", since=500)
    n.medicine("marcel", 45, "Riluzol 50 mg", "2 keer per dag 1 tablet", code="N07XX02")
    for week, value in enumerate(("81.0", "80.2", "79.5", "78.9", "78.7", "78.0")):
        n.measure("bas", 40 - 7 * week, "weight", value)
    n.tell(
        "willem",
        44,
        "15.00",
        "story",
        "Ik praat langzaam maar denk snel. Geef mij de tijd. Voetbal mag altijd.",
        title="Over mij",
    )
    n.tell(
        "nienke",
        40,
        "11.45",
        "treatment",
        "Slikken gaat met dik vloeibaar. Rechtop zitten tijdens eten.",
        title="Eten en drinken",
    )
    n.tell("vera", 34, "14.10", "home", "De rolstoel past niet door de badkamerdeur: 71 centimeter.", title="Badkamerdeur",
           replies=[("linda", 33, "10.20", "Aannemer komt volgende week meten."), ("astrid", 33, "21.00", "Fijn, dank jullie wel.")])  # fmt: skip
    n.tell(
        "astrid",
        12,
        "23.30",
        "carer",
        "Ik til hem drie keer per nacht. Mijn rug doet pijn.",
        title="De nachten",
        about="astrid",
    )
    n.tell(
        "bas", 10, "8.50", "health", "Gewicht 78,7. Eten kost een uur.", title="Bezoek thuiszorg"
    )
    n.tell(
        "marcel",
        8,
        "16.40",
        "treatment",
        "Gesproken over een maagsonde. Willem wil er een week over denken.",
        title="Poli",
    )
    n.tell(
        "willem",
        3,
        "14.20",
        "people",
        "Oud-collega's zijn geweest. Wij hebben gelachen.",
        title="Bezoek",
    )
    n.agree("hanneke", "linda", "Zeggen wanneer de deur breder wordt", "home", asked=20, due_in=-3)
    n.agree(
        "hanneke",
        "vera",
        "Tillift proberen in de slaapkamer",
        "treatment",
        asked=9,
        due_in=2,
        state="accepted",
        answered=8,
    )
    n.visit(
        "bas",
        "brug_west",
        "9.00",
        "10.00",
        "Thuiszorg komt",
        weekdays=(0, 1, 2, 3, 4, 5, 6),
        since=40,
        purpose=("health", "Wassen en tillen"),
    )
    n.visit(
        "nienke",
        "nienke",
        "13.00",
        "13.45",
        "Nienke komt",
        weekdays=(3, 5),
        since=42,
        purpose=("treatment", "Slikken en spreken"),
    )
    n.hand_over(
        "vera", "joost", "Vera gaat met verlof. Joost komt al, en gaat verder.",
        {
            "mobility": "Opstaan met hulp. Tillift ligt klaar in de slaapkamer.",
            "senses": "Praat langzaam. Begrijpt alles.",
            "reason": "Spierziekte. Hulp bij verplaatsen en hulpmiddelen.",
        },
        days_ago=1, at="9.15", question="Wie leert de thuiszorg werken met de tillift?",
    )  # fmt: skip
    return n


def alone(town: Town) -> Net:
    """Ahmet has diabetes and a son far away; a volunteer drinks tea."""
    n = found(town, clients=["ahmet"], coordinator="hanneke", days_ago=38)
    n.join("emre", "son", 38, first_contact=True, does="zoon, woont in Rotterdam")
    n.join("pieter", "gp", 37)
    n.join_team("brug_oost", "home_care_team", 36)
    n.join("stefan", "welfare_worker", 34)
    n.join("greet", "volunteer", 28)
    n.problem("pieter", 37, "Diabetes type 2", code="T90", since=5000)
    n.medicine("pieter", 37, "Metformine 850 mg", "2 keer per dag bij het eten", code="A10BA02")
    n.medicine("pieter", 37, "Insuline glargine", "18 eenheden voor de nacht", code="A10AE04")
    for ago, value in (
        (36, "11.2"),
        (32, "10.4"),
        (28, "9.8"),
        (24, "12.1"),
        (20, "9.1"),
        (16, "8.7"),
        (12, "8.2"),
        (8, "7.9"),
        (4, "8.0"),
        (1, "7.4"),
    ):
        n.measure("mirjam", ago, "glucose", value)
    n.tell(
        "ahmet",
        33,
        "16.10",
        "story",
        "Thee met suiker drink ik niet meer. Ik speel graag backgammon.",
        title="Wie ik ben",
    )
    n.tell(
        "mirjam",
        24,
        "21.15",
        "health",
        "Suiker 12,1. Hij had gebak op voor een verjaardag.",
        title="Suiker",
    )
    n.tell("greet", 21, "15.30", "people", "Drie potjes backgammon. Ik verloor.", title="Op bezoek")
    n.tell(
        "stefan",
        15,
        "11.00",
        "people",
        "Vrijdag eet Ahmet mee in het buurthuis.",
        title="Buurthuis",
    )
    n.tell(
        "emre",
        5,
        "20.00",
        "people",
        "Ik bel elke avond om acht uur. Zaterdag kom ik.",
        title="Bellen",
    )
    n.tell("sanne", 1, "21.05", "health", "Suiker 7,4. Voeten gaaf.", title="Avondbezoek")
    n.confide(
        "stefan",
        9,
        "16.30",
        "Zorgen over geld",
        named=["brug_oost", "pieter"],
        notes=(
            (
                "stefan",
                9,
                "16.35",
                "people",
                "Ahmet kan zijn eten in het buurthuis niet meer betalen. Hij zegt dat iemand zijn pas heeft, en wil niet zeggen wie.",
            ),
            (
                "mirjam",
                8,
                "21.20",
                "day",
                "De koelkast is al twee weken bijna leeg. Er lag een aanmaning van de energie. Hij werd onrustig toen ik ernaar vroeg.",
            ),
            (
                "pieter",
                6,
                "12.15",
                "day",
                "Ik zie hem maandag alleen op het spreekuur. Daarna overleg ik met Veilig Thuis.",
            ),
        ),
    )
    n.agree(
        "hanneke",
        "emre",
        "Opladers kopen voor de telefoon",
        "home",
        asked=4,
        due_in=3,
        state="accepted",
        answered=3,
    )
    n.visit(
        "fatima",
        "brug_oost",
        "20.30",
        "21.00",
        "Thuiszorg komt",
        weekdays=(0, 1, 2, 3, 4, 5, 6),
        since=36,
        purpose=("health", "Insuline"),
        place="Havenstraat 31, tweede deur",
        been=("sanne", 2, "20.55"),
    )
    n.visit("greet", "greet", "14.00", "15.30", "Greet komt", weekdays=(1, 5), since=28)
    return n
