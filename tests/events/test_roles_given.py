"""Stories of roles that reports give to speakers, beside the offices that the data knows."""

from datetime import date

import pytest

from detente.domain.days import Basis, on_day
from detente.domain.reports import Report
from detente.errors import RuleError
from detente.events.roles_given import clashes
from detente.rules import given_roles
from detente.rules.given_roles import RoleProof, load_given_roles
from detente.rules.offices import Office
from reading import a_report, settled

RULES = load_given_roles()
MAY = date(2022, 5, 3)


def an_office(post: str) -> Office:
    return Office("Office", (post,), "GOV", None, None)


def reasons(text: str, day: date | None = MAY) -> list[str]:
    return [p.reason for p in settled(a_report(text, day)).problems if "calls" in p.reason]


@pytest.mark.parametrize("proof", RULES.proofs, ids=lambda p: f"{p.role}, {'+'.join(p.held)}")
def test_the_data_proves_itself(proof: RoleProof) -> None:
    held, ever = ([an_office(post) for post in posts] for posts in (proof.held, proof.once))

    post = RULES.post_of(proof.role, {"japan"})

    assert (post is not None and clashes(post, held, ever)) is proof.clashes


def test_a_role_against_the_office_of_the_day_is_shown_with_both() -> None:
    (reason,) = reasons("Foreign Minister Fumio Kishida said in Tokyo that Japan would wait.")

    assert "“Foreign Minister”" in reason
    assert "Prime Minister of Japan" in reason


def test_it_is_said_once_for_a_speaker() -> None:
    text = "Foreign Minister Fumio Kishida said that Japan would wait. Foreign Minister Kishida said that it was late."

    assert len(reasons(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Japanese Prime Minister Fumio Kishida said that Japan would wait.",
        "Former Foreign Minister Fumio Kishida said that Japan would wait.",
        "In 2016 Foreign Minister Fumio Kishida said that Japan would wait.",
        "Foreign Minister Ana Silva said that Peru would wait.",
        "Fumio Kishida said that Japan would wait.",
        "Japan's leader, Fumio Kishida, said that Japan would wait.",
    ],
)
def test_what_is_no_disagreement_is_none(text: str) -> None:
    assert not reasons(text)


def test_a_report_without_a_day_disagrees_with_no_one() -> None:
    assert not reasons("Foreign Minister Fumio Kishida said that Japan would wait.", None)


def test_an_inferred_day_proves_nothing() -> None:
    text = "Foreign Minister Fumio Kishida said that Japan would wait."
    report = Report(text, published=on_day(MAY, Basis.INFERRED))

    derived = settled(report)

    assert not [p for p in derived.problems if "calls" in p.reason]


def test_posts_without_proofs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_roles, "read_toml", lambda _: {"posts": {}, "qualifiers": {}})

    with pytest.raises(RuleError, match="examples"):
        load_given_roles.__wrapped__()
