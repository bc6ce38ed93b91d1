"""Gerda Postma, 79, home from hospital after a broken hip."""

from datetime import date

from ..founding import found
from ..town import Net, Resident, Town

RESIDENTS = (
    Resident("gerda", ("Gerda", "", "Postma"), "mevrouw", date(1947, 6, 24), "071 555 0330"),
    Resident("anja", ("Anja", "", "Postma"), "", date(1973, 1, 31), "06 1200 3901"),
    Resident("wim", ("Wim", "", "Kuipers"), "", date(1951, 10, 2), "06 1200 3902"),
)


def tell(town: Town) -> Net:
    """Three weeks: from the ward to her own bed, with everything arranged in time."""
    n = found(town, clients=["gerda"], coordinator="hanneke", days_ago=22)
    n.join("anja", "daughter", 22, first_contact=True)
    n.join("jolanda", "transfer_nurse", 21)
    n.join("marcel", "specialist", 21)
    n.join("anouk", "gp", 20)
    n.join_team("brug_oost", "home_care_team", 19)
    n.join("joost", "physiotherapist", 16)
    n.join("linda", "consultant", 18)
    n.join("wim", "neighbour", 15)
    n.problem("marcel", 21, "Gebroken heup, geopereerd", code="L75", since=26)
    n.medicine(
        "marcel", 20, "Dalteparine 5000 IE", "1 prik per dag tot en met week 5", code="B01AB04"
    )
    n.tell(
        "jolanda",
        20,
        "10.30",
        "treatment",
        "Ontslag gepland over vijf dagen. Nodig: thuiszorg, bed beneden, rollator, trombosezorg.",
        title="Naar huis",
    )
    n.tell("anja", 17, "20.15", "home", "Het bed kan in de voorkamer. Mijn broer tilt mee.", title="Bed beneden",
           replies=[("linda", 16, "9.40", "De huishoudelijke hulp start op de dag dat uw moeder thuiskomt.")])  # fmt: skip
    n.tell(
        "fatima",
        17,
        "15.00",
        "treatment",
        "Overdracht gelezen en aangenomen. Wij starten op de avond van ontslag.",
        title="Overdracht",
    )
    n.tell(
        "jolanda",
        15,
        "13.20",
        "treatment",
        "Mevrouw is om 13.00 uur met de taxi naar huis gegaan. Brief en medicijnen zijn mee.",
        title="Ontslagen",
    )
    n.tell(
        "gerda", 15, "19.00", "day", "In mijn eigen bed! Anja heeft soep gemaakt.", title="Thuis"
    )
    n.tell(
        "kevin",
        14,
        "9.10",
        "health",
        "Wond droog en schoon. Geholpen met wassen. Pijn 4 van 10.",
        title="Eerste ochtend",
    )
    n.tell(
        "joost",
        12,
        "11.40",
        "treatment",
        "Opstaan met rollator lukt. Tien meter gelopen. Elke twee uur oefenen.",
        title="Oefenen",
    )
    for ago, value in ((14, "4"), (12, "4"), (10, "3"), (8, "3"), (5, "2"), (2, "1")):
        n.measure("fatima", ago, "pain", value)
    n.tell(
        "wim",
        9,
        "16.10",
        "day",
        "Boodschappen gebracht. Gerda liep zelf naar de deur.",
        title="Boodschappen",
    )
    n.tell(
        "anouk",
        7,
        "12.50",
        "health",
        "Thuis gezien. Herstel gaat goed. Hechtingen eruit op maandag.",
        title="Visite",
    )
    n.tell("sanne", 3, "9.00", "health", "Hechtingen verwijderd. Wond is dicht.", title="Wond")
    n.tell("gerda", 0, "9.15", "day", "Vandaag voor het eerst zelf koffie gezet.", title="Koffie")
    n.agree(
        "hanneke",
        "joost",
        "Traplopen oefenen",
        "treatment",
        asked=6,
        due_in=6,
        state="accepted",
        answered=5,
    )
    n.agree(
        "hanneke",
        "linda",
        "Beugels in de badkamer",
        "home",
        asked=10,
        due_in=2,
        state="accepted",
        answered=9,
    )
    n.visit(
        "fatima",
        "brug_oost",
        "7.30",
        "8.15",
        "Thuiszorg komt",
        weekdays=(0, 1, 2, 3, 4, 5, 6),
        since=15,
        purpose=("health", "Wassen en prikken"),
        place="Vinkenlaan 8. De sleutel hangt in het kastje.",
        been=("fatima", 1, "8.10"),
    )
    n.allergy("marcel", 19, "Pleisters", reaction="blaren")
    n.visit("anja", "anja", "17.00", "19.00", "Anja komt", weekdays=(1, 3, 5), since=15)
    n.interim(
        "hanneke",
        "gerda",
        4,
        "9.20",
        ground="agreed",
        reason="Mevrouw is erg moe na de operatie. Zij vraagt of ik het regelen even overneem.",
    )
    return n
