"""Mevrouw De Wit, 84: a wound, home care three times a week, a daughter far away, a neighbour."""

from datetime import date

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
    _agenda(n)
    _facts(n)
    return n


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
        "Maandag over een week praten wij samen over hoe het gaat. Jannie, wat wilt u dan zeker bespreken?",
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
