"""The household Amari-Jansen: debts, a school that worries, youth care; four clients,
of whom children of 13 and nearly 12."""

from datetime import date

from ..founding import found
from ..town import Net, Resident, Town, turning

RESIDENTS = (
    Resident("samira", ("Samira", "", "Amari"), "mevrouw", date(1985, 6, 2), "06 1200 3601"),
    Resident("tom", ("Tom", "", "Jansen"), "meneer", date(1983, 10, 19), "06 1200 3602"),
    Resident("nora", ("Nora", "", "Jansen"), "", turning(14, in_days=120)),
    Resident("adam", ("Adam", "", "Jansen"), "", turning(12, in_days=21)),
    Resident("fouzia", ("Fouzia", "", "Amari"), "", date(1958, 1, 5), "06 1200 3603"),
)


def tell(town: Town) -> Net:
    """Two months: letters from collectors, a girl who stays in bed, a plan that starts to work."""
    n = found(town, clients=["samira", "tom", "nora", "adam"], coordinator="jeroen", days_ago=58)
    n.join("fouzia", "relative", 57, does="oma")
    n.join("nadia", "debt_counsellor", 56)
    n.join("dirk", "social_worker", 50)
    n.join("carla", "school", 55, does="mentor van Nora")
    n.join("mieke", "school", 54, does="juf van Adam")
    n.join("anouk", "gp", 53, by="samira")
    n.join("lisa", "psychologist", 40, does="psycholoog van Nora", by="samira")
    n.authority("samira", ["nora", "adam"])
    n.authority("tom", ["nora", "adam"])
    n.tell("samira", 56, "20.10", "money", "Er liggen elf brieven die ik niet durf open te maken.", title="De post", about="samira",
           replies=[("nadia", 55, "9.00", "Neem ze dinsdag mee in een tas. Wij maken ze samen open.")])  # fmt: skip
    n.tell(
        "nadia",
        52,
        "14.20",
        "money",
        "Alle brieven geopend. Totaal van de schulden: 18.400 euro. Huur en stroom betalen wij als eerste.",
        title="Overzicht",
        about="samira",
    )
    n.tell(
        "nadia",
        45,
        "10.30",
        "money",
        "De deurwaarder stopt, er is een regeling. Leefgeld: 90 euro per week.",
        title="Regeling",
        about="samira",
    )
    n.tell("carla", 51, "15.45", "work", "Nora was deze maand elf dagen ziek gemeld. In de klas is ze stil.", title="Verzuim", about="nora",
           replies=[("jeroen", 50, "9.15", "Dank. Ik praat donderdag met Nora, op een plek die zij kiest.")])  # fmt: skip
    n.tell(
        "jeroen",
        47,
        "17.10",
        "upbringing",
        "Met Nora gewandeld. Ze wil graag weer hockeyen, maar zegt dat er geen geld is.",
        title="Gesprek met Nora",
        about="nora",
    )
    n.tell(
        "lisa",
        38,
        "16.30",
        "mind",
        "Kennismaking met Nora. Somber en slecht slapen sinds de zomer. Wij zien elkaar elke week.",
        title="Gesprek",
        about="nora",
    )
    n.tell(
        "anouk",
        53,
        "11.20",
        "health",
        "Nora gezien met moeheid en buikpijn. Bloedonderzoek was goed.",
        title="Moe",
        about="nora",
    )
    n.tell(
        "dirk",
        36,
        "13.30",
        "work",
        "Sportfonds aangevraagd: hockey wordt betaald tot de zomer.",
        title="Hockey",
        about="nora",
    )
    n.tell(
        "mieke",
        33,
        "12.40",
        "work",
        "Adam leest goed mee en heeft een vriendje gevonden: Sem.",
        title="Op school",
        about="adam",
    )
    n.tell("tom", 29, "18.50", "home", "Wasmachine is kapot. Wij wassen nu bij oma.", title="Wasmachine", about="huishouden",
           replies=[("dirk", 28, "10.00", "Er is een fonds voor. Ik vraag het vandaag aan.")])  # fmt: skip
    n.tell(
        "fouzia",
        27,
        "17.30",
        "people",
        "Vrijdag eten alle kinderen bij mij. Ik maak couscous.",
        title="Eten bij oma",
        about="adam",
    )
    n.tell(
        "nora",
        20,
        "21.00",
        "story",
        "Ik wil dat mensen eerst aan mij vragen hoe het gaat, niet aan mama.",
        title="Van mij",
        about="nora",
    )
    n.tell(
        "carla",
        15,
        "15.20",
        "work",
        "Nora was deze week elke dag op school.",
        title="Goed nieuws",
        about="nora",
    )
    n.tell(
        "lisa",
        13,
        "16.45",
        "mind",
        "Slapen gaat beter met het avondritme. Wij bespreken hoe ze hulp vraagt.",
        title="Gesprek",
        about="nora",
    )
    n.tell(
        "nadia",
        10,
        "11.10",
        "money",
        "Alle vaste lasten zijn deze maand op tijd betaald.",
        title="Op tijd",
        about="samira",
    )
    n.tell(
        "jeroen",
        2,
        "16.00",
        "arrangements",
        "Volgende week kijken wij samen terug. Wat ging goed? Denk er vast over na.",
        title="Terugkijken",
        about="huishouden",
    )
    _plan(n)
    n.agree(
        "samira",
        "nadia",
        "Kinderbijslag laten overmaken op de nieuwe rekening",
        "money",
        asked=12,
        due_in=3,
        state="accepted",
        answered=11,
        about="samira",
    )
    n.agree(
        "jeroen",
        "carla",
        "Nora mag later beginnen op maandag",
        "work",
        asked=14,
        due_in=-2,
        state="done",
        answered=6,
        about="nora",
    )
    n.agree(
        "jeroen",
        "tom",
        "Wasmachine ophalen bij de winkel",
        "home",
        asked=5,
        due_in=1,
        about="huishouden",
    )
    n.visit(
        "jeroen",
        "jeroen",
        "16.00",
        "17.00",
        "Jeroen komt",
        weekdays=(2,),
        since=50,
        about="huishouden",
    )
    n.visit(
        "fouzia",
        "fouzia",
        "17.30",
        "19.30",
        "Eten bij oma",
        weekdays=(4,),
        since=30,
        about="huishouden",
    )
    return n


