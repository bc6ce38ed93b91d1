"""Henk and Els Vermeer: he has dementia, she carries too much."""

from datetime import date

from ..founding import found
from ..town import Net, Resident, Town

RESIDENTS = (
    Resident("henk", ("Henk", "", "Vermeer"), "meneer", date(1947, 1, 20), "071 555 0310"),
    Resident("els", ("Els", "", "Vermeer"), "mevrouw", date(1949, 12, 3), "06 1200 3501"),
    Resident("sofie", ("Sofie", "", "Vermeer"), "", date(1977, 5, 14), "06 1200 3502"),
    Resident("gijs", ("Gijs", "", "Molenaar"), "", date(1950, 3, 8), "06 1200 3503"),
)


def tell(town: Town) -> Net:
    """Seven weeks: wandering at night, day care that starts, a partner who says it at last."""
    n = found(town, clients=["henk"], coordinator="thea", days_ago=50)
    n.join("els", "partner", 50, first_contact=True, does="partner en mantelzorger")
    n.join("sofie", "daughter", 50)
    n.join("pieter", "gp", 49)
    n.join_team("brug_west", "home_care_team", 48)
    n.join("gijs", "volunteer", 40, does="wandelmaatje")
    n.join("linda", "consultant", 45)
    n.join("stefan", "welfare_worker", 42)
    n.represent("els", "henk", ground="authorisation", since=48)
    n.prepare("els", "henk", 1, "20.10", reader="gijs", subject="day")
    n.problem("pieter", 49, "Ziekte van Alzheimer", code="P70", since=700, mind=True)
    n.medicine("pieter", 49, "Rivastigmine pleister 9,5 mg", "1 pleister per dag", code="N06DA03")
    n.allergy("pieter", 49, "Geen allergieën bekend")
    n.tell(
        "henk",
        47,
        "11.00",
        "story",
        "Ik was timmerman. Ik wil buiten zijn, elke dag.",
        title="Wie ik ben",
    )
    n.tell("els", 45, "22.40", "day", "Henk stond om drie uur aangekleed bij de deur. Hij zocht zijn werk.", title="Onrustige nacht",
           replies=[("thea", 44, "9.10", "Wat naar voor u allebei. Ik bel u vanmorgen."), ("sofie", 44, "12.30", "Mam, zaterdag blijf ik slapen.")])  # fmt: skip
    n.tell(
        "bas",
        43,
        "8.55",
        "health",
        "Geholpen met wassen en aankleden. Meneer was vriendelijk, mevrouw oogt moe.",
        title="Bezoek thuiszorg",
    )
    n.tell(
        "thea",
        41,
        "15.15",
        "treatment",
        "Onrust in de avond neemt toe. Afgesproken: overdag meer naar buiten, 's avonds vast ritme.",
        title="Plan bij onrust",
    )
    n.tell(
        "stefan",
        38,
        "13.00",
        "people",
        "Gijs wil twee keer per week met Henk wandelen. Dinsdag is de eerste keer.",
        title="Wandelmaatje",
    )
    for ago, text in (
        (35, "Lange wandeling langs het kanaal. Henk wees alle dakkapellen aan."),
        (28, "Regen, dus samen een vogelhuisje gemaakt."),
        (21, "Goed gelopen. Hij vroeg drie keer waar Els was."),
        (14, "Henk herkende mij meteen. Mooi moment."),
        (7, "Tot de molen gelopen en terug met de bus."),
    ):
        n.tell("gijs", ago, "16.20", "people", text, title="Wandelen")
    n.tell(
        "linda",
        30,
        "10.40",
        "arrangements",
        "Dagbesteding is goedgekeurd: maandag en donderdag bij De Schuur. Vervoer is geregeld.",
        title="Dagbesteding",
    )
    n.tell(
        "els",
        24,
        "21.15",
        "day",
        "Eerste dag bij De Schuur ging goed. Hij had hout in handen. Ik heb twee uur geslapen.",
        title="De Schuur",
    )
    n.tell(
        "soraya",
        18,
        "8.40",
        "health",
        "Kleine valpartij in de badkamer, geen letsel. Antislipmat besproken.",
        title="Gevallen",
    )
    n.tell(
        "pieter",
        17,
        "17.30",
        "health",
        "Onderzocht na de val: geen bijzonderheden. Bloeddruk 128 over 76.",
        title="Na de val",
    )
    n.look_in_need(
        "soraya",
        17,
        ("3.10", "3.35"),
        "Meneer is vannacht gevonden op straat en herkent niemand. Ik moet weten wat zijn diagnose is.",
        judged=("thea", 16, "10.05", "right", "Besproken met Els. Zij was blij dat u zo snel was."),
    )
    n.tell(
        "els",
        9,
        "23.20",
        "carer",
        "Ik slaap vier uur per nacht. Ik durf het bijna niet te zeggen, maar ik houd dit niet lang vol.",
        title="Ik ben op",
        about="els",
    )
    n.tell("thea", 8, "9.05", "arrangements", "Ik zoek een logeerplek voor een weekend, zodat Els kan rusten. Sofie, kun jij meedenken?", title="Een weekend rust",
           replies=[("sofie", 8, "12.10", "Graag. Het tweede weekend kan ik ook bij pap slapen.")])  # fmt: skip
    n.pass_on("gijs", 10, "17.05", "worse", "Hij liep langzamer dan anders en hijgde op de brug.",
              since="days", read=("thea", 9, "8.50"))  # fmt: skip
    n.pass_on("gijs", 1, "16.45", "mood", "Hij huilde onderweg. Hij zei niet waarom.")
    n.tell(
        "els",
        1,
        "19.30",
        "day",
        "Vandaag rustig. Samen naar oude muziek geluisterd, hij zong mee.",
        title="Muziek",
    )
    n.agree(
        "thea",
        "linda",
        "Logeerweekend aanvragen",
        "arrangements",
        asked=8,
        due_in=2,
        state="accepted",
        answered=7,
    )
    n.agree(
        "thea",
        "sofie",
        "Antislipmat kopen en neerleggen",
        "home",
        asked=16,
        due_in=-9,
        state="done",
        answered=11,
    )
    n.visit(
        "bas",
        "brug_west",
        "8.00",
        "9.00",
        "Thuiszorg komt",
        weekdays=(0, 1, 2, 3, 4, 5, 6),
        since=48,
        purpose=("health", "Wassen en aankleden"),
    )
    n.visit("gijs", "gijs", "14.00", "16.00", "Wandelen met Gijs", weekdays=(1, 5), since=36)
    n.visit("linda", "", "9.30", "16.00", "Naar De Schuur", weekdays=(0, 3), since=25)
    return n
