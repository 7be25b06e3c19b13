"""Lists about people: states of the ledger, relations, sex, kinds of perpetrator and their part.

`huridocs` is the code in micro-thesaurus 25 for states, 21 for relations, 39 for sex, 24 for
perpetrators, 18 for involvement, 29 for grounds of detention and 07 for units.
"""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
STATUSES = thesaurus(
    "statuses",
    [
        Term("held", _("held"), "", _("In the hands of officials, whatever they call it."),
             "020200000000", watched=True),
        Term("released", _("released"), "", _("Let go after having been held."), "020100000000"),
        Term("transferred", _("moved to another place"), "",
             _("Still held, now elsewhere."), watched=True),
        Term("charged", _("charged"), "",
             _("Formally accused; told whether held in a separate observation."), watched=True),
        Term("sentenced", _("sentenced"), "", _("A court has decided on a penalty."),
             "020203000000", watched=True),
        Term("missing", _("missing"), "", _("Nobody who cares knows where."),
             "010300000000", watched=True),
        Term("travel_banned", _("may not leave the country"), "",
             _("At liberty, but stopped at the border or told not to go."), "030100000000"),
        Term("free", _("free"), "", _("At liberty; never held, or long released.")),
        Term("exiled", _("abroad and cannot return"), "",
             _("Left, or was sent away."), "030200000000"),
        Term("hiding", _("in hiding"), "", _("At home or abroad, avoiding capture."),
             "020300000000", watched=True),
        Term("dead", _("dead"), "", _("However the death came about."), "010100000000"),
        Term("unknown", _("not known"), "", _("Nobody has told."), "990000000000", watched=True),
    ],
    {
        "held": "no=; not released; still held; in custody; detained; нет=; не освобожд; не отпущ;"
        " содерж; под стражей; под арестом; задерж; не=; нее=; озод нашуд; дар хабс; дар боздошт",
        "released": "yes=; released; freed; да=; освобожд; отпущ; дома=; ха=; бале=;"
        " озод шуд; озод=; рахо шуд",
        "unknown": "unknown; not known; неизвест; не известно; маълум нест; номаълум",
    },
)

