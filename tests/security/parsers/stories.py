"""Stories as somebody pastes them: every language, heaps of marks, words run together."""

from datetime import date

from tests.security.parsers.parser import Parser, of_text

from panoh.intake.story import find_story, language_of

TODAY = date(2026, 11, 25)
STORIES = (
    "Yesterday the police took my brother Rustam in Khujand; they did not beat him, he said.",
    "Вчера в Душанбе сотрудники ГКНБ забрали Джамшеда Саидова и избили его. 5-го мая был обыск.",
    "Дирӯз бародарамро аз Кӯлоб бурданд, телефонашро гирифтанд, адвокатро намемонанд.",
    "۱۲ مهر ۱۴۰۲ برادرم رستم را در دوشنبه بازداشت کردند، هنوز آزاد نشده است.",
    "a" + "\u0301\u0323" * 40 + " took my phone " + "у " * 60,
)


def story() -> Parser:
    def call(text: str) -> None:
        find_story(text, TODAY)
        language_of(text)

    return Parser(of_text(call), [each.encode() for each in STORIES])
