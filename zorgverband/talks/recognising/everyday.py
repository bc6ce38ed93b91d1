"""Everyday Dutch words that are also surnames or given names.

Written small they are the word and pass ("de bakker kwam langs", "een wit verband"); with a capital,
after a title or an initial they are the name. `SMALL_WORDS` are given names with which sentences
begin ("Wil hij nog eten?"): as the first word of a sentence they pass, capital or not.
"""

_EVERYDAY = """
appel as baan baars bakker bas beek beer berg best beuk blauw bloem boer bol boom bos bosman braam
brand bron brug bruin brink dam dekker den dijk dokter doorn dorp draad drost duif eik els es es
feest fleur gans geest goed goud graaf groen groot haan haas hamer haring hart haven hek held hemel
hengst herder hert hof hoek hond hoop hout huis iep ijzer iris jager jong joy juli kamp kat keizer
kerk kers kip klein klerk knop koek kok koning koper koster kort kraai kramer kruis kuiper lam land
lang leeuw licht linde linden lont maan maas man mark markt mees meer meester mei merel mol molen
mug mulder muis mus naald nagel noord noor oever oost oud pauw peer pen pek pol poort post pot prins
regen rein reus rijk ring rood roos ruiter schaap schilder schipper schoen schouten sier slag slager
sloot snel snoek spijker spin spreeuw staal stam steen ster stier stok storm stroom tak timmerman
tromp tuin valk veen veer veld veldman verhoeven vis visser vink vlag vlieg voet vogel vos vrede
vriend vroom vrolijk water weg wesp west wever wiel wijn wilg wind winter wit wolf zalm zand zee
zilver zomer zon zout zwaan zwart
"""
_SMALL_WORDS = """
wil door dan mee jan an bo noor mei juli hoop bas mark
"""
_INFIXES = """
de den der van ten ter te het t in op aan bij d el al ben bin ibn le la du des von zu da dos di ait
abu st
"""
_TITLES = """
mevrouw mevr mw meneer mijnheer dhr hr heer dokter dr drs mr prof zuster broeder familie fam tante
oom oma opa buurvrouw buurman
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
EVERYDAY = frozenset(_EVERYDAY.split()) | SMALL_WORDS
# Words that say nothing about whose name it is.
INFIXES = frozenset(_INFIXES.split())
TITLES = frozenset(_TITLES.split())
