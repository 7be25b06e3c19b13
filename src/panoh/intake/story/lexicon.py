"""Words by which stories in English, Russian and Tajik say who, when, how it is known, and how.

Patterns are read in small letters. Where a word can mean two things it is left out: a proposal
that is missed is typed in a moment, a wrong one is read by somebody who is frightened.
"""

import re

from panoh.model.dates.words import MONTHS, SEASONS

_I = re.IGNORECASE


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that are written with a capital letter and are no names of people.
NO_NAMES = _words("""
    radio ozodi liberty svoboda bbc deutsche welle amnesty memorial visa google apple gmail tiktok
    радио радиои озоди озодӣ свобода мемориал гугл гугль эппл инстаграм инстаграмм ватсап вотсап
    ютуб тикток сизо ивс рамадан рамазан навруз наврӯз ид иди курбан қурбон новый год
    i we he she it they you my our his her their its the a an on in at by of to from for with and
    but or so as if when while after before since until because then there this that these those
    yesterday today tomorrow last next some somebody someone people men women officers police
    officials neighbours neighbors relatives friends both two three four five six ten one no not
    nobody only also later soon now please who what where why how during about around near all
    monday tuesday wednesday thursday friday saturday sunday committee ministry security state
    national interior court prosecutor embassy consulate group party movement university school
    mother father brother sister wife husband son daughter uncle aunt cousin grandmother parents
    facebook telegram whatsapp youtube instagram signal interpol europe european human rights
    internet government tajik tajiks german polish russian god allah islamic president general
    investigator officer colonel major captain lieutenant judge lawyer activist journalist blogger
    mrs mr dr sir according every each once first second third early late they'll it's
    я мы он она они вы ты мой моя мою моего моей мое моё мои моих наш наша нашу наши нашего его ее
    её их в во на у к с со из за от до по о об при для без через после перед пока когда если что
    чтобы кто где как так там тут это этот эта эти тот та те и а но или не ни да нет вчера сегодня
    завтра позавчера потом затем теперь сейчас утром вечером днем днём ночью уже еще ещё снова
    опять все всех всё никто только также двое трое четверо неизвестные люди сотрудники полиция
    полицейские милиция милиционеры соседи сосед соседка родственники родственник родные друзья
    мать отец брат сестра жена муж сын дочь дядя тетя тётя мама папа бабушка дедушка родители
    матери отца брата сестру сестры жену мужа сына дочь дядю маму папу понедельник вторник среда
    среду четверг пятница пятницу суббота субботу воскресенье фейсбук телеграм интерпол европа
    европе бог аллах президент комитет министерство прокуратура суд посольство консульство союз
    группа партия движение университет школа следователь полковник майор капитан лейтенант генерал
    сотрудник адвокат журналист активист блогер сын дочери сыном
    мне меня нам нас ему ей им вам около примерно
    ман мо ту шумо вай ӯ онҳо дар ба аз бо то барои ки ва ё аммо лекин вале агар чун вақте баъд
    пас пеш имрӯз дирӯз дина парерӯз пагоҳ ҳозир ҳоло акнун субҳ бегоҳ шаб рӯз рӯзи соли моҳи
    падар модар бародар хоҳар зан шавҳар писар духтар амак тағо хола амма бобо бибӣ падарам модарам
    бародарам хоҳарам занам шавҳарам писарам духтарам падару модарам амакам тағоям хешон хешу
    ҳамсоя ҳамсояҳо ҳамсояам дӯстам дӯстон одамон мардум кормандони кормандон полис милиса прокурор
    додситон суд кумита кумитаи вазорат вазорати сафорат сафорати консулгарӣ фейсбук телеграм
    интерпол аврупо худо президент душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе майор
    полковник капитан муфаттиш ду се чор панҷ ҳар ҳама ҳеҷ касе кӣ чӣ куҷо ин он инро онро маро
    моро шуморо ӯро вайро онҳоро мактаб донишгоҳ гурӯҳ ҳизб ҳизби ҳаракат
""") | frozenset(MONTHS) | frozenset(SEASONS)  # fmt: skip

