"""All that follows from a record."""

from dataclasses import replace
from datetime import date

from detente.domain.derived import Derived
from detente.domain.findings import Findings
from detente.domain.judgements import Judgement, Verdict
from detente.pipeline import read, settle
from detente.rules.settling import load_settling_rules
from reading import a_report, settled, tools

TEXTS = (
    "Norway imposed sanctions on Belarus on Thursday. “We will not yield,” President Alexander Lukashenko said.",
    "Norwegian sanctions were imposed on Belarus on Thursday, Oslo said.",
    "Peru's president met Chile's president in Lima on Monday.",
)


def all_findings() -> list[Findings]:
    return [read(a_report(text, outlet=str(n)), tools()) for n, text in enumerate(TEXTS)]


def settled_with(*judgements: Judgement) -> Derived:
    return settle(all_findings(), judgements, load_settling_rules())


def a_word(verdict: Verdict, *on: str, day: int = 1) -> Judgement:
    return Judgement(verdict, on, by="jo", day=date(2031, 6, day), why="read it")


def test_the_order_of_reports_does_not_matter() -> None:
    found = all_findings()

    assert settle(found[::-1], (), load_settling_rules()) == settle(found, (), load_settling_rules())


def test_settling_knows_the_office_of_a_speaker() -> None:
    report = a_report(TEXTS[0], date(2022, 5, 13))

    (words,) = settled(report).statements

    assert words.office == "President"


def test_what_a_person_calls_wrong_is_left_out() -> None:
    claim = all_findings()[2].claims[0]

    derived = settled_with(a_word(Verdict.WRONG, claim.id))

    assert claim.id not in {m.claim.id for e in derived.events for m in e.mentions}


def test_what_is_called_right_later_is_back() -> None:
    claim = all_findings()[2].claims[0]

    derived = settled_with(a_word(Verdict.WRONG, claim.id), a_word(Verdict.RIGHT, claim.id, day=2))

    assert claim.id in {m.claim.id for e in derived.events for m in e.mentions}


def test_of_two_contradictory_words_the_later_stands() -> None:
    first, second = (found.claims[0].id for found in all_findings()[:2])

    derived = settled_with(a_word(Verdict.SAME, first, second), a_word(Verdict.DIFFERENT, first, second, day=2))

    assert not any({first, second} <= {m.claim.id for m in e.mentions} for e in derived.events)


def test_a_word_on_what_is_gone_is_kept_as_unmatched() -> None:
    derived = settled_with(a_word(Verdict.WRONG, "e-000000000000"))

    assert [matched for _, matched in derived.judgements] == [False]


def test_the_same_words_in_two_reports_are_one_statement_with_two_places() -> None:
    reports = [replace(a_report(TEXTS[0]), outlet=o) for o in ("a", "b")]

    (words,) = settled(*reports).statements

    assert len(words.statements) == 2
