"""Lists about people: states of the ledger, relations, sex, kinds of perpetrator and their part."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

STATUSES = thesaurus(
    "statuses",
    [
        Term("held", _("held"), watched=True),
        Term("released", _("released")),
        Term("transferred", _("moved to another place"), watched=True),
        Term("charged", _("charged"), watched=True),
        Term("sentenced", _("sentenced"), watched=True),
        Term("missing", _("missing"), watched=True),
        Term("travel_banned", _("may not leave the country")),
        Term("free", _("free")),
        Term("hiding", _("in hiding"), watched=True),
        Term("dead", _("dead")),
        Term("unknown", _("not known"), watched=True),
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
        Term("kin", _("relative"), inverse="kin", degree=3),
        Term("parent", _("parent"), "kin", inverse="child", degree=1),
        Term("father", _("father"), "parent", inverse="child", degree=1),
        Term("mother", _("mother"), "parent", inverse="child", degree=1),
        Term("child", _("child"), "kin", inverse="parent", degree=1),
        Term("sibling", _("brother or sister"), "kin", inverse="sibling", degree=1),
        Term("brother", _("brother"), "sibling", inverse="sibling", degree=1),
        Term("sister", _("sister"), "sibling", inverse="sibling", degree=1),
        Term("spouse", _("husband or wife"), "kin", inverse="spouse", degree=1),
        Term("grandparent", _("grandparent"), "kin", inverse="grandchild", degree=2),
        Term("grandchild", _("grandchild"), "kin", inverse="grandparent", degree=2),
        Term("uncle_aunt", _("uncle or aunt"), "kin", inverse="nephew_niece", degree=2),
        Term("nephew_niece", _("nephew or niece"), "kin", inverse="uncle_aunt", degree=2),
        Term("cousin", _("cousin"), "kin", inverse="cousin", degree=3),
        Term("in_law", _("relative by marriage"), "kin", inverse="in_law", degree=2),
        Term("same_house", _("lives in the same house"), inverse="same_house"),
        Term("friend", _("friend or colleague"), inverse="friend"),
        Term("member", _("member"), inverse="has_member"),
        Term("has_member", _("has as a member"), inverse="member"),
        Term("officer", _("officer"), "member", inverse="has_member"),
        Term("commander", _("commander"), "officer", inverse="has_member"),
        Term("superior", _("superior"), inverse="subordinate"),
        Term("subordinate", _("subordinate"), inverse="superior"),
        Term("lawyer", _("lawyer"), inverse="client"),
        Term("client", _("client"), inverse="lawyer"),
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
        "friend": "friend; colleague; друг=; подруг; коллег; дуст; хамкор",
    },
)

SEX = thesaurus(
    "sex",
    [
        Term("male", _("male")),
        Term("female", _("female")),
        Term("other", _("other")),
        Term("unknown", _("not known")),
    ],
    {"male": "m=; male=; man=; м=; муж; мард", "female": "f=; female=; woman=; ж=; жен; зан"},
)

PERPETRATORS = thesaurus(
    "perpetrators",
    [
        Term("state", _("State body")),
        Term(
            "security_service",
            _("State security service"),
            "state",
            _("In Tajikistan the State Committee for National Security."),
        ),
        Term("interior", _("Police or interior ministry"), "state"),
        Term("prosecutor", _("Prosecutor"), "state"),
        Term("court", _("Court"), "state"),
        Term("prison", _("Prison or place of detention"), "state"),
        Term("border", _("Border or airport officials"), "state"),
        Term("local_authority", _("Local authority"), "state"),
        Term("embassy", _("Embassy or consulate"), "state"),
        Term("school", _("School or university"), "state"),
        Term("media", _("Media close to the state")),
        Term("proxy", _("Persons acting for a state")),
        Term("private", _("Private persons")),
        Term("movement", _("Party or movement")),
        Term("organisation", _("Organisation")),
        Term("unknown", _("not known")),
    ],
    {
        "security_service": "gknb; scns; kgb; national security; state security; security service;"
        " гкнб; кдам; кдамт; госкомитет национальн; нацбезопасн; амният; кумитаи давлатии амният;"
        " сгб",
        "interior": "police; militia; militsiya; interior ministry; mvd; вкд; мвд; милици; полици;"
        " ровд; увд; омвд; милиса; полис",
        "prosecutor": "prosecutor; прокур; прокуратура",
        "court": "court=; суд=; судья; додгох",
        "prison": "prison; сизо; тюрьм; колони; махбас; зиндон; боздоштгох",
        "border": "border; airport; customs; погран; аэропорт; таможн; сархад; фурудгох",
        "local_authority": "hukumat; mayor; хукумат; мэри; хокимият; администрац; чамоат",
        "embassy": "embassy; consulate; посольств; консульств; сафорат",
        "school": "school; university; школ; университет; мактаб; донишгох",
        "unknown": "unknown; not known; неизвест; маълум нест; номаълум",
    },
)

INVOLVEMENT = thesaurus(
    "involvement",
    [
        Term("carried_out", _("carried it out"), huridocs="010100000000"),
        Term("ordered", _("ordered it")),
        Term("present", _("was present")),
        Term("planned", _("planned it")),
        Term("responsible", _("was responsible as a superior")),
        Term("suspected", _("is suspected")),
        Term("unknown", _("not known")),
    ],
)
BASIS = thesaurus(
    "basis",
    [
        Term("seen", _("seen by the source")),
        Term("told", _("told by the person")),
        Term("papers", _("stated in papers")),
        Term("uniform", _("from uniform or vehicle")),
        Term("inferred", _("inferred")),
        Term("unknown", _("not known")),
    ],
)