RELATIONS = thesaurus(
    "relations",
    [
        Term("kin", _("relative"), "", _("Kind of kinship not told."), "010105000000",
             inverse="kin", degree=3),
        Term("parent", _("parent"), "kin", "", "010103000000", inverse="child", degree=1),
        Term("father", _("father"), "parent", "", "010103000000", inverse="child", degree=1),
        Term("mother", _("mother"), "parent", "", "010103000000", inverse="child", degree=1),
        Term("child", _("child"), "kin", "", "010104000000", inverse="parent", degree=1),
        Term("sibling", _("brother or sister"), "kin", "", "010102000000", inverse="sibling",
             degree=1),
        Term("brother", _("brother"), "sibling", "", "010102000000", inverse="sibling", degree=1),
        Term("sister", _("sister"), "sibling", "", "010102000000", inverse="sibling", degree=1),
        Term("spouse", _("husband or wife"), "kin", "", "010101000000", inverse="spouse",
             degree=1),
        Term("partner", _("partner"), "kin", _("Living together or engaged, not married."),
             "010106000000", inverse="partner", degree=1),
        Term("grandparent", _("grandparent"), "kin", "", "010105000000", inverse="grandchild",
             degree=2),
        Term("grandchild", _("grandchild"), "kin", "", "010105000000", inverse="grandparent",
             degree=2),
        Term("uncle_aunt", _("uncle or aunt"), "kin", "", "010105000000",
             inverse="nephew_niece", degree=2),
        Term("nephew_niece", _("nephew or niece"), "kin", "", "010105000000",
             inverse="uncle_aunt", degree=2),
        Term("cousin", _("cousin"), "kin", "", "010105000000", inverse="cousin", degree=3),
        Term("in_law", _("relative by marriage"), "kin",
             _("Of a husband or wife, or married to a relative."), "010105000000",
             inverse="in_law", degree=2),
        Term("guardian", _("guardian"), "", _("Answers for a child or a person in care."),
             inverse="ward"),
        Term("ward", _("ward"), "", _("Is in the care of a guardian."), inverse="guardian"),
        Term("same_house", _("lives in the same house"), "", "", "010301000000",
             inverse="same_house"),
        Term("neighbour", _("neighbour"), "", "", "010302000000", inverse="neighbour"),
        Term("friend", _("friend or colleague"), "", "", "010201000000", inverse="friend"),
        Term("member", _("member"), "", _("Of a group, party or body."), "110100000000",
             inverse="has_member"),
        Term("has_member", _("has as a member"), inverse="member"),
        Term("officer", _("officer"), "member", _("Holds a post in a body."), "110200000000",
             inverse="has_member"),
        Term("commander", _("commander"), "officer", _("Gives the orders in a unit."),
             "110200000000", inverse="has_member"),
        Term("superior", _("superior"), "", "", "010402000000", inverse="subordinate"),
        Term("subordinate", _("subordinate"), "", "", "010403000000", inverse="superior"),
        Term("unit_of", _("unit of"), "", _("A body that belongs to a larger one."),
             "210100000000", inverse="has_unit"),
        Term("has_unit", _("has as a unit"), "", "", "210200000000", inverse="unit_of"),
        Term("ally", _("works together with"), "", _("Between groups."), "210400000000",
             inverse="ally"),
        Term("lawyer", _("lawyer"), "", "", "010602010000", inverse="client"),
        Term("client", _("client"), "", "", "010601000000", inverse="lawyer"),
    ],
    {
        "father": "father=; отец; падар=; падари=; dad=",
        "mother": "mother=; мать=; мама=; модар=; модари=",
        "child": "son=; daughter=; child=; сын=; дочь=; дочка; писар=; писари=; духтар=; духтари=;"
        " фарзанд",
        "brother": "brother=; брат=; бародар=; бародари=; додар; ака=; акаи=",
        "sister": "sister=; сестра; хохар=; хохари=; апа=; апаи=",
        "spouse": "husband; wife; spouse; муж=; жена=; супруг; шавхар; зан=; зани=; хамсар; завч",
        "grandparent": "grandfather; grandmother; дедушк; дед=; бабушк; бобо; биби; модаркалон;"
        " падаркалон",
        "grandchild": "grandson; granddaughter; grandchild; внук; внучк; набера",
        "uncle_aunt": "uncle; aunt; дяд; тет; амак=; амаки=; амма=; аммаи=; хола=; холаи=; таго",
        "nephew_niece": "nephew; niece; племян; бародарзода; хохарзода; чиян",
        "cousin": "cousin; двоюродн; двоюродн брат; двоюродн сестр; амакбача;"
        " холабача; аммабача; тагобача; амакписар",
        "in_law": "in law; зять; невестк; свекр; тесть; теща; шурин; сноха; домод; келин; янга;"
        " язна; хусур; хушдоман",
        "kin": "relative; родственн; хеш; хешованд",
        "guardian": "guardian; опекун; васи=",
        "lawyer": "lawyer; адвокат",
        "friend": "friend; colleague; друг=; подруг; коллег; дуст; хамкор",
    },
)

SEX = thesaurus(
    "sex",
    [
        Term("male", _("male"), "", "", "010000000000"),
        Term("female", _("female"), "", "", "020000000000"),
        Term("other", _("other")),
        Term("unknown", _("not known"), "", "", "990000000000"),
    ],
    {"male": "m=; male=; man=; м=; муж; мард", "female": "f=; female=; woman=; ж=; жен; зан"},
)

