from panoh.legal.submissions.latin import in_latin, with_original


def test_tajik_names_as_they_are_commonly_written() -> None:
    assert in_latin("Ҷамшед Ғуломқодирзода") == "Jamshed Ghulomqodirzoda"
    assert in_latin("Хуршеда Ҳӯрӣ Чашмаи ШӮЪЛА") == "Khursheda Huri Chashmai SHU’LA"
    assert in_latin("Шодӣ") == "Shodi"


def test_other_letters_stay() -> None:
    assert in_latin("Zarina-Ø 7 زرینه") == "Zarina-Ø 7 زرینه"


def test_the_original_stands_beside() -> None:
    assert with_original("Зарина") == "Zarina (Зарина)"
    assert with_original("Zarina") == "Zarina"
