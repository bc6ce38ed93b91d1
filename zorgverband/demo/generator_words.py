"""The words of generated messages: sentences with open places, per subject, and what fills them.

Every list goes from common to rare. A message takes the front of a list far more often than its
end, roughly as words fall in real texts, so that searching for a common and for a rare word differ.
"""

from zorgverband.sharing.subjects import Subject

S = Subject

WHEN = (
    "vanochtend", "vanmiddag", "gisteravond", "vannacht", "na het eten", "voor het slapen",
    "rond tien uur", "bij de koffie", "tijdens het bezoek", "aan het eind van de dag",
    "bij het wakker worden", "direct na thuiskomst",
)  # fmt: skip
MOOD = (
    "rustig", "vrolijk", "moe", "stil", "onrustig", "opgewekt", "verdrietig", "helder",
    "in de war", "boos", "angstig", "tevreden", "prikkelbaar", "lusteloos", "spraakzaam",
)  # fmt: skip
BODY = (
    "het been", "de voet", "de knie", "de rug", "de arm", "de heup", "de hand", "de schouder",
    "de enkel", "de hiel", "de stuit", "de elleboog", "het scheenbeen", "de oksel", "de oorlel",
    "het sleutelbeen",
)  # fmt: skip
SKIN = (
    "droog", "rood", "gezwollen", "warm", "gesloten", "vochtig", "geel", "zwart", "schilferig",
    "glanzend", "paars",
)  # fmt: skip
PILL = (
    "paracetamol", "metoprolol", "furosemide", "metformine", "omeprazol", "simvastatine",
    "oxazepam", "insuline", "acenocoumarol", "prednison", "levodopa", "morfine", "digoxine",
    "rivastigmine", "lithium", "methotrexaat", "ciclosporine", "fludrocortison",
)  # fmt: skip
MEASURE = (
    "bloeddruk", "gewicht", "bloedsuiker", "temperatuur", "pols", "saturatie", "nierfunctie",
    "hemoglobine", "kalium", "ontsteking", "schildklier", "vitamine", "ferritine", "troponine",
)  # fmt: skip
TRAINING = (
    "lopen met de rollator", "opstaan uit de stoel", "traplopen", "ademhalen", "strekken",
    "zwachtelen", "slikken", "evenwicht", "fietsen", "hometrainer", "elektrostimulatie",
)  # fmt: skip
FOOD = (
    "brood", "soep", "yoghurt", "aardappelen", "fruit", "vis", "pap", "stamppot", "pannenkoeken",
    "haring", "rijst", "erwtensoep", "hutspot", "mosselen", "asperges", "rabarber", "kapucijners",
)  # fmt: skip
HOUSE = (
    "keuken", "badkamer", "trap", "slaapkamer", "voordeur", "gang", "tuin", "schuur", "balkon",
    "kelder", "zolder", "brievenbus", "thermostaat", "traplift", "dakgoot", "rookmelder",
)  # fmt: skip
OUTING = (
    "de koffieochtend", "het wandelgroepje", "de dagbesteding", "de markt", "het koor",
    "de bibliotheek", "de kerk", "het buurthuis", "de kaartclub", "het zwembad", "de kinderboerderij",
    "het museum", "de schaakclub", "de postzegelbeurs", "het orgelconcert",
)  # fmt: skip
PAPER = (
    "de huur", "de energierekening", "de zorgtoeslag", "de bijstand", "de belasting",
    "de verzekering", "het leefgeld", "de incasso", "de deurwaarder", "de huurtoeslag",
    "de bewindvoerder", "de kwijtschelding", "het pensioen", "de dwangsom", "de hypotheek",
)  # fmt: skip
SCHOOL = (
    "de juf", "de gymles", "het huiswerk", "de rekentoets", "het speelkwartier", "de intern begeleider",
    "het schoolreisje", "de leerplicht", "het overblijven", "de logopedie", "het eindrapport",
)  # fmt: skip
WHO = (
    "de wijkverpleegkundige", "de huisarts", "de dochter", "de buurvrouw", "de fysiotherapeut",
    "de consulent", "de zoon", "de apotheek", "de casemanager", "de ergotherapeut", "de geriater",
    "de vrijwilliger", "de diëtist", "de pedicure", "de trombosedienst", "de audicien",
    "de tandarts", "de dierenarts", "de notaris",
)  # fmt: skip
THING = (
    "de bril", "het gehoorapparaat", "de rollator", "de sleutel", "de alarmknop", "het kunstgebit",
    "de afstandsbediening", "het fotoboek", "de agenda", "de hond", "de kanarie", "de naaimachine",
    "de accordeon", "het aquarium", "de typemachine", "de koekoeksklok", "het weefgetouw",
)  # fmt: skip
PLACES = {
    "wanneer": WHEN, "stemming": MOOD, "lijf": BODY, "huid": SKIN, "pil": PILL, "meting": MEASURE,
    "oefening": TRAINING, "eten": FOOD, "huis": HOUSE, "uitje": OUTING, "papier": PAPER,
    "school": SCHOOL, "wie": WHO, "ding": THING,
}  # fmt: skip