def _plan(n: Net) -> None:
    """One plan for five people: each part about one of them or about all, each with its readers."""
    n.looks_back("jeroen", 46, in_days=9, about="huishouden")
    n.plan_part("jeroen", 46, "question", "Wij willen weer rust in huis", says="samira", quote=True,
                about="huishouden")  # fmt: skip
    n.plan_part("jeroen", 46, "strength", "Oma helpt bijna elke dag", about="huishouden",
                part_of_life="network")  # fmt: skip
    n.plan_part("samira", 46, "worry", "Er is vaak ruzie over geld", about="huishouden",
                part_of_life="money")  # fmt: skip
    n.plan_part("jeroen", 46, "help", "Twee jaar geleden hielp Welzijn met de post",
                about="huishouden")  # fmt: skip
    post = n.plan_part("samira", 45, "goal", "Wij maken elke brief open",
                       about="huishouden", part_of_life="money", aim=n.scale(due_in=30))  # fmt: skip
    n.goal_steps("samira", post, {40: (2, "Samen met Nadia."), 26: (5, "De helft zelf."),
                                  9: (7, "Alles, op twee na.")})  # fmt: skip
    n.every_week("tom", "samira", "De post openen, op zaterdag", post, "money", weekdays=(5,),
                 since=30, about="huishouden")  # fmt: skip
    school = n.plan_part("jeroen", 44, "goal", "Nora gaat weer elke dag naar school",
                         about="nora", part_of_life="y_school")  # fmt: skip
    n.every_week("jeroen", "carla", "Maandag even praten met Nora", school, "y_school",
                 weekdays=(0,), since=28, about="nora")  # fmt: skip
    n.plan_part("lisa", 30, "goal", "Nora slaapt weer door", about="nora", part_of_life="y_mind")
    n.plan_part("nora", 30, "question", "Ik wil weer hockeyen", quote=True, about="nora",
                part_of_life="y_friends")  # fmt: skip
    n.scores("nora", 29, "nora", y_school=2, y_friends=2, y_mind=2)
    n.plan_part("jeroen", 29, "occasion", "Wij schreeuwen te veel en de kinderen horen het",
                says="tom", quote=True, about="huishouden")  # fmt: skip
    n.plan_part("jeroen", 29, "unsafe", "Bij ruzie gaat Adam de straat op", about="adam",
                part_of_life="y_upbringing")  # fmt: skip
    n.plan_part("jeroen", 29, "safe", "Hij slaapt vaak bij oma", about="adam", says="samira", number=6,
                part_of_life="y_upbringing")  # fmt: skip
    n.plan_part("jeroen", 29, "safe", "Laat buiten, en niemand weet waar", about="adam", number=4,
                part_of_life="y_upbringing")  # fmt: skip
    n.plan_part("jeroen", 29, "safety", "Bij ruzie belt Adam oma, en haalt zij hem op", about="adam",
                part_of_life="y_upbringing")  # fmt: skip
    n.asks_to_sign("jeroen", 29, "carla", "huishouden")
    n.says_yes("samira", 28, about="huishouden")
