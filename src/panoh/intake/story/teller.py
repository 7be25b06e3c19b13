"""Whoever tells it, where something was done to them or because of them: "me", "my phone"."""

import re
from collections.abc import Iterator, Sequence

from panoh.intake.story.found import PRESSURED, VICTIM, Words
from panoh.intake.story.frames import Told
from panoh.intake.story.vocabulary import word_set

_I = re.IGNORECASE


def _whole(text: str) -> str:
    return rf"(?<![\w'’\u200c])(?:{text})(?![\w'’\u200c])"


_THINGS_EN = (
    "passport|documents|phone|telephone|laptop|computer|account|accounts|card|money"
    "|savings|house|home"
    "|flat|apartment|room|door|gate|window|windows|car|shop|business|job|work|pension"
    "|salary|address"
    "|number|name|photos?|pictures?|face|telegram|whatsapp|facebook|instagram|channel|page|site"
    "|website|lawyer|e-?mail|citizenship|things|clothes|garden|wall|boss|mail"
)
_THINGS_RU = (
    "паспорт|загран|документ|телефон|ноут|комп|аккаунт|счет|счёт|карт|деньги|денег"
    "|дом(?!ашн)|квартир"
    "|комнат|двер|ворота|окн|машин|магазин|работ|пенси|зарплат|адрес|номер|им[яе]н?|фото|лиц"
    "|телеграм|телег|ватсап|вотсап|фейсбук|инстаграм|инсту|канал|страниц|сайт|адвокат"
    "|почт|гражданств"
    "|вещ|начальник|колес|колёс"
)
_MY_RU = "мо[йяюие]|моего|моему|моей|моих|моими?|наш\\w*"
_THINGS_TG = (
    "шиноснома|паспорт|ҳуҷҷат|хуччат|телефон|ноутбук|компютер|компутер|аккаунт|ҳисоб"
    "|хисоб|карта|корт"
    "|пул|хона|ҳавл|хавл|квартира|дар|дарвоза|тиреза|мошин|дукон|мағоза|магоза|кор|нафақа|нафака"
    "|адрес|рақам|ракам|ном|сурат|акс|расм|телеграм|ватсап|фейсбук|инстаграм|канал|саҳифа|сахифа"
    "|сомона|сайт|адвокат|вакил|почта|шаҳрванди|шахрванди|ашё|сардор"
)
_THINGS_FA = (
    "گذرنامه|پاسپورت|پاسپورد|شناسنامه|مدارک|گوشی|تلفن|موبایل|لپ.?تاپ|کامپیوتر|اکانت"
    "|حساب|کارت|پول|خانه"
    "|در|پنجره|ماشین|موتر|مغازه|دکان|کار|شغل|حقوق|آدرس|شماره|اسم|نام|عکس|تلگرام|واتساپ|فیسبوک"
    "|اینستاگرام|کانال|صفحه|سایت|وکیل|ایمیل|تابعیت|وسایل"
)
#: The one to whom something was done, or whose thing it was done to.
_DONE_TO = re.compile(
    "|".join(
        (
            _whole("me|us|myself"),
            _whole(rf"(?:my|our) (?:own |old |new |bank )?(?:{_THINGS_EN})"),
            _whole("I (?:was|am|got|have been|had been|was being)")
            + "(?! (?:told|there|at home|with|not|in |a |an |the |able|afraid|sure|from|his|her"
            "|so|\\w+'s))",
            _whole("мне|меня|мной|нас|нам|нами"),
            rf"(?<!\w)(?:{_MY_RU}) (?:\w+ )?(?:{_THINGS_RU})\w*",
            _whole("маро|мара|моро|ба ман|ба мо|аз ман|аз мо"),
            rf"(?<!\w)(?:{_THINGS_TG})(?:ҳо|хо)?и (?:ман|мо|маро|моро)(?!\w)",
            rf"(?<!\w)(?:{_THINGS_TG})(?:ҳо|хо)?(?:и\w+)?(?:а|я|и)?(?:м|мон)(?:ро)?(?!\w)",
            _whole("مرا|ما را|به من|به ما|از من|از ما|من را|من و"),
            rf"(?<![\w\u200c])(?:{_THINGS_FA})(?:ها)?ی?\u200c?ا?(?:م|مان)(?: ?را)?(?![\w\u200c])",
            rf"(?<![\w\u200c])(?:{_THINGS_FA})(?:\u200cها)?\u200c?ی? (?:من|ما)(?![\w\u200c])",
            r"(?<![\w\u200c])مجبورم(?![\w\u200c])",
        )
    ),
    _I,
)
_PRONOUNS = word_set("me us myself мне меня мной нас нам нами маро мара моро مرا") | {
    "ба ман", "ба мо", "аз ман", "аз мо", "ما را", "به من", "به ما", "از من", "از ما", "من را",
}  # fmt: skip
#: Whoever tells it, as the one to be reached: others are asked about them or punished for them.
_BECAUSE = re.compile(
    r"(?:because of|about|against|for|over|to make|made|make) (?:me|my|us|our)(?!"
    r" (?:brother|sister|mother|father|husband|wife|son|daughter|uncle|aunt"
    r"|cousin))(?!\w)"
    r"|(?:when|where|why|that|if|until|unless|so that|whether) (?:I|we)(?!\w)"
    r"|(?<!\w)(?:из-за|про|обо|против|ради|о|за) (?:меня|мне|нас|мо[еёий]\w*|наш\w*)(?!\w)"
    r"|(?<!\w)(?:когда|где|что|чтобы|чтоб|если|пока|почему) (?:я|мы)(?!\w)"
    r"|(?<!\w)(?:барои|ба хотири|аз барои|дар бораи|дар хусуси|зидди|бинобар)(?:"
    r" \w+и?)? (?:ман|мо)(?!\w)"
    r"|(?<!\w)(?:барои|ба хотири|аз барои|дар бораи) \w+(?:ҳо|хо)(?:я)?м(?!\w)"
    r"|(?<!\w)ки (?:ман|мо|маро)(?!\w)|(?<!\w)ки кай \w+м(?!\w)"
    r"|(?:به خاطر|به‌خاطر|درباره|در مورد|علیه|برای)(?: \S+ی)? (?:من|ما)(?![\w\u200c])"
    r"|(?<![\w\u200c])(?:تا|که) (?:من|ما)(?![\w\u200c])",
    _I,
)
#: "They told me" and the like: whoever tells it was told, and nothing was done to them by that.
_TOLD = re.compile(
    r"(?:told|tells|telling|called|calls|wrote to|writes to|phoned|rang|asked|showed|gave|let|lets"
    r"|with|to|by|near|beside|like|of|for|about|because of|around|contact|reached|inform\w*) $"
    r"|(?:сказал\w*|рассказал\w*|сообщил\w*|ответил\w*|у|для|от|со|с|ко|к|обо|про|перед|при) $"
    r"|(?:гуфт|хабар дод|навишт|занг зад) $",
    _I,
)
_SAYS_AFTER = re.compile(
    r" (?:that|he|she|they|it|how|what|about|сказал\w*|рассказал\w*|сообщил\w*"
    r"|позвонил\w*|написал\w*"
    r"|передал\w*|кажется|известно|страшно|больно|стыдно|нужн\w+|надо|пришлось|\d+ лет"
    r"|гуфт\w*|занг зад\w*|хабар дод"
    r"|навишт\w*|накл|нақл|сола|گفت\w*|زنگ)(?!\w)",
    _I,
)
_SENTENCE = re.compile(r"[^.!?…؟\n]+")