SENTENCES: dict[Subject, tuple[str, ...]] = {
    S.HEALTH: (
        "De wond aan {lijf} is {wanneer} verzorgd en ziet er {huid} uit.",
        "Klaagt over pijn aan {lijf}, de huid is {huid}.",
        "{Wanneer} gevallen in de {huis}; {lijf} is {huid} maar niets gebroken.",
        "Het gaat vandaag beter met {lijf}, {wie} is op de hoogte.",
        "Benauwd {wanneer}, daarna weer {stemming}.",
    ),
    S.MEDICATION: (
        "De {pil} is {wanneer} ingenomen.", "De baxterrol klopt; {pil} is aangevuld.",
        "{Pil} is {wanneer} vergeten, {wie} weet het.",
        "De dosering van {pil} is veranderd door {wie}.",
        "Misselijk {wanneer}, misschien door {pil}.",
    ),
    S.RESULTS: (
        "De {meting} is {wanneer} gemeten en is goed.", "De {meting} is iets te hoog.",
        "De {meting} is lager dan vorige week, {wie} kijkt mee.",
        "Uitslag van {meting} is binnen, geen bijzonderheden.",
        "De {meting} wordt {wanneer} nog een keer gecontroleerd.",
    ),
    S.TREATMENT: (
        "Geoefend met {oefening}, dat gaat steeds beter.", "{Wie} stelt {oefening} voor.",
        "Na overleg met {wie} gaan we door met {oefening}.",
        "{Wanneer} te moe voor {oefening}.", "Behandelplan besproken: meer aandacht voor {oefening}.",
    ),
    S.MIND: (
        "Was {wanneer} {stemming} en sliep slecht.", "Somber en {stemming} {wanneer}.",
        "Gesprek gehad met {wie}; nu {stemming}.", "Ziet dingen die er niet zijn, vooral {wanneer}.",
        "Piekert over {ding}, daarna {stemming}.",
    ),
    S.DAY: (
        "Heeft {wanneer} goed gegeten: {eten} en koffie.", "Was {stemming} {wanneer}.",
        "Samen {eten} gemaakt en daarna gewandeld.", "{Wanneer} bezoek gehad van {wie}.",
        "Zat {stemming} bij het raam en luisterde naar muziek.", "Zoekt steeds naar {ding}.",
        "Wilde geen {eten}, wel een kopje thee.",
    ),
    S.HOME: (
        "De {huis} is schoongemaakt.", "De lamp in de {huis} is kapot, {wie} kijkt ernaar.",
        "Boodschappen gedaan: {eten} en {eten2}.", "Er ligt een los kleed in de {huis}.",
        "De was hangt in de {huis}.", "Aanvraag gedaan voor een aanpassing van de {huis}.",
    ),
    S.PEOPLE: (
        "Samen naar {uitje} geweest, dat was gezellig.", "Wil graag weer naar {uitje}.",
        "{Wie} gaat mee naar {uitje}.", "Was {stemming} na {uitje}.",
        "Er is nog plaats bij {uitje}.", "Bezoek van {wie} met een taart.",
    ),
    S.WORK: (
        "Begint met een paar uur vrijwilligerswerk bij {uitje}.", "Werkt weer halve dagen.",
        "Gesprek over werk met {wie}.", "Kwam {stemming} terug van {uitje}.",
    ),
    S.MONEY: (
        "De post is doorgenomen, {papier} is betaald.", "Er is een brief over {papier}.",
        "Aanvraag voor {papier} is verstuurd.", "Bellen over {papier} met {wie}.",
        "Betalingsregeling voor {papier} is rond.",
    ),
    S.UPBRINGING: (
        "Ging {stemming} naar school, {school} weet het.", "Gesprek gehad met {school}.",
        "Thuis rustig, op school moeite met {school}.", "{School} belt deze week.",
    ),
    S.CARER: (
        "Het is zwaar deze week, ik ben {stemming}.", "Ik slaap slecht en ben {stemming}.",
        "Ik wil een avond vrij voor {uitje}.", "Fijn dat {wie} een middag overneemt.",
    ),
    S.COMING: (
        "{Wie} komt {wanneer}.", "{Wie} komt een uur later.", "De afspraak met {wie} gaat niet door.",
        "Ik kom {wanneer} langs met {eten}.", "Vervoer naar {uitje} is geregeld.",
    ),
    S.ARRANGEMENTS: (
        "Afgesproken dat {wie} elke week belt.", "We bespreken het plan {wanneer}.",
        "{Wie} regelt {ding}.", "Doel gehaald: zelf naar {uitje}.",
        "De afspraak over {papier} blijft zoals hij is.",
    ),
    S.STORY: (
        "Vertelde over vroeger en over {ding}.", "Houdt van {eten} en van {uitje}.",
        "Wil graag met de voornaam worden aangesproken.", "Is trots op {ding}.",
    ),
}  # fmt: skip
CLOSINGS = (
    "Morgen kijk ik weer.", "Verder geen bijzonderheden.", "Bel gerust als er iets is.",
    "Ik heb het doorgegeven.", "Graag even meekijken.", "Dank voor jullie hulp.",
    "Volgende week bespreken we het.", "Het gaat de goede kant op.", "Er is nog een vraag over {ding}.",
    "{Wie} neemt contact op.", "We houden het in de gaten.", "Let extra op de {huis}.",
)  # fmt: skip
REPLIES = (
    "Dank je wel, fijn om te lezen.", "Goed om te weten.", "Ik kom {wanneer} kijken.",
    "Heeft {wie} dit ook gezien?", "Dat herken ik, {wanneer} ook.", "Ik neem {ding} mee.",
    "Zal ik {wie} bellen?", "Wat vervelend. Sterkte.",
)  # fmt: skip

