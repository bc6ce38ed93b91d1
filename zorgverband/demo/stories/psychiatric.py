"""Mark, 38: psychiatric vulnerability, his sister, a flat with support, work to go back to."""

from datetime import date

from ..founding import found
from ..town import Net, Resident, Town

RESIDENTS = (
    Resident("mark", ("Mark", "", "Oosterhuis"), "meneer", date(1988, 5, 5), "06 1200 3801"),
    Resident("ellen", ("Ellen", "", "Oosterhuis"), "", date(1985, 8, 13), "06 1200 3802"),
)


def tell(town: Town) -> Net:
    """Seven weeks: a dip that is seen in time, and two mornings of work."""
    n = found(town, clients=["mark"], coordinator="meryem", days_ago=52)
    n.join("ellen", "sister", 52, first_contact=True)
    n.join("koos", "psychiatrist", 51)
    n.join_team("fact", "mental_health_nurse", 51)
    n.join("pieter", "gp", 50)
    n.join("dirk", "social_worker", 49, does="begeleider wonen")
    n.join("omar", "pharmacist", 48)
    n.problem("koos", 51, "Schizofrenie", code="P72", since=3600, mind=True)
    n.medicine("koos", 51, "Aripiprazol depot 400 mg", "elke 4 weken een injectie", code="N05AX12")
    n.tell(
        "mark",
        49,
        "13.30",
        "story",
        "Als ik niet opneem, stuur dan een bericht. Kom niet onverwacht langs. Muziek helpt.",
        title="Zo werkt het bij mij",
    )
    n.tell(
        "rob",
        47,
        "11.10",
        "mind",
        "Depot gegeven. Stemming vlak, slaapt lang. Geen stemmen deze week.",
        title="Bezoek",
    )
    n.tell(
        "dirk",
        44,
        "14.00",
        "home",
        "Samen de keuken opgeruimd. Vuilnis en was zijn weer op orde.",
        title="In huis",
    )
    n.tell("ellen", 37, "21.40", "day", "Mark belde vier keer vandaag. Hij klonk gejaagd.", title="Veel bellen", circle="family_care",
           replies=[("meryem", 36, "8.40", "Goed dat je het zegt. Wij gaan er vanmorgen heen.")])  # fmt: skip
    n.tell(
        "meryem",
        36,
        "12.15",
        "mind",
        "Slaapt weinig, achterdochtig over de buren. Afspraak met de psychiater vervroegd.",
        title="Signalen",
    )
    n.tell(
        "koos",
        34,
        "16.00",
        "mind",
        "Tijdelijk lorazepam voor de nacht. Over een week opnieuw zien.",
        title="Gesprek",
    )
    n.tell(
        "meryem",
        27,
        "10.20",
        "mind",
        "Rustiger, slaapt zeven uur. Lorazepam afgebouwd.",
        title="Bezoek",
    )
    n.tell("mark", 22, "15.15", "work", "Ik wil weer fietsen maken. Twee ochtenden is genoeg.", title="Werk",
           replies=[("dirk", 21, "9.50", "De werkplaats heeft plek op dinsdag en donderdag.")])  # fmt: skip
    n.tell(
        "dirk",
        14,
        "12.00",
        "work",
        "Eerste ochtend gewerkt: drie banden geplakt, koffie met de baas.",
        title="Werkplaats",
    )
    n.tell(
        "pieter",
        11,
        "17.10",
        "results",
        "Jaarlijkse controle: gewicht 92 kilo, suiker goed.",
        title="Controle",
    )
    n.complain(
        "mark",
        6,
        against="fact",
        handler="dirk",
        title="Steeds een ander tijdstip",
        text="Ze zeggen elf uur en komen om twee uur. Ik wil weten waar ik aan toe ben.",
        answered="Dank voor uw bericht. Ik vraag het na bij het team, en bel u vrijdag.",
    )
    n.tell("mark", 1, "18.20", "day", "Vandaag een hele fiets afgemaakt.", title="Fiets")
    n.agree(
        "meryem",
        "dirk",
        "Kijken of een derde ochtend kan",
        "arrangements",
        asked=6,
        due_in=8,
        state="accepted",
        answered=5,
    )
    n.agree(
        "meryem", "ellen", "Het signaalplan lezen en zeggen of het klopt", "day", asked=4, due_in=3
    )
    n.visit(
        "meryem",
        "fact",
        "11.00",
        "11.45",
        "Rob of Meryem komt",
        weekdays=(2, 5),
        since=50,
        purpose=("mind", "Gesprek en medicijnen"),
    )
    n.visit("dirk", "dirk", "13.30", "14.30", "Dirk komt", weekdays=(0,), since=46)
    return n
