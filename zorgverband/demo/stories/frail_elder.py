"""Mevrouw De Wit, 84: a wound, home care three times a week, a daughter far away, a neighbour."""

from datetime import date

from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Kind, Transport
from zorgverband.sharing.circles import FAMILY
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import AnswerKind, Urgency

from ..founding import found
from ..town import Net, Resident, Town

RESIDENTS = (
    Resident("jannie", ("Jannie", "de", "Wit"), "mevrouw", date(1942, 4, 9), "071 555 0301"),
    Resident("marijke", ("Marijke", "de", "Wit"), "", date(1969, 2, 11), "06 1200 3401"),
    Resident("peter", ("Peter", "de", "Wit"), "", date(1972, 9, 30), "06 1200 3402"),
    Resident("ria", ("Ria", "", "Bos"), "", date(1955, 7, 1), "06 1200 3403"),
)


def tell(town: Town) -> Net:
    """Nine weeks around a wound that heals, and a stair lift that does not come."""
    n = found(town, clients=["jannie"], coordinator="hanneke", days_ago=63)
    n.join("marijke", "daughter", 63, first_contact=True, does="mantelzorger, woont in Utrecht")
    n.join("peter", "son", 62, does="zoon, woont in Groningen")
    n.join("anouk", "gp", 62)
    n.join_team("brug_oost", "home_care_team", 61)
    n.join("ria", "neighbour", 60, does="buurvrouw, vrijwilliger")
    n.join("joost", "physiotherapist", 55)
    n.join("omar", "pharmacist", 55)
    n.join("linda", "consultant", 50)
    _record(n)
    _first_weeks(n)
    _stairs(n)
    _last_days(n)
    _meeting(n)
    _talks(n)
    _agenda(n)
    _days(n)
    _facts(n)
    _help(n)
    _questions(n)
    _photos(n)
    return n


def _photos(n: Net) -> None:
    n.photos("marijke", 33, "19.05", "Mam en ik in het park. De bomen waren prachtig.", "park", "sea",
             shows="Een park met een grote boom")  # fmt: skip
    n.photos("ria", 12, "17.30", "Soep voor vanavond. Er is genoeg.", "soup")
    n.photos("peter", 6, "20.15", "Oma kreeg bloemen van de kleinkinderen!", "flowers", "cake",
             circle=FAMILY)  # fmt: skip
    n.letter("ria", "ria", 9, "16.00")


def _questions(n: Net) -> None:
    shower = n.ask(
        "fatima", "anouk", "De hechting is eruit. Mag mevrouw weer douchen?", "health",
        asked=4, at="9.10", function="gp",
    )  # fmt: skip
    n.answer("anouk", shower, AnswerKind.WORDS, "Ja, met een douchezak om het been.", days_ago=4,
             at="12.35")  # fmt: skip
    n.ask(
        "fatima", "anouk",
        "Wond links nu 2 bij 3 cm, geen roodheid, geen koorts. Akkoord dat ik naar om de dag ga?",
        "health", asked=0, at="9.45", function="gp",
    )  # fmt: skip
    n.ask("marijke", "linda", "Komt er nog een brief over de traplift?", "home", asked=1, at="20.10",
          urgency=Urgency.THIS_WEEK)  # fmt: skip


def _meeting(n: Net) -> None:
    """A meeting that was held, with minutes; and one that is being prepared: when it is, each says."""
    n.meets(
        "hanneke", 20, "Veilig thuis blijven wonen", there=("jannie", "marijke", "fatima", "linda"),
        away=("anouk",), points=(
            ("hanneke", "arrangements", "De trap en de badkamer", (
                ("linda", "decision", "De gemeente vraagt een traplift aan."),
                ("jannie", "said", "Ik wil hier niet weg."),
                ("marijke", "agreement", "Marijke haalt de losse kleedjes weg"),
                ("hanneke", "parked", "Vervoer naar de markt"))),
            ("fatima", "health", "De wond en de pijn", (
                ("fatima", "strength", "Jannie laat zich goed helpen."),
                ("fatima", "worry", "De pijn is ’s nachts erger."))),
        ),
    )  # fmt: skip
    meeting = n.calls_meeting(
        "hanneke", 1, "Hoe gaat het thuis, en wat is er nodig?", on=(8, 9), place="Bij Jannie thuis",
        invited=("jannie", "marijke", "anouk", "fatima", "linda"), needed=("jannie", "marijke"),
        asked="Wat gaat er goed? En waar maakt u zich zorgen over?",
    )  # fmt: skip
    n.votes("jannie", meeting, "yes", "yes")
    n.votes("linda", meeting, "no", "yes")
    n.brings("linda", meeting, "home", "De traplift: wanneer komt hij?", minutes=10)
    n.brings("fatima", meeting, "health", "De wond en het drinken", minutes=10,
             notes={"strength": "De wond wordt kleiner.", "worry": "Mevrouw weet niet hoeveel zij mag drinken."})  # fmt: skip
    n.brings("jannie", meeting, "people", "Ik wil weer zelf naar de markt")