def teller_in(
    story: str, told: Sequence[Told], others: Sequence[Words]
) -> Iterator[tuple[str, Words]]:
    """The role of whoever tells it and the words for it, in each sentence that tells an act.

    `others` are the words for those to whom something was done.
    """
    acts = [one for one in told if one.kind == "what" and one.so]
    for sentence in _SENTENCE.finditer(story):
        here = [one for one in acts if sentence.start() <= one.start < sentence.end()]
        if not here:
            continue
        reached = list(_BECAUSE.finditer(story, sentence.start(), sentence.end()))
        if reached and others:
            yield PRESSURED, _words(reached[0])
        spots = [match.span() for match in reached]
        for match in _DONE_TO.finditer(story, sentence.start(), sentence.end()):
            theirs = match.group().casefold() not in _PRONOUNS and any(
                sentence.start() <= other.start < match.start() for other in others
            )
            if (
                not theirs
                and not _aside(story, match)
                and not any(start <= match.start() < end for start, end in spots)
            ):
                yield VICTIM, _words(match)
                break


def _aside(story: str, match: re.Match[str]) -> bool:
    before = story[max(0, match.start() - 20) : match.start()]
    alone = " " not in match.group()
    return alone and bool(_TOLD.search(before) or _SAYS_AFTER.match(story, match.end()))


def _words(match: re.Match[str]) -> Words:
    return Words(match.start(), match.end(), match.group())
