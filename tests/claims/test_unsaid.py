"""Who acts where a sentence leaves it out."""

import pytest

from detente.domain.acts import ActType, Status
from detente.domain.findings import Claim
from reading import claims

TWO = "Kenya and Uganda trade a lot. Kenya buys eggs and Uganda buys soap. Kenya and Uganda share a border."


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(c.type.value, sides(c, "actors"), sides(c, "recipients")) for c in claims(text)]


def sides(claim: Claim, side: str) -> list[str]:
    return sorted({p.id for p in getattr(claim.parties, side) if p.id})


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Flights to Kenya would be halted, Uganda's ministry said.", "THREATEN", ["UGA"], ["KEN"]),
        ("Uganda announced two steps: trade talks with Kenya would be suspended.", "THREATEN", ["UGA"], ["KEN"]),
        ("Ferries would be checked and flights to Sudan would be halted, Cairo said.", "THREATEN", ["EGY"], ["SDN"]),
        (f"A levy on Ugandan eggs remains in place. {TWO}", "SANCTION", ["KEN"], ["UGA"]),
        (f"Ugandan eggs were hit with a duty of 30%. {TWO}", "SANCTION", ["KEN"], ["UGA"]),
        (f"Kenyan soap faces a duty of 30%. {TWO}", "SANCTION", ["UGA"], ["KEN"]),
        (f"Kenya planned a levy, but it was put on hold. {TWO}", "CONCEDE", ["KEN"], ["UGA"]),
        (f"Talks will begin in May. {TWO}", "AGREE", ["KEN", "UGA"], []),
        (f"The thaw came after a call on Sunday with the Ugandan president. {TWO}", "CONSULT", ["KEN", "UGA"], []),
    ],
)
def test_the_doer_is_told_around_the_act(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    found = told(text)

    assert (type_, actors, recipients) in found


@pytest.mark.parametrize(
    "text",
    [
        "Flights to Kenya would be halted.",
        "Uganda said that flights to Kenya were halted.",
        "Uganda said that flights to Uganda would be halted.",
        "Kenya said Ugandan eggs were bad, and they were banned from Kenya by nobody.",
        f"Eggs were hit with a duty. {TWO}",
        f"The sanctions imposed in May hurt. {TWO}",
        f"It was put on hold. {TWO}",
        f"The report rose, and it was put on hold. {TWO}",
        "Talks will begin in May.",
        f"Talks with Chad will begin in May. {TWO}",
        f"The thaw came after a call with reporters. {TWO}",
        f"The thaw came after a call on Sunday. {TWO}",
        f"The thaw came after talks with the Ugandan president. {TWO}",
        f"The news came after an agreement with the Ugandan president. {TWO}",
    ],
)
def test_nobody_acts_where_nothing_tells_who(text: str) -> None:
    found = told(text)

    assert found == []


def test_who_says_that_he_will_expel_has_expelled() -> None:
    (claim,) = claims("Kenya said on Monday it would expel two Ugandan diplomats.")

    assert (claim.type, claim.status) == (ActType.SANCTION, Status.HAPPENED)


def test_what_one_is_able_to_do_is_no_act() -> None:
    found = claims("Kenya and Uganda can now sit down for talks.")

    assert found == ()


def test_what_is_denied_during_a_meeting_does_not_deny_the_meeting() -> None:
    found = claims("Kenya's president rejected the claims during his meeting with Uganda's president.")

    assert (ActType.CONSULT, Status.HAPPENED) in {(c.type, c.status) for c in found}