def _record(n: Net) -> None:
    n.problem("anouk", 62, "Open wond linkeronderbeen", code="S77", since=70)
    n.problem("anouk", 62, "Hartfalen", code="K77", since=1200)
    n.problem("anouk", 62, "Artrose knieën", code="L90", since=3000)
    n.allergy("anouk", 62, "Penicilline", reaction="huiduitslag", code="J01C")
    n.medicine("omar", 55, "Furosemide 40 mg", "1 tablet in de ochtend", code="C03CA01")
    n.medicine("omar", 55, "Metoprolol 50 mg", "1 tablet in de ochtend", code="C07AB02")
    n.medicine(
        "omar",
        55,
        "Paracetamol 500 mg",
        "zo nodig 2 tabletten, hoogstens 4 keer per dag",
        code="N02BE01",
    )
    weights = ("71.2", "71.6", "72.4", "73.1", "72.0", "71.4", "71.1", "70.9", "71.0")
    for week, weight in enumerate(weights):
        n.measure("fatima", 60 - 7 * week, "weight", weight)
    for week, (upper, lower) in enumerate(
        ((152, 86), (148, 84), (146, 85), (150, 88), (143, 82), (139, 80), (141, 81), (138, 79))
    ):
        n.blood_pressure("sanne", 58 - 7 * week, upper, lower)


def _first_weeks(n: Net) -> None:
    n.tell(
        "jannie", 60, "10.15", "story",
        "Ik ben altijd naaister geweest en houd van de markt op vrijdag. Ik wil graag dat mensen eerst "
        "aanbellen en niet zomaar binnenkomen. Koffie drink ik zwart.",
        title="Wat ik belangrijk vind",
    )  # fmt: skip
    n.tell(
        "fatima", 59, "9.40", "health",
        "Kennis gemaakt en de wond bekeken: 4 bij 5 centimeter, geel beslag, geen geur. Zilververband "
        "aangelegd. Ik kom maandag, woensdag en vrijdag.",
        title="Wond aan linkerbeen",
        replies=[("marijke", 59, "21.10", "Fijn dat u er bent geweest. Mag ze ermee naar de markt?"),
                 ("fatima", 58, "8.50", "Ja, met de rollator en dichte schoenen. Daarna been omhoog.")],
    )  # fmt: skip
    n.tell(
        "ria",
        58,
        "12.30",
        "day",
        "Soep gebracht. Jannie had trek en vertelde over vroeger.",
        title="Eten",
    )
    n.tell(
        "marijke",
        57,
        "20.45",
        "people",
        "Zondag kom ik met de kinderen. Wij nemen taart mee!",
        title="Zondag",
    )
    n.tell(
        "anouk", 54, "16.05", "treatment",
        "Wondverzorging volgens plan, controle over twee weken. Bij koorts of meer roodheid dezelfde "
        "dag bellen met de praktijk.",
        title="Plan voor de wond",
    )  # fmt: skip
    for ago, who, text in (
        (
            52,
            "sanne",
            "Wond 3,5 bij 4,5 centimeter. Minder beslag. Mevrouw sliep slecht door pijn.",
        ),
        (47, "kevin", "Geholpen met douchen. Mevrouw voelde zich goed. Huid is verder gaaf."),
        (
            45,
            "fatima",
            "Wond 3 bij 4 centimeter, schone randen. Enkels zijn wat dikker dan vorige week.",
        ),
        (40, "mirjam", "Gewicht is 73,1 kilo, twee kilo meer dan bij de start. Huisarts gebeld."),
        (33, "sanne", "Wond 2,5 bij 3,5 centimeter. Enkels slanker, mevrouw plast veel."),
        (26, "fatima", "Wond 2,5 bij 3 centimeter. Wij gaan naar om de dag verbinden."),
        (19, "kevin", "Douchen ging bijna zelf. Ze was trots."),
        (12, "sanne", "Wond 2 bij 3 centimeter, roze weefsel. Geen pijn meer in rust."),
    ):
        n.tell(who, ago, "9.25", "health", text, title="Bezoek thuiszorg")
    n.tell(
        "anouk", 40, "13.15", "medication",
        "Furosemide tijdelijk verhoogd naar 2 tabletten in de ochtend, een week lang. Dagelijks wegen.",
        title="Plastablet verhoogd",
    )  # fmt: skip
    n.tell(
        "omar",
        39,
        "11.00",
        "medication",
        "Nieuwe medicijnrol meegegeven. Paracetamol mag blijven.",
        title="Medicijnrol",
    )
    n.tell(
        "joost",
        36,
        "15.50",
        "treatment",
        "Lopen met rollator: 40 meter zonder rust. Oefenen: vijf keer opstaan uit de stoel.",
        title="Oefenen met lopen",
    )