#: Endings that only surnames and names of fathers have.
SURNAME = re.compile(
    r"(?:[оеё]в(?:а|у|ым|ой|ых|ро)?|[её]ви(?:ч|ча|чу|чем)|ович(?:а|у|ем)?|[оеё]вн(?:а|ы|у|е|ой)"
    r"|зод[аеуы](?:и|ро)?|заде|пур(?:ро)?|зод(?:ро)?|[оеё]вро"
    r"|(?:[oe]v|zoda|zade|pur)(?:a|na|ich)?(?:'s|’s)?)$",
    _I,
)
#: A name follows.
BEFORE_NAME = re.compile(
    r"\b(?:named|called|name is|brother|sister|father|mother|son|daughter|husband|wife|uncle|aunt"
    r"|cousin|nephew|niece|friend|neighbour|neighbor|officer|investigator|colonel|major|captain"
    r"|по имени|зовут|имя|брата?|сестр[ауы]|отца?|мать|матери|сына?|дочь|дочери|мужа?|жен[ау]"
    r"|дяд[яюи]|т[её]т[яюи]|друга?|сосед[ау]?|племянника?|следователь|полковник|майор|капитан"
    r"|бо номи|номаш|номи|бародар(?:ам|аш|и)?|хоҳар(?:ам|аш|и)?|падар(?:ам|аш|и)?"
    r"|модар(?:ам|аш|и)?|писар(?:ам|аш|и)?|духтар(?:ам|аш|и)?|шавҳар(?:ам|аш|и)?|зан(?:ам|аш|и)"
    r"|амак(?:ам|и)?|дӯст(?:ам|и)?|муфаттиш|полковник|майор)[ ,:]*$"
)
OFFICER = re.compile(
    r"\b(?:officer|investigator|colonel|major|captain|lieutenant|prosecutor|judge"
    r"|следовател\w+|полковник\w*|майор\w*|капитан\w*|лейтенант\w*|прокурор\w*|судь(?:я"
    r"|и|ю|ёй|ей|ям|ями)|сотрудник\w*"
    r"|муфаттиш\w*|прокурор\w*|судя\w*|корманди кдам)(?: of [\w ]{1,30})?(?: named)?[ ,]*$"
)
#: Whoever is named next is the one abroad for whom others are punished.
BECAUSE_OF = re.compile(
    r"(?:because|потому что|чунки|c[ao]me for|coming for|comes for|looking for|look for|looked for"
    r"|ask(?:ed|ing|s)? (?:for|about)|searching for"
    r"|пришл[иа] за|приш[её]л за|приходил\w* за|приехал\w* за|искал\w*|ищут|спрашива\w*"
    r" (?:про|о|об)|ба ҷустуҷӯи|дар ҷустуҷӯи"
    r"|به خاطر|به‌خاطر|درباره|دنبال|به دلیل|علیه|because of|on account of|to silence|to"
    r" pressure|to force|so that|to make|in order to reach"
    r"|until|unless|asked about|for the work of"
    r"|из-за|ради того|чтобы|за то,? что|пока|если|\bо|\bоб|\bпро"
    r"|барои|ба хотири|аз барои|бинобар|то ки|дар бораи|\bто)[ ,]+"
    r"(?:(?:her|his|their|my|our|the|exiled|activist|journalist|blogger|brother|sister|father|son"
    r"|daughter|husband|wife|cousin|uncle|nephew|niece|mother"
    r"|ее|её|его|их|мо\w+|наш\w*|брат\w?|сестр\w+|сын\w?|муж\w?|отц\w|дочер\w|дяд\w|племянник\w?"
    r"|активист\w*|журналист\w*|блогер\w*|фаъол\w*|рӯзноманигор\w*|блогер\w*"
    r"|бародар\w*|писар\w*|хоҳар\w*|шавҳар\w*|амак\w*|духтар\w*|падар\w*),? ?)*$"
)
#: A relative whom somebody is made to speak of, and one who is spoken of to whoever is threatened.
SAID_OF = re.compile(
    r"(?:say(?:s|ing)?|said|declare|admit)(?: that)? $|(?:сказать|говорить|признать"
    r"|заявить),? что $|пусть (?:тво\w+ |ваш\w* )?$|(?:гуяд|гӯяд|бигӯяд)(?:,? ки)? $"
)
YOURS = re.compile(r"your |(?:тво|ваш)\w* |(?:\w+)(?:ат|атон)(?:ро)?$|.*(?:ت|تان)$", _I)
#: "Everybody calls him Manu": another name of the same person.
NICKNAME = re.compile(
    r"(?:calls?|called) (?:him|her) $|все (?:его|её|ее) зовут $|(?:ки )?ҳама (?:ӯро "
    r"|уро )?$|همه (?:به )?(?:او )?$"
)
ABROAD = re.compile(
    r"[, ]*(?:who |which )?(?:now )?(?:lives|is living|has lived|writes|speaks|is"
    r"|stayed) (?:in exile"
    r"|abroad|in germany|in poland|in europe|in austria|in warsaw|in berlin|in vienna|in hamburg)"
    r"|[, ]*(?:котор\w+ )?(?:сейчас |теперь )?(?:жив[её]т|учится|работает|выступает|пишет"
    r"|находится)"
    r" (?:в (?:герман|польш|европ|австри|эмиграц|варшав|берлин|вен[еуы]|гамбург)|за границ"
    r"|за рубеж)"
    r"|[, ]*(?:ки )?(?:ҳоло )?дар (?:олмон|лаҳистон|полша|аврупо|австрия|хориҷа|варшава"
    r"|берлин|вена)"
    r" (?:аст|зиндагӣ|кор мекунад|мехонад)"
)
HIS_RETURN = re.compile(
    r"[, ]*(?:is in hiding|is hiding|hides|(?:где-то )?прячется|скрывается|спрашивал\w*"
    r"|искали|(?:дар \w+ )?(?:атрофи )?(?:\w+ )?пинҳон|(?:дар \w+ )?(?:атрофи )?(?:\w+"
    r" )?пинхон|(?:ро)? пурсид\w*|омаданд, дар хона набуд|омаданд, набуд|آمدند|returns?"
    r"|comes? back|stops?|to (?:return|come back|stop)|is silent|must return"
    r"|не верн[её]тся|верн[её]тся|вернулся|вернулась|замолчит|замолчал\w*|перестан\w+|прекратит"
    r"|барнагардад|баргардад|хомӯш|бас кунад)"
)

