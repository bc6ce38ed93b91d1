"""Daan, 7, with leukaemia, cared for at home between hospital stays, and his sister Tess, 16."""

from datetime import date

from ..founding import found
from ..town import Net, Resident, Town, turning

RESIDENTS = (
    Resident("daan", ("Daan", "", "Mulder"), "", date(2019, 2, 17)),
    Resident("tess", ("Tess", "", "Mulder"), "", turning(16, in_days=-40)),
    Resident("petra", ("Petra", "", "Mulder"), "", date(1988, 11, 11), "06 1200 3701"),
    Resident("wouter", ("Wouter", "", "Mulder"), "", date(1986, 4, 27), "06 1200 3702"),
    Resident("bea", ("Bea", "", "Mulder"), "", date(1956, 9, 9), "06 1200 3703"),
)


def tell(town: Town) -> Net:
    """Six weeks of infusions at home, a fever night, and lessons by screen."""
    n = found(town, clients=["daan", "tess"], coordinator="lotte", days_ago=44)
    n.join("petra", "mother", 44, first_contact=True)
    n.join("wouter", "father", 44)
    n.authority("petra", ["daan", "tess"])
    n.authority("wouter", ["daan", "tess"])
    n.join("bea", "relative", 43, does="oma")
    n.join("eva", "paediatrician", 43)
    n.join_team("kinderteam", "home_care_team", 43)
    n.join("anouk", "gp", 42)
    n.join("mieke", "school", 41, does="juf van Daan")
    n.problem("eva", 43, "Acute lymfatische leukemie", code="B73", since=160)
    n.allergy("eva", 43, "Pleisters", reaction="rode huid")
    n.medicine("eva", 43, "Mercaptopurine drank", "elke avond volgens schema", code="L01BB02")
    for week, value in enumerate(("36.8", "37.0", "36.7", "39.1", "37.2", "36.9")):
        n.measure("amber", 40 - 7 * week, "temperature", value)
    n.tell(
        "petra",
        41,
        "14.00",
        "story",
        "Daan houdt van dinosaurussen en van grapjes. Vertel hem altijd eerst wat je gaat doen.",
        title="Dit is Daan",
    )
    n.tell("amber", 40, "11.30", "treatment", "Infuus thuis gegeven. Daan telde af van tien. Geen problemen.", title="Infuus thuis",
           replies=[("wouter", 40, "19.20", "Hij heeft het trots verteld aan oma.")])  # fmt: skip
    n.tell("mieke", 38, "15.10", "people", "De klas heeft zwaaiend het lied gezongen via het scherm. Daan zat vooraan.", title="Les via het scherm",
           replies=[("bea", 38, "18.00", "Ik hoorde hem lachen. Dank u wel, juf.")])  # fmt: skip
    n.tell(
        "eva",
        34,
        "16.20",
        "results",
        "Bloed is op peil. De kuur gaat door zoals gepland.",
        title="Uitslag bloed",
    )
    n.tell("petra", 19, "2.40", "health", "39,1 graden. Wij zijn naar het ziekenhuis gereden.", title="Koorts",
           replies=[("eva", 19, "7.30", "Daan is opgenomen en krijgt antibiotica. Hij slaapt nu."), ("anouk", 19, "8.20", "Sterkte. Bel gerust.")])  # fmt: skip
    n.tell(
        "wouter",
        15,
        "17.00",
        "day",
        "Weer thuis! De hond was het blijst van allemaal.",
        title="Thuis",
    )
    n.tell(
        "lotte",
        12,
        "10.45",
        "arrangements",
        "Nieuw schema: infuus op dinsdag en vrijdag om 10.00 uur.",
        title="Schema",
    )
    n.photos("bea", 7, "16.45", "Daan en Tess aan het strand. Eén uurtje, goed ingepakt.", "sea",
             shows="Het strand in de zon")  # fmt: skip
    n.tell("bea", 8, "16.30", "people", "Samen een vulkaan van klei gemaakt.", title="Bij oma")
    n.tell(
        "amber",
        4,
        "11.15",
        "treatment",
        "Infuus gegeven. Lijn ziet er goed uit.",
        title="Infuus thuis",
    )
    n.tell(
        "mieke",
        1,
        "14.50",
        "work",
        "Daan komt vrijdag misschien een half uur in de klas. Zijn moeder belt die ochtend.",
        title="Even naar school",
    )
    n.agree("lotte", "eva", "Zeggen of Daan vrijdag naar school mag", "health", asked=1, due_in=2)
    n.visit(
        "lotte",
        "kinderteam",
        "10.00",
        "11.00",
        "Kinderthuiszorg komt",
        weekdays=(1, 4),
        since=42,
        purpose=("treatment", "Infuus"),
    )
    n.visit("bea", "bea", "13.00", "16.00", "Oma komt", weekdays=(2, 5), since=40)
    return n