PERPETRATORS = thesaurus(
    "perpetrators",
    [
        Term("state", _("State body"), "", _("Which one is not told."), "010000000000"),
        Term("security_service", _("State security service"), "state",
             _("In Tajikistan the State Committee for National Security."), "010106000000"),
        Term("interior", _("Police or interior ministry"), "state",
             _("Also its departments for organised crime and for terrorism."), "010104000000"),
        Term("prosecutor", _("Prosecutor"), "state", _("Any prosecutor's office.")),
        Term("court", _("Court"), "state", "", "010300000000"),
        Term("prison", _("Prison or place of detention"), "state", "", "010105000000"),
        Term("border", _("Border or airport officials"), "state"),
        Term("armed_forces", _("Armed forces"), "state", "", "010103000000"),
        Term("local_authority", _("Local authority"), "state",
             _("Hukumat, jamoat, mahalla committee."), "010102000000"),
        Term("embassy", _("Embassy or consulate"), "state"),
        Term("school", _("School or university"), "state", "", "110400000000"),
        Term("other_state", _("Authority of another State"), "",
             _("For example the police of the country of exile.")),
        Term("media", _("Media close to the state")),
        Term("proxy", _("Persons acting for a state"), "",
             _("Not officials, but on their behalf.")),
        Term("employer", _("Employer"), "", "", "110301000000"),
        Term("private", _("Private persons"), "", "", "110000000000"),
        Term("movement", _("Party or movement")),
        Term("organisation", _("Organisation")),
        Term("unknown", _("not known"), "", "", "990000000000"),
    ],
    {
        "security_service": "security committee; gknb; scns; kgb; national security;"
        " state security; security service;"
        " гкнб; кгб=; кдам; кдамт; госкомитет национальн; нацбезопасн; амният;"
        " кумитаи давлатии амният; сгб",
        "interior": "police; militia; militsiya; interior ministry; mvd; вкд; мвд; милици; полици;"
        " милитси; ровд; увд; омвд; милиса; полис",
        "prosecutor": "prosecutor; прокур; прокуратура",
        "court": "court=; суд=; судья; додгох",
        "prison": "prison; сизо; тюрьм; колони; махбас; зиндон; боздоштгох",
        "border": "border; airport; customs; погран; аэропорт; таможн; сархад; фурудгох",
        "local_authority": "hukumat; mayor; хукумат; мэри; хокимият; администрац; чамоат",
        "armed_forces": "army=; military; soldiers; армия=; армии=; военн; солдат; артиш; харби",
        "employer": "employer; работодател; корфармо",
        "embassy": "embassy; consulate; посольств; консульств; сафорат",
        "school": "school; university; школ; университет; мактаб; донишгох",
        "unknown": "unknown; not known; неизвест; маълум нест; номаълум",
    },
)

INVOLVEMENT = thesaurus(
    "involvement",
    [
        Term("carried_out", _("carried it out"), "", "", "010100000000"),
        Term("ordered", _("ordered it"), "", "", "010200000000"),
        Term("accomplice", _("let it happen though present"), "", "", "010300000000"),
        Term("present", _("was present"), "", "", "010400000000"),
        Term("planned", _("planned it"), "", "", "010500000000"),
        Term("responsible", _("was responsible as a superior"), "",
             _("Had authority over those who did it and did not use it."), "050100000000"),
        Term("failed_to_prevent", _("knew and did not prevent it"), "", "", "050200000000"),
        Term("suspected", _("is suspected"), "", "", "010600000000"),
        Term("unknown", _("not known"), "", "", "990000000000"),
    ],
)

BASIS = thesaurus(
    "basis",
    [
        Term("seen", _("seen by the source")),
        Term("told", _("told by the person")),
        Term("heard", _("heard from others")),
        Term("introduced", _("they said who they were")),
        Term("papers", _("stated in papers")),
        Term("uniform", _("from uniform or vehicle")),
        Term("place", _("from the place where it happened")),
        Term("inferred", _("inferred")),
        Term("unknown", _("not known")),
    ],
)

#: What officials gave as the ground of a detention.
GROUNDS = thesaurus(
    "grounds",
    [
        Term("none_given", _("no ground was given")),
        Term("conversation", _("only to talk")),
        Term("witness", _("as a witness")),
        Term("administrative", _("administrative detention"), "", "", "010000000000"),
        Term("special_law", _("emergency or special law"), "", "", "020000000000"),
        Term("speech", _("words or peaceful political activity"), "", "", "030000000000"),
        Term("extremism", _("extremism or membership in a banned organisation"), "", "",
             "060000000000"),
        Term("terrorism", _("terrorism or violence against the state"), "", "", "070000000000"),
        Term("ordinary_crime", _("an ordinary crime"), "", "", "050000000000"),
        Term("relative", _("for what a relative did")),
        Term("unknown", _("not known"), "", "", "990000000000"),
    ],
)

#: Yes and no to one question: was a warrant shown, was a lawyer present.
ANSWERS = thesaurus(
    "answers",
    [
        Term("yes", _("yes")),
        Term("no", _("no")),
        Term("unknown", _("not known")),
    ],
    {
        "yes": "yes=; да=; ха=; бале=; оре=; ja=",
        "no": "no=; нет=; не=; нест=; nein=",
        "unknown": "unknown; not known; неизвест; не известно; маълум нест; номаълум",
    },
)

#: What one entry of a list stands for when people are counted.
COUNTING_UNITS = thesaurus(
    "counting_units",
    [
        Term("person", _("one person")),
        Term("family", _("a family")),
        Term("group", _("a group or organisation")),
        Term("community", _("a community")),
        Term("unknown", _("not known")),
    ],
)
# fmt: on