_EN_KIN = (
    "grandmother|grandfather|grandma|grandpa|granny|mum|mom|mummy|dad|daddy|stepfather|stepmother"
    "|stepson|stepbrother|stepsister|fianc[ée]e?|relatives|children|kids|family"
    "|grandparents|grandson|granddaughter|mother-in-law|father-in-law|brother-in-law"
    "|sister-in-law|daughter-in-law|son-in-law|mother|father|brothers?|sisters?|wife|husband|sons?"
    "|daughters?|uncle|aunt|cousins?|nephews?|nieces?|parents"
)
_RU_KIN = (
    "мать|матери|матерью|маму|мама|маме|мамы|отцом|отец|отца|отцу|папу|папа|папе|брат"
    "|брата|брату|братья|братьев"
    "|сестра|сестру|сестре|сестры|сестер|сестёр|жена|жену|жене|муж|мужа|мужу|сын|сына|сыну|сыновей"
    "|дочь|дочери|дочку|дочка|дядя|дядю|дяде|тётя|тетя|тётю|тетю|тёте|тете|бабушка|бабушку|бабушке"
    "|бабушки|бабуля|бабулю|дед|деда|деду|внук|внука|внуку|внучка|внучку|внучке|дети|детей|детям"
    "|зять|зятя|зятю|тесть|тестя|тестю|тёща|теща|тёщу|тещу|свёкор|свекор|свёкра|свекра"
    "|свёкру|свекру"
    "|свекровь|отчим|отчима|отчиму|мачеха|мачеху|невестка|невестку|невестке|сноха|сноху"
    "|родственники|родственников|родственникам|родственника|родных|родным|родные|семья"
    "|семью|семье|семьи"
    "|дедушка|дедушку|дедушке|племянник|племянника|племяннику|племянница|племянницу|родители"
    "|родителей|родителям"
)
_RU_OBLIQUE = (
    "матери|маму|маме|отца|отцу|папу|папе|брата|брату|братьев|братьям|сестру|сестре|сестры|сестёр"
    "|мужа|мужу|жену|жене|сына|сыну|сыновей|дочь|дочери|дочку|дочке|родителей|родителям|дядю|дяде"
    "|тётю|тетю|тёте|тете|бабушку|бабушке|дедушку|дедушке|деда|деду|племянника|племяннику"
    "|племянницу|племяннице|внука|внуку|внучку|внучке|зятя|зятю|тестя|свёкра|свекра|отчима|невестку"
    "|детей|родственников|родственникам|родных|семью"
)
_TG_KIN = (
    "падару модар|волидон|оча|ая|дада|очаҷон|ҳамсар|хамсар|хохар|шавхар|биби|таго|чиян"
    "|набера|падарандар"
    "|модарандар|хусур|хушдоман|домод|келин|янга|фарзанд|бача|хонавода|оила|хеш"
    "|падаркалон|модаркалон|падар|модар|бародар|хоҳар|занак|зан|шавҳар|писар|духтар"
    "|амак|тағо|хола|амма|бобо|бибӣ|додар|ака|апа|ҷиян"
)
_FA_KIN = (
    "پدر و مادر|پدر بزرگ|پدربزرگ|مادربزرگ|پدر|مادر|برادرزاده|خواهرزاده|برادر|خواهر|همسر"
    "|شوهر|زن|پسرعمو|دخترعمو|پسر|دختر|عمو"
    "|عمه|خاله|دایی|کاکا|ماما|بابا|مامان|داماد|عروس|نوه|خانواده|والدین|فرزند|بچه"
)
#: A relative without a name: "my father", "моего отца", "падарамро".
KIN = re.compile(
    rf"(?<!\w)(?:(?:my|our|his|her|their|your)(?: \w+er| little| old| own| elderly)?"
    rf" (?:{_EN_KIN})(?![-\w])"
    rf"|(?<!у )(?<!от )(?<!для )(?<!с )(?<!со )(?<!из )(?<!про )(?:(?:младш|старш)\w+"
    rf" )?(?:{_RU_OBLIQUE})(?!\w)"
    rf"|(?:^|(?<=[.!?]\s))у (?:{_RU_OBLIQUE})(?= (?:отобр|отня|изъя|забр|укра|обыск))"
    rf"|(?:^|(?<=[.!?,]\s))(?:{_RU_KIN})(?=(?: в[о]? [А-ЯЁ]|(?: [^\s.,!?]+){{0,4}}?"
    rf" (?:не вернул|пропал|исчез|сид(?:ит|ят)|задержан|арестован|осужд[её]н|в сизо|под"
    rf" арест|в тюрьме|умер|убит|погиб|уволен)))"
    rf"|(?<!\w)(?:дяд|дедушк|бабушк|мам|пап|т[её]т|сестр|братов)ин\w*"
    rf"|(?<=пусть )(?:{_RU_KIN})(?!\w)"
    rf"|(?:{_TG_KIN})и (?:\w+и )?(?:маро|моро|манро|ман|мо|ӯро|ӯ)(?!\w)"
    rf"|(?:(?:мо|тво|сво)(?:й|я|ю|его|ей|ему|и|их|ё|е|им|ими|ём)|(?:наш|ваш)(?:а|у|его"
    rf"|ей|ему|и|их|им)?|его|е[её]|их)"
    rf"(?: (?:старш|младш)\w+)? (?:{_RU_KIN})(?!\w)"
    rf"|(?:{_TG_KIN})я?(?:он)?(?:и калонӣ|и хурдӣ)?(?:ам|ямон|амон|аш|ашон|ат|атон|м"
    rf"|ш)(?:ро)?(?!\w)"
    rf"|(?<![\w\u200c])(?:{_FA_KIN})\u200c?(?: (?:بزرگ|کوچک))?(?:ا)?(?:م|مان|ش|شان|ت"
    rf"|تان)(?![\w\u200c])"
    rf"|(?<![\w\u200c])(?:{_FA_KIN})(?: و (?:{_FA_KIN}))?[\u200c ]?ی? (?:من|ما|او)(?![\w\u200c]))",
    _I,
)
#: A relative of whoever is named next.
KIN_OF = re.compile(
    rf"(?<!\w)(?P<kin>(?:(?:the |a )?(?:{_EN_KIN}) of |(?P<russian>{_RU_KIN}) "
    rf"|(?P<tajik>{_TG_KIN})и ))$",
    _I,
)
#: A relative of whoever was named just before.
KIN_AFTER = re.compile(rf" (?:\w+er |little )?(?:{_EN_KIN})(?![-\w])", _I)
RU_WOMEN = _words(
    "бабушка бабушку бабушке внучка внучку внучке тёща тёщу теща тещу племянница"
    " племянницу"
    " племяннице невестка невестку невестке свекровь сноха сноху мачеха мачеху маме"
    " сестры жены матерью"
    " мать матери маму мама сестра сестру сестре жена жену дочь дочери тётя тётю тетя"
)
RU_PLAIN = _words(
    "свёкор свекор тесть зять внук племянник дед дедушка свекровь тёща теща невестка"
    " внучка"
    " племянница бабушка отчим мачеха отец брат муж сын дядя мать сестра жена дочь тётя тетя"
)
#: What follows where a relative is the one who tells, and no more.
TELLS = re.compile(
    r" ?(?:is pregnant|is ill|is sick|went to|goes to|ходил\w*|ходит|пошла|пошёл"
    r"|беременн\w*|больн\w+|ба \w+ рафт(?! ва)|рафт|ҳомила|хомила|бемор|به \w+ رفت|is"
    r" crying|are crying|cr(?:y|ies|ied)|is worried|could visit|visited|is ill"
    r"|плач\w*|пережива\w*|волну\w*|(?:один раз |раз |только )?был[аи]? на|ждёт|ждет"
    r"|гиря|мегиря|нигарон|(?:як бор|ҳар рӯз|танҳо) дид|мунтазир|told|called me|says"
    r"|said|wrote|saw|rang|phoned|learned|heard"
    r"|рассказал\w*|сказал\w*|позвонил\w*|написал\w*|сообщил\w*|видел\w*|говорит"
    r"|гуфт\w*|нақл|занг зад|хабар дод|навишт|дид)(?!\w)"
)
TOLD_BY = re.compile(
    r"(?:against|против|зидди|i know this from|i heard (?:it |this )?from|told by"
    r"|heard from|знаю от|узнал\w* от"
    r"|со слов|по словам|аз забони|аз|called by|به گفته|از زبان|(?<!\w)(?:трое|двое"
    r"|четверо|пятеро|двоих|троих|четверых|пятерых"
    r"|\d{1,2}|has (?:two|three|four|five)|се|ду|чор|панҷ|سه|دو|چهار))\s*$"
)
#: Before a name in Russian: the name stands in another case than its own.
OBLIQUE = re.compile(
    r"(?:\b(?:с|у|к|ко|от|для|из-за|против|ради|без|о|об|про|на|за|соседа|брата|отца|мужа|сына|дядю"
    r"|друга|племянника|сестр[уы]|дочь|дочери|жен[уы]|мать|матери) )$"
)
DATIVE = re.compile(r"\b(?:к|ко|брату|отцу|мужу|сыну|другу|соседу) $")
#: Somebody did something: whoever is named before or after a verb of this form is its object.
THEY_DID = re.compile(r"\w{2,}(?:али|ели|или|яли|ули|ыли|оли|ли|ют|ят|ут|ат)(?:сь)?(?!\w)")
#: What is said, given or refused to somebody: a name in -у is that of whom to.
TO_WHOM = re.compile(
    r"(?<!\w)(?:угрож|угроз|звон|позвон|сказа|говор|дал|предъяв|отказ|запрет|вруч|пис"
    r"|напис|присл|сломал"
    r"|разбил|прода|выда|отключ|грозил)\w*"
)
#: One person did something: a name in -у is its object.
ONE_DID = re.compile(r"\w{2,}(?:ал|ил|ел|ул|ыл|ала|ила|ела|идит|ает|ит)(?:ся|сь)?(?!\w)")
IN = re.compile(r"\b(?:in|at|near|from|to|в|во|из|под|около|дар|аз|ба|наздикии) $", _I)

