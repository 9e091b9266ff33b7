"""Acts in clauses without a tense: what the words over them tell became of them."""

import pytest

from detente.domain.acts import ActType, Status
from reading import claims


def statuses(text: str, type_: ActType) -> list[Status]:
    return [claim.status for claim in claims(text) if claim.type is type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya managed to expel the Somali ambassador.", ActType.SANCTION),
        ("Kenya was quick to condemn Somalia.", ActType.ACCUSE),
        ("Kenya answered by expelling the Somali ambassador.", ActType.SANCTION),
        ("Kenya closed ranks, expelling the Somali ambassador.", ActType.SANCTION),
        ("Kenya was praised for releasing two Somali soldiers.", ActType.RETREAT),
        ("Kenya has a history of bombing Somali villages.", ActType.ASSAULT),
        ("Kenya is said to have bombed a Somali village.", ActType.ASSAULT),
        ("While bombing Somali villages, Kenya spoke of peace.", ActType.ASSAULT),
        ("Kenya profited from bombing Somali villages.", ActType.ASSAULT),
        ("Kenya's premier flew to Mogadishu to urge Somalia to release the crew.", ActType.REQUEST),
        ("Kenya began bombing Somali villages and shelling Somali troops.", ActType.ASSAULT),
    ],
)
def test_what_is_done_along_with_a_thing_is_as_done(text: str, type_: ActType) -> None:
    found = statuses(text, type_)

    assert set(found) == {Status.HAPPENED}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya spent a year in order to bomb Somali villages.",
        "Kenya dislikes the idea of bombing Somali villages.",
        "Kenya has jets for bombing Somali villages.",
        "Kenya is serious about bombing Somali villages.",
        "Kenyan jets are capable of bombing Somali villages.",
        "Kenyan jets are fit to bomb Somali villages.",
        "Kenya is banned from bombing Somali villages.",
        "Kenya built a road to bomb Somali villages.",
        "Kenya bought a ship with a view to bombing Somali villages and shelling Somali troops.",
    ],
)
def test_of_an_aim_or_a_topic_no_act_is_told(text: str) -> None:
    found = statuses(text, ActType.ASSAULT)

    assert found == []


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The storm kept Kenya from bombing Somali villages.", ActType.ASSAULT, Status.NEGATED),
        ("A row followed the raid by Kenyan troops bombing Somali villages.", ActType.ASSAULT, Status.HAPPENED),
        ("Kenya voted on Monday to release the Somali crew.", ActType.RETREAT, Status.HAPPENED),
        ("A Kenyan plan, unveiled on Monday, to expel Somali diplomats drew ire.", ActType.SANCTION, Status.PLANNED),
        ("Kenya needed until July to release the Somali crew.", ActType.RETREAT, Status.DEMANDED),
        ("Kenya asked in May and again in June to release the Somali crew.", ActType.RETREAT, Status.DEMANDED),
        ("Kenya will answer by expelling the Somali ambassador.", ActType.THREATEN, Status.PLANNED),
        ("Kenya tried to bomb a Somali village.", ActType.ASSAULT, Status.HAPPENED),
        ("Kenya will close the border, accusing Somalia of lies.", ActType.ACCUSE, Status.HAPPENED),
    ],
)
def test_what_is_kept_off_planned_or_tried_is_told_as_such(text: str, type_: ActType, status: Status) -> None:
    found = statuses(text, type_)

    assert set(found) == {status}


def test_a_remark_in_passing_is_no_act() -> None:
    found = claims("As expected, the talks between Kenya and Somalia bore fruit.")

    assert ActType.AGREE not in {claim.type for claim in found}


def test_words_of_what_was_threatened_before_are_no_new_threat() -> None:
    found = claims("As threatened, Kenya expelled the Somali ambassador.")

    assert [claim.type for claim in found] == [ActType.SANCTION]
