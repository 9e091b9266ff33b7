"""From coded acts to claims."""

import pytest

from detente.domain.acts import ActType
from detente.domain.days import Tense
from reading import claims, findings


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Peru met Chile in Lima.", Tense.PAST),
        ("Peru has condemned Chile.", Tense.PAST),
        ("Peru condemns Chile.", Tense.PRESENT),
        ("Peru will meet Chile in Lima.", Tense.FUTURE),
        ("Peru had condemned Chile before the war.", None),
    ],
)
def test_an_act_has_the_tense_of_its_verb(text: str, tense: Tense | None) -> None:
    assert [c.tense for c in claims(text)] == [tense]


def test_a_claim_knows_where_it_was() -> None:
    assert [c.place for c in claims("Peru's president met Chile's president in Lima on Monday.")] == ["Lima"]


def test_a_claim_has_its_own_words_and_its_time() -> None:
    (claim,) = claims("Norway imposed sanctions on Belarus on Tuesday.")

    assert (claim.quote.exact, claim.time.exact if claim.time else None) == (
        "Norway imposed sanctions on Belarus on Tuesday",
        "Tuesday",
    )


def test_a_promise_has_the_day_on_which_it_was_given() -> None:
    (claim,) = claims("Norway said on Monday it would send aid to Chad.")

    assert (claim.promise, claim.time.exact if claim.time else None) == (ActType.AID, "Monday")


def test_a_claim_is_about_its_words_of_meaning() -> None:
    (claim,) = claims("Norway imposed new sanctions on Belarus.")

    assert "sanction" in claim.about
    assert "norway" not in claim.about


def test_what_is_said_in_a_quotation_is_given_to_its_speaker() -> None:
    found = findings("“Belarus attacked Lithuania on Monday,” said Jonas Petraitis, a professor in Vilnius.")

    assert [c.attributed_to for c in found.claims] == [s.id for s in found.statements]


def test_a_name_that_nobody_knows_is_shown() -> None:
    found = findings("The Zorblax Liberation Front attacked the army of Chad.")

    assert all(u.quote.exact in found.report.text for u in found.unlinked)
