"""What became of each judgement."""

from dataclasses import replace
from datetime import date

import pytest

from detente.domain.acts import ActType, Status
from detente.domain.corrections import StatusIs, TypeIs
from detente.domain.judgements import Judgement, Verdict
from detente.events.fates import Fate, fated

STANDS, OVERRULED, WITHDRAWN, UNMATCHED = Fate
WRONG = Judgement(Verdict.WRONG, ("e-1",), "jo", date(2031, 6, 1), "no", claims=(("c-1", "c-2"),))
RIGHT = replace(WRONG, verdict=Verdict.RIGHT)
RIGHT_IN_PART = replace(RIGHT, claims=(("c-1",),))
SAME = replace(WRONG, verdict=Verdict.SAME, on=("e-1", "e-2"), claims=(("c-1",), ("c-2",)))
APART = replace(SAME, verdict=Verdict.DIFFERENT, on=("e-2", "e-1"), claims=(("c-2",), ("c-1",)))
AID = replace(WRONG, verdict=Verdict.CORRECT, correction=TypeIs(ActType.AID))
AGREE = replace(AID, correction=TypeIs(ActType.AGREE), by="an")
AID_AGAIN = replace(AID, by="an")


def gone(word: Judgement) -> Judgement:
    return Judgement(Verdict.WITHDRAW, (word.id,), "jo", date(2031, 6, 1), "a slip")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([WRONG], [STANDS]),
        ([WRONG, RIGHT], [OVERRULED, STANDS]),
        ([WRONG, RIGHT_IN_PART], [STANDS, STANDS]),
        ([SAME, APART], [OVERRULED, STANDS]),
        ([AID, AGREE], [OVERRULED, STANDS]),
        ([AID, AID_AGAIN], [STANDS, STANDS]),
        ([AID, replace(AID, correction=StatusIs(Status.PLANNED))], [STANDS, STANDS]),
        ([AID, AGREE, gone(AGREE)], [STANDS, WITHDRAWN, STANDS]),
    ],
)
def test_a_judgement_stands_until_a_later_one_says_otherwise(said: list[Judgement], expected: list[Fate]) -> None:
    assert [f.fate for f in fated([(judgement, True) for judgement in said])] == expected


def test_what_speaks_of_nothing_that_is_there_is_told_so() -> None:
    assert [f.fate for f in fated([(WRONG, False), (RIGHT, True)])] == [UNMATCHED, STANDS]
