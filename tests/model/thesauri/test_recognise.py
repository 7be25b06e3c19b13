"""Words that people write in lists, and the terms they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.thesauri import ACTS, ANSWERS, PERPETRATORS, RELATIONS, SOURCE_KINDS, STATUSES

ACT_WORDS = {
    # Russian
    "задержан": "detention",
    "задержана с матерью": "detention",
    "увезли из дома": "detention",
    "снят на видео": "forced_video",
    "видео": "forced_video",
    "вызвали на допрос": "summons questioning",
    "допрошена, угрозы": "questioning threat",
    "задержан, избит, снят на видео": "detention beating forced_video",
    "задержан, угрозы, требование вернуть сына": "detention threat hostage_demand",
    "задержан, запрет на выезд": "detention exit_ban",
    "задержан, обыск дома": "detention house_search",
    "уволена с работы": "dismissal",
    "отчислен из университета": "school_expulsion",
    "угрожали убийством": "death_threat",
    "угрозы убийством": "death_threat",
    "домашний арест": "house_arrest",
    "отобрали паспорт": "passport_refusal",
    "отказ в выдаче паспорта": "passport_refusal",
    "изъяли телефон": "device_seizure",
    "пытали током": "torture",
    "похищен неизвестными": "abduction",
    "в розыске через Интерпол": "interpol_notice",
    "суд прошёл заочно": "trial_in_absentia",
    "шантаж, вымогательство": "threat extortion",
    "без адвоката": "denial_of_lawyer",
    "заставили подписать признание": "forced_statement",
    "взломали аккаунт": "account_takeover",
    "отпущен": "release",
    "вербовали": "informing_demand",
    # Tajik, also as typed without its letters
    "боздошт шуд": "detention",
    "дастгир шуд, пурсиш шуд": "detention questioning",
    "дастгир шуд, лату кӯб шуд, видеои маҷбурӣ": "detention beating forced_video",
    "лату куб шуд": "beating",
    "аз кор ронданд": "dismissal",
    "аз кор ронда шуд": "dismissal",
    "хонааш кофтуков шуд": "house_search",
    "манъи сафар": "exit_ban",
    "таҳдид шуд": "threat",
    "тахдид": "threat",
    "таҳқир шуд": "insult",
    "талаби баргаштани писар": "hostage_demand",
    "ба пурсиш даъват карданд": "questioning summons",
    "шиносномаашро гирифтанд": "passport_refusal",
    "телефонашро гирифтанд": "device_seizure",
    "шиканҷа": "torture",
    "озод шуд": "release",
    "пул талаб карданд": "extortion",
    "бе адвокат": "denial_of_lawyer",
    "туҳмат": "smear",
    "аз донишгоҳ ронданд": "school_expulsion",
    "маҳкум шуд": "sentence",
    # English
    "detained": "detention",
    "Detained and beaten": "detention beating",
    "summoned for questioning": "summons questioning",
    "forced to appear on video": "forced_video",
    "threat to kill": "death_threat",
    "travel ban": "exit_ban",
    "house search": "house_search",
    "fired from her job": "dismissal",
    "passport cancelled": "passport_refusal",
    "spyware on the phone": "spyware",
    "tried in absentia": "trial_in_absentia",
    "sentenced to 7 years": "sentence",
    "kidnapped in the street": "abduction",
    "released": "release",
}


@pytest.mark.parametrize(("words", "codes"), ACT_WORDS.items())
def test_acts(words: str, codes: str) -> None:
    assert [term.code for term in ACTS.recognise(words)] == codes.split()


@pytest.mark.parametrize(
    "words",
    ["взять", "пытался позвонить", "Радио Озоди", "предъявил паспорт", "осудить сына",
     "Озода", "неизвестно", "маълум нест", "", "?", "1954", "держатель", "видный человек"],
)  # fmt: skip
def test_words_that_only_look_like_acts(words: str) -> None:
    assert ACTS.recognise(words) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("отец", "father"), ("падар", "father"), ("father", "father"), ("модар", "mother"),
        ("бародар", "brother"), ("бародари", "brother"), ("брат", "brother"),
        ("двоюродный брат", "cousin"), ("амакбача", "cousin"), ("холабача", "cousin"),
        ("бародарзода", "nephew_niece"), ("племянник", "nephew_niece"), ("дядя", "uncle_aunt"),
        ("тётя", "uncle_aunt"), ("амак", "uncle_aunt"), ("бибӣ", "grandparent"),
        ("бабушка", "grandparent"), ("янга", "in_law"), ("язна", "in_law"), ("зять", "in_law"),
        ("жена", "spouse"), ("сын", "child"), ("хоҳар", "sister"),
    ],
)  # fmt: skip
def test_relations(words: str, code: str) -> None:
    assert [term.code for term in RELATIONS.recognise(words)] == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ГКНБ", "security_service"), ("КДАМ", "security_service"), ("GKNB", "security_service"),
        ("милиция", "interior"), ("ВКД", "interior"), ("militsiya", "interior"),
        ("прокуратура", "prosecutor"), ("посольство", "embassy"), ("неизвестно", "unknown"),
    ],
)  # fmt: skip
def test_perpetrators(words: str, code: str) -> None:
    assert [term.code for term in PERPETRATORS.recognise(words)] == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("нет", "held"), ("не", "held"), ("да", "released"), ("озод шуд", "released"),
        ("озод нашуд", "held"), ("не освобождён", "held"), ("освобождена", "released"),
        ("неизвестно", "unknown"), ("маълум нест", "unknown"), ("still held", "held"),
    ],
)  # fmt: skip
def test_whether_somebody_was_released(words: str, code: str) -> None:
    assert [term.code for term in STATUSES.recognise(words)] == [code]


def test_answers_and_kinds_of_source() -> None:
    assert [term.code for term in ANSWERS.recognise("да")] == ["yes"]
    assert [term.code for term in ANSWERS.recognise("нет")] == ["no"]
    assert [term.code for term in ANSWERS.recognise("дача")] == []
    assert [term.code for term in SOURCE_KINDS.recognise("видео")] == ["video"]


@given(st.text(max_size=60))
def test_any_text_is_searched(text: str) -> None:
    for term in ACTS.recognise(text):
        assert ACTS.terms[term.code] is term


@given(st.sampled_from(sorted(ACT_WORDS)))
def test_case_and_spaces_make_no_difference(words: str) -> None:
    spaced = "  " + words.replace(" ", "   ").upper() + " . "
    assert ACTS.recognise(spaced) == ACTS.recognise(words)