#: A place where somebody lives is not the place where it happened.
LIVES = re.compile(
    r"(?:котор\w+(?: сейчас| теперь)?|(?:ки|که)(?: ҳоло)?|(?<!\w)я(?: с \d{4}| сейчас|"
    r" живу)?|(?<!\w)ман(?: аз \d{4}| ҳоло)?"
    r"|(?<![\w\u200c])من(?: از \d{4})?) (?:в|во|дар|در) $|(?:\byour (?:son|daughter"
    r"|brother|sister|father|mother|husband|wife|uncle|cousin)"
    r"|у (?:сына|дочери|брата|сестры|мужа|жены)|(?:писар|духтар|бародар|хоҳар|хохар"
    r"|шавҳар|шавхар)ат|\blives?|\bliving|\bworks?|\bstud(?:ies|ying)|\bwho is|\bis"
    r"|\bexile"
    r"|жив[её]т|живущ\w+|учится|работает|находится|эмигрировал\w*) (?:now )?(?:in|at|в|во|дар) $"
)
#: To come back from a place, and to be sent to the country at home.
NOT_HERE = re.compile(
    r"(?:c[ao]me back from|coming back from|return(?:s|ed)? from|вернусь из|вернуться"
    r" из|вернулся из"
    r"|аз \w+ бармегардам) $|\b(?:go|goes|going) to $"
)
HOMEWARDS = re.compile(r"(?:\b(?:to|into|back to)|в|во|ба|به) $")
#: Where a relative is, if nothing more is said of them.
KIN_IN = re.compile(
    r"(?<!\w)(?:uncle|aunt|cousin|nephew|niece|relatives?|family|father|mother|son"
    r"|daughter|brother|sister|grandson|husband|wife|сын|дочь|внук|внучка"
    r"|брат|сестра|муж|жена"
    r"|племянник|писарам|духтарам|набераам|бародарам|хоҳарам|хохарам|шавҳарам|шавхарам"
    r"|پسرم|دخترم|برادرم)"
    r" (?:is )?(?:in|в|во|дар|در) $"
)
NO_MORE = re.compile(r"\s*(?:[,.;!?،]|$)")
LIVES_AFTER = re.compile(r" (?:аст|зиндагӣ|кор мекунад|мехонад|мебошад)(?!\w)")