def _stairs(n: Net) -> None:
    n.tell(
        "jannie", 48, "11.20", "home",
        "De trap wordt mij te steil. Ik slaap nu soms beneden in de stoel.",
        title="De trap",
        replies=[("linda", 47, "10.05", "Ik kijk met u mee. Ik kom langs om te zien wat er past."),
                 ("marijke", 47, "22.50", "Dank u wel. Een traplift zou heel fijn zijn.")],
    )  # fmt: skip
    n.tell(
        "linda", 35, "14.30", "home",
        "Op huisbezoek geweest. De trap is smal, maar een traplift past. Ik vraag een offerte aan.",
        title="Traplift",
    )  # fmt: skip
    n.tell(
        "ria",
        30,
        "16.40",
        "people",
        "Samen naar de koffieochtend geweest. Jannie kende er drie mensen.",
        title="Koffieochtend",
    )
    n.agree("hanneke", "linda", "Laten weten of de traplift er komt", "home", asked=28, due_in=-5)
    n.agree(
        "hanneke",
        "marijke",
        "Losse kleedjes in de gang weghalen",
        "home",
        asked=28,
        due_in=-7,
        state="done",
        answered=9,
    )
    n.agree(
        "hanneke",
        "joost",
        "Twee keer per week oefenen met lopen",
        "treatment",
        asked=36,
        due_in=20,
        state="accepted",
        answered=35,
    )
    n.agree("fatima", "marijke", "Nieuwe dichte schoenen kopen, maat 39", "day", asked=3, due_in=4)
    _plan(n)


def _plan(n: Net) -> None:
    """What Jannie wants, and what everybody does for it."""
    n.looks_back("hanneke", 34, in_days=45)
    n.plan_part("hanneke", 34, "question", "Ik wil in mijn eigen huis blijven, met mijn eigen spullen",
                says="jannie", quote=True)  # fmt: skip
    n.plan_part("hanneke", 34, "strength", "De buren en de familie komen graag")
    n.plan_part("hanneke", 34, "strength", "Jannie kent veel mensen uit de buurt",
                part_of_life="taking_part")  # fmt: skip
    n.plan_part(
        "marijke", 33, "worry", "De trap is steil, vooral 's avonds", part_of_life="housing"
    )
    n.plan_part("anouk", 33, "worry", "De wond geneest langzaam", part_of_life="body")
    n.plan_part(
        "marijke", 33, "help", "Vorig jaar kwam er iemand om mee te wandelen. Dat was fijn."
    )
    shop = n.plan_part("hanneke", 32, "goal", "Ik loop weer zelf naar de winkel", says="jannie",
                       part_of_life="time", aim=n.scale(due_in=40))  # fmt: skip
    n.goal_steps("marijke", shop, {30: (3, "Tot het hek en terug."), 21: (4, "Tot de hoek."),
                                   12: (4, "Het regende veel."), 3: (6, "Tot de bakker!")})  # fmt: skip
    n.every_week("hanneke", "marijke", "Samen een stukje lopen", shop, "time", weekdays=(2, 5),
                 since=28, skips=(0,))  # fmt: skip
    n.plan_part("hanneke", 32, "goal", "Ik ga elke week ergens koffie drinken", says="jannie",
                part_of_life="taking_part")  # fmt: skip
    n.scores("jannie", 20, "", housing=3, network=5, time=3, body=2)
    n.scores("hanneke", 20, "", housing=2, time=3)
    n.says_yes("jannie", 19)
    n.plan_part("fatima", 5, "goal", "De wond is dicht", part_of_life="body")


