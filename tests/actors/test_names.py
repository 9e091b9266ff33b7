from detente.rules.names import NameTree, fold, pieces

SPELLINGS = {"mohammed": "mohammed", "muhammad": "mohammed"}


def words(text: str) -> list[str]:
    return text.split()


def tree(*names: str) -> NameTree[str]:
    made: NameTree[str] = NameTree(SPELLINGS)
    for name in names:
        made.add(name, name)
    return made


def found(made: NameTree[str], text: str) -> list[str]:
    return made.longest(pieces(words(text), SPELLINGS), 0)[1]


def test_accents_and_letters_of_other_alphabets_fold() -> None:
    folded = fold("Yıldırım Øyvind Wałęsa Groß")

    assert folded == "yildirim oyvind walesa gross"


def test_a_hyphen_or_a_blank_in_a_name_is_the_same() -> None:
    made = tree("Yoon Suk-yeol")

    values = found(made, "Yoon Suk Yeol spoke")

    assert values == ["Yoon Suk-yeol"]


def test_the_longest_name_wins() -> None:
    made = tree("South Korea", "South", "South Korea Telecom")

    values = found(made, "South Korea spoke")

    assert values == ["South Korea"]


def test_an_acronym_needs_capitals() -> None:
    made = tree("WHO")

    values = found(made, "who knows")

    assert values == []


def test_dots_in_an_acronym_do_not_matter() -> None:
    made = tree("US")

    values = found(made, "U.S. troops")

    assert values == ["US"]


def test_a_name_with_a_capital_is_not_found_in_small_letters() -> None:
    made = tree("Turkey")

    values = found(made, "turkey soup")

    assert values == []


def test_a_small_letter_in_a_name_fits_a_capital() -> None:
    made = tree("al-Shabaab")

    values = found(made, "Al-Shabaab struck")

    assert values == ["al-Shabaab"]


def test_rows_of_spellings_are_one_name() -> None:
    made = tree("Muhammad Ali")

    values = found(made, "Mohammed Ali won")

    assert values == ["Muhammad Ali"]


def test_a_name_may_stand_for_several() -> None:
    made: NameTree[str] = NameTree({})
    made.add("Republicans", "here")
    made.add("Republicans", "there")
    made.add("Republicans", "there")

    _, values = made.longest(pieces(["Republicans"], {}), 0)

    assert values == ["here", "there"]