GIVEN_NAMES = {
    "mevrouw": (
        "Maria", "Anna", "Johanna", "Elisabeth", "Cornelia", "Wilhelmina", "Hendrika", "Fatima",
        "Sanne", "Emma", "Lisa", "Annemiek", "Gerda", "Truus", "Yasmina", "Samira", "Ingrid",
        "Marjan", "Petra", "Aaltje", "Geertruida", "Nurhan", "Ewa", "Lan",
    ),
    "meneer": (
        "Jan", "Piet", "Kees", "Willem", "Hendrik", "Mohamed", "Ahmet", "Tom", "Daan", "Sem",
        "Gerrit", "Arie", "Bert", "Theo", "Rachid", "Mehmet", "Wouter", "Joost", "Sjoerd", "Evert",
        "Lourens", "Tadeusz", "Minh", "Quinten",
    ),
}  # fmt: skip
FAMILY_NAMES = (
    ("de", "Jong"), ("", "Jansen"), ("de", "Vries"), ("van den", "Berg"), ("", "Bakker"),
    ("van", "Dijk"), ("", "Visser"), ("", "Smit"), ("", "Meijer"), ("de", "Boer"), ("", "Mulder"),
    ("de", "Groot"), ("", "Bos"), ("", "Vos"), ("", "Peters"), ("", "Hendriks"), ("van", "Leeuwen"),
    ("", "Dekker"), ("", "Brouwer"), ("de", "Wit"), ("", "Yilmaz"), ("", "El Amrani"), ("", "Kaya"),
    ("", "Nguyen"), ("van der", "Linden"), ("", "Postma"), ("", "Hoekstra"), ("", "Kuipers"),
    ("ten", "Brink"), ("", "Wiśniewski"), ("", "Ramdin"), ("van 't", "Hof"),
)  # fmt: skip