def _last_days(n: Net) -> None:
    n.tell(
        "peter",
        6,
        "19.30",
        "people",
        "Zondag bel ik om 19.00 uur met beeld. De tablet staat goed.",
        title="Bellen",
    )
    n.tell(
        "fatima", 5, "9.35", "health",
        "Wond 2 bij 2,5 centimeter. Mevrouw zegt dat zij veel moet drinken van de praktijk, maar ik "
        "las eerder hoogstens anderhalve liter door haar hart. Wie weet wat klopt?",
        title="Hoeveel mag mevrouw drinken?",
        replies=[("anouk", 4, "12.40", "Anderhalve liter per dag. Dat geldt. Ik zeg het ook tegen haar.")],
    )  # fmt: skip
    n.tell(
        "marijke",
        3,
        "23.05",
        "carer",
        "Ik merk dat ik slecht slaap. Twee keer per week heen en weer is veel.",
        title="Hoe het met mij gaat",
        about="marijke",
    )
    n.tell(
        "ria",
        2,
        "8.15",
        "people",
        "Soep gebracht. Jannie had goed geslapen en heeft twee koppen gegeten.",
        title="Eten",
    )
    n.tell(
        "hanneke",
        1,
        "16.20",
        "arrangements",
        "Over een week praten wij samen over hoe het gaat. Jannie, wat wilt u dan zeker bespreken?",
        title="Samen praten",
    )
    n.tell(
        "fatima", 0, "9.40", "health",
        "De wond ziet er beter uit: nu 2 bij 3 centimeter, geen ontsteking. Ik kom voortaan om de dag. "
        "De volgende keer is zondag tussen 8.00 en 10.00 uur.",
        title="Wond aan linkerbeen",
    )  # fmt: skip
    n.tell(
        "jannie",
        0,
        "10.30",
        "day",
        "Lekker geslapen. Vanmiddag ga ik een stukje lopen met Joost.",
        title="Goedemorgen",
    )


def _talks(n: Net) -> None:
    """What is talked about until it is settled, and what care asks each other."""
    n.talk(
        "day", "Zelf naar de markt",
        ("jannie", 4, "11.00", "Vrijdag wil ik weer naar de markt. Wie gaat er mee?", ""),
        ("marijke", 4, "20.15", "Wat een goed plan! Ik kan vrijdag niet. Joost, kunt u misschien?", "joost"),
        ("joost", 3, "9.05", "Ja, dan oefenen wij buiten. Ik haal haar om tien uur op.", ""),
        ("fatima", 3, "12.20", "Met de rollator en dichte schoenen kan dat goed. Daarna been omhoog.", ""),
        ("jannie", 2, "10.40", "Fijn! Dan koop ik ook stof voor een nieuwe schort.", ""),
        ("marijke", 1, "21.00", "Mooi. Fatima, kan het verband dan op donderdag?", "fatima"),
    )  # fmt: skip
    n.consult(
        "treatment", "Hoe lang nog zilververband?", ("anouk", "joost"),
        ("fatima", 3, "13.30", "De wond is bijna schoon. Kan het zilververband eraf, of nog een week?", ""),
        ("anouk", 2, "8.20", "Nog één week, dan gewoon schuimverband.", ""),
        ("joost", 2, "16.10", "Dan ga ik deze week verder met lopen, met het been goed gezwachteld.", ""),
        ("fatima", 1, "8.45", "Dank u beiden. Ik zet het in het plan.", ""),
    )  # fmt: skip


def _agenda(n: Net) -> None:
    n.visit(
        "fatima",
        "brug_oost",
        "8.30",
        "9.30",
        "Thuiszorg komt",
        weekdays=(0, 2, 4, 5),
        since=61,
        purpose=("health", "Wond verzorgen"),
    )
    n.visit(
        "fatima", "brug_oost", "19.30", "19.50", "Thuiszorg komt", weekdays=range(7), since=61,
        purpose=("health", "Steunkousen uittrekken"), place="Dorpsstraat 14",
        been=("fatima", 2, "19.45"),
    )  # fmt: skip
    n.visit(
        "joost",
        "joost",
        "15.00",
        "15.30",
        "Joost komt",
        weekdays=(1, 4, 5),
        since=54,
        purpose=("treatment", "Oefenen met lopen"),
    )
    n.visit("marijke", "marijke", "14.00", "17.00", "Marijke komt", weekdays=(6,), since=60)
    n.visit("ria", "ria", "12.00", "12.30", "Soep en samen eten", weekdays=(4, 5), since=58)
    n.visit("hanneke", "hanneke", "10.00", "11.00", "Koffie en bespreken hoe het gaat", on=9)