#: A word that says what kind of place follows.
KIND_BEFORE = re.compile(
    r"(?:\b(?:city|town|district|region|village) of|город\w*|район\w*|област\w*|шаҳр\w*"
    r"|шахри|ноҳия\w*"
    r"|нохия\w*|вилоят\w*|деҳа\w*|شهر|ناحیه|ولایت) $",
    _I,
)

#: After a relative who is asked: "аз занаш мепурсанд"; and before the name of one spoken of.
ASKED = re.compile(r" (?:ҳар рӯз |хар руз )?(?:ме)?пурс")
HIS_NAME = re.compile(r"(?:his name is|her name is|зовут|номаш|نامش) $")

#: "My", "our", and the endings of Tajik and Persian for it.
OWN = re.compile(
    rf"^(?:my|our|мо[йяюеёи]\w*|наш\w*) |^(?:дяд|дедушк|бабушк|мам|пап|т[её]т|сестр)ин"
    rf"|^(?:{_TG_KIN})\w*?(?:ам|ямон|амон|м)(?:ро)?$|и (?:ман|мо|маро|моро)$"
    r"|(?:م|مان)$|(?:من|ما)$",
    _I,
)
#: A relative without more, who is the teller's own unless somebody else was spoken of before.
BARE = re.compile(rf"^(?:у )?(?:(?:младш|старш)\w+ )?(?:{_RU_KIN}|{_RU_OBLIQUE})$", _I)

#: Words for elders that stand before a name in Tajik and are no relative of theirs: "бобои Олим".
HONOURED = re.compile(r"(?:бобо|бибӣ|биби|ака|апа|амак|тағо|таго|хола|амма)(?:и|ӣ)? $", _I)
#: "About Saida" at the beginning says whom a story is about.
ABOUT = re.compile(r"(?:о|об|про|дар бораи|درباره|asked about)[ ,]")

#: Before whoever is told something.
TOLD_TO = re.compile(r"(?:\bto|ба|به|к|ко) $", _I)
