"""What cannot both hold, and what only looks so."""

import pytest
from differing import classes, disagreements

from detente.events import tellings
from reading import a_report, settled

MEETING = "The Greek prime minister met the Bulgarian president in Athens on Thursday. "


def test_a_statement_that_one_report_denies_and_another_quotes_from() -> None:
    (found,) = disagreements(
        MEETING + "No joint statement came out of it, diplomats said afterwards.",
        "Greece's prime minister met Bulgaria's president on Thursday. In their joint statement they praised the road.",
    )

    assert (found.klass, [s.says for s in found.sides].count("no")) == ("occurrence", 1)


@pytest.mark.parametrize("size", [1, 2])
def test_window_by_window_the_same_is_found(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        MEETING + "No joint statement came out of it, diplomats said afterwards.",
        "Greece's prime minister met Bulgaria's president on Thursday. In their joint statement they praised the road.",
        "Chile's foreign minister met Peru's foreign minister in Lima on Thursday. No joint communique was issued.",
        "Chile and Peru met in Lima on Thursday. Their joint communique speaks of fishing.",
    )
    at_once = disagreements(*texts)
    monkeypatch.setattr(tellings, "WINDOW", size)

    in_windows = disagreements(*texts)

    assert at_once
    assert in_windows == at_once


def test_two_reports_that_both_deny_it_agree() -> None:
    found = classes(
        MEETING + "No joint statement came out of it.",
        "Greece's prime minister met Bulgaria's president on Thursday. They parted without a joint statement.",
    )

    assert found == []


def test_a_copy_does_not_disagree_with_its_original() -> None:
    text = MEETING + "No joint statement came out of it. Later the joint statement was read aloud to the press."

    assert classes(text, text) == []


def test_an_act_that_one_report_tells_and_another_denies() -> None:
    found = classes(
        "Norway imposed new sanctions on Belarus on Thursday.",
        "Norway did not impose new sanctions on Belarus on Thursday.",
    )

    assert found == ["occurrence"]


def test_a_denial_of_another_act() -> None:
    found = classes(
        "Norway imposed new sanctions on Belarus on Thursday.",
        "Norway did not sanction Belarusian carriers of milk and cheese on Thursday.",
    )

    assert found == []


def test_a_denial_of_a_part_of_an_act() -> None:
    found = classes(
        "Norway sanctioned Belarus on Thursday.",
        "Norway did not sanction Belarus on Thursday for the arrest of the writer, the seizure of the ship, "
        "the shot at the balloon and the theft of the rare stamps.",
    )

    assert found == []


def test_one_act_on_two_days() -> None:
    found = classes(
        "Norway imposed new sanctions on Belarusian steel makers on Tuesday.",
        "On Wednesday Norway imposed new sanctions on Belarusian steel makers.",
    )

    assert found == ["date"]


def test_what_parties_say_of_an_act_is_told_once() -> None:
    (found,) = disagreements(
        "Kenya has not shared maps of the lake, Ugandan Foreign Minister Jeje Odongo said on Thursday.",
        '"We have shared maps of the lake with Kampala," Kenyan Foreign Minister Alfred Mutua said on Thursday.',
    )

    assert found.about == "whether it is true that “Kenya has not shared maps of the lake”"


DEED = "Peru imposed 12% tariffs on Chile's wine, before cutting the rate to 4%."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Peru threatened a 12% tariff on Chile's wine, before settling on 4%.", ["occurrence"]),
        ("Peru threatened a 12% tariff on Chile's wine.", []),
        ("Peru threatened a 12% tariff on Brazil's wine, before settling on 4%.", []),
        ("Last month Peru threatened a 12% tariff on Chile's wine, before settling on 4%.", []),
    ],
)
def test_a_measure_taken_or_only_threatened(other: str, expected: list[str]) -> None:
    assert [c for c in classes(DEED, other) if c == "occurrence"] == expected


def test_a_report_denies_once_what_another_speaks_of_twice() -> None:
    (found,) = disagreements(
        MEETING + "No joint statement came out of it, diplomats said afterwards.",
        "Greece's prime minister met Bulgaria's president on Thursday. In their joint statement they praised the road. "
        "The joint statement was long.",
    )

    assert len(found.sides) == 2


def test_reports_of_no_known_day_meet_in_the_events_that_they_tell() -> None:
    texts = (
        "\n\nThe Greek prime minister met the Bulgarian president on 8 May 2031. No joint statement came out.",
        "Greece's prime minister met Bulgaria's president on 8 May 2031. Their joint statement praised the road.",
    )

    found = settled(*(a_report(text, None, f"Paper {n}") for n, text in enumerate(texts))).disagreements

    assert [d.klass for d in found] == ["occurrence"]