def _days(n: Net) -> None:
    """Turns on Saturday, a ride that is still wanted, medicines put ready, and an hour that is taken."""
    turns = Details(rota=(n.members["marijke"], n.members["peter"]))
    shopping = n.comes("marijke", "marijke", "10.00", "11.30", "Boodschappen doen", since=30,
                       weekdays=(5,), details=turns)  # fmt: skip
    n.asks_turn("marijke", shopping, "peter")
    n.comes("marijke", "De bibliotheek", "13.40", "14.30", "Nieuwe boeken halen", on=4, since=3,
            place="Bibliotheek Duinrijk",
            details=Details(kind=Kind.OUT, along=n.members["marijke"],
                            transport=Transport.NOBODY))  # fmt: skip
    n.comes("marijke", "Oogarts", "10.20", "11.00", "Ogen laten nakijken", on=8, since=2,
            place="Ziekenhuis Duinrijk, route 12", purpose="Staar: wanneer opereren?",
            details=Details(kind=Kind.OUT, along=n.members["marijke"], transport=Transport.TAXI,
                            medical=Subject.HEALTH))  # fmt: skip
    n.comes("fatima", "brug_oost", "9.15", "9.30", "Medicijnen klaarzetten voor een week", since=20,
            weekdays=(0,), details=Details(kind=Kind.MEDICINE))  # fmt: skip
    n.comes("marijke", "De monteur", "13.00", "15.00", "De ketel nakijken", on=2, since=4,
            details=Details(window=True))  # fmt: skip
    n.comes("marijke", "De notaris", "15.30", "16.30", "Papieren tekenen", on=3, since=2,
            circle="family", readers=("jannie", "marijke", "peter"),
            details=Details(busy=True))  # fmt: skip
    for tone, who in enumerate(("marijke", "ria", "joost")):
        n.shows_photo(who, tone)


def _facts(n: Net) -> None:
    n.examined("anouk", 61, "blood_count", by="Huisartsenlab", note="Licht verlaagd Hb.")
    n.examined("anouk", 61, "wound_culture", by="Huisartsenlab", note="Geen bacteriën.")
    n.examined("anouk", 40, "kidney", by="Huisartsenlab", note="Nieren werken goed.")
    n.examination_planned("anouk", 6, "heart_echo", in_days=20, by="Ziekenhuis, afdeling hart")
    n.advise("anouk", 55, "fluid", "amount", "treatment", amount=("1.5", "2", "l_day"),
             why="Vanwege het hartfalen.")  # fmt: skip
    n.advise("anouk", 55, "salt", "less", "treatment")
    n.advise(
        "fatima", 50, "stockings", "do", "health", why="Aan voor het opstaan, uit bij het slapen."
    )
    n.advise("anouk", 20, "rest", "more", "health", why="Been hoog, zodat de wond kan genezen.")
    n.advise("joost", 9, "movement", "amount", "health", amount=("30", "", "min_day"),
             why="Verdeeld over de dag.")  # fmt: skip
    n.advise("hanneke", 12, "alone", "amount", "day", amount=("", "4", "hour_once"))
    n.offer_care(
        "marijke", 30, "4", readers=["hanneke"], weekdays=(5, 6), respite_weeks=8,
        limits="Ik werk doordeweeks en woon in Utrecht. Na tien uur 's avonds wil ik niet rijden.",
        tasks={"groceries": "wants", "company": "wants", "paperwork": "can", "talking": "can",
               "nights": "not", "washing": "not"},
    )  # fmt: skip
    n.say_how("marijke", 33, 3, readers=["hanneke"], rested=47)
    n.say_how("marijke", 2, 2, readers=["hanneke"], rested=47, words="Ik slaap slecht.")
    n.offer_care("peter", 28, "2", readers=["marijke", "hanneke"], tasks={"paperwork": "wants"})


def _help(n: Net) -> None:
    """Help that was asked: one with thanks, one that somebody does, one that nobody does yet; and the
    daughter is away for a week."""
    n.offer_care("ria", 40, "3", readers=["jannie", "marijke", "hanneke"],
                 tasks={"groceries": "wants", "company": "wants", "transport": "can",
                        "washing": "not", "nights": "not"})  # fmt: skip
    curtains = n.asks_help("marijke", 6, "9.15", "odd_jobs", "De gordijnen ophangen", first="peter",
                           in_days=2)  # fmt: skip
    n.helps(
        "peter", 6, "19.00", curtains, thanked=("marijke", 4, "Fijn dat je dit wilt doen. Dank je!")
    )
    groceries = n.asks_help("jannie", 2, "10.00", "groceries", "Boodschappen halen", first="ria",
                            in_days=3, starts="10.00", ends="11.00", weeks=3)  # fmt: skip
    n.helps("ria", 2, "12.30", groceries)
    n.asks_help("jannie", 3, "11.10", "transport", "Mee naar de kapper", first="peter", in_days=5,
                starts="14.00", ends="15.30")  # fmt: skip
    n.goes_away("marijke", 1, from_day=9, days=7, words="Even naar zee.",
                readers=("jannie", "hanneke", "peter"))  # fmt: skip
