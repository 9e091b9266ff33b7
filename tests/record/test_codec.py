import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from making import TEXTS, claims_of, findings, plain

from detente.domain.acts import ActType, Status
from detente.domain.corrections import ActorsAre, Correction, DayIs, RecipientsAre, StatusIs, TypeIs
from detente.domain.days import NOT_KNOWN, TimePhrase, When
from detente.domain.derived import Placed
from detente.domain.findings import Claim, Figure, Findings
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.errors import RecordError
from detente.events.correcting import amend
from detente.record.codec import Json, decode, encode

REPORT = Report(TEXTS[0])


@given(findings)
def test_what_is_written_is_read_back_exactly(found: Findings) -> None:
    items = (*found.claims, *found.statements, *found.figures, *found.problems, *found.unlinked)

    back = [decode(type(item), json.loads(json.dumps(encode(item))), found.report) for item in items]

    assert back == list(items)
    assert [repr(i) for i in back] == [repr(i) for i in items]


@given(claims_of(REPORT))
def test_ids_outlive_the_record(claim: Claim) -> None:
    assert decode(Claim, encode(claim), REPORT).id == claim.id


def test_a_report_is_read_back_with_what_is_known_of_its_day() -> None:
    report = plain(url="https://one.example", title="A title").report

    assert decode(Report, encode(report)) == report


def test_words_of_a_report_are_not_stored_twice() -> None:
    assert encode(REPORT.quote(Span(0, 5))) == [0, 5]


def test_what_has_its_default_is_left_out() -> None:
    assert encode(TimePhrase(Span(0, 3), "now")) == {"span": [0, 3], "exact": "now"}


CORRECTIONS = (
    TypeIs(ActType.AID),
    StatusIs(Status.NEGATED),
    DayIs("2031-05"),
    ActorsAre((Party(ActorId("JPN"), PartyKind.STATE, "Japan"),)),
    RecipientsAre(()),
)


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_what_a_person_put_right_is_read_back(correction: Correction) -> None:
    claim = plain().claims[0]
    word = Judgement(Verdict.CORRECT, (claim.id,), "jo", date(2031, 6, 1), "so", correction=correction)
    placed = Placed(amend(claim, [word]), NOT_KNOWN)

    assert decode(Judgement, json.loads(json.dumps(encode(word)))) == word
    assert decode(Placed, json.loads(json.dumps(encode(placed, whole=True)))) == placed
    assert decode(Placed, encode(placed, whole=True)).claim.id == claim.id


GOOD: dict[str, Json] = json.loads(json.dumps(encode(plain().claims[0])))


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (Claim, {**GOOD, "colour": "red"}),
        (Claim, {k: v for k, v in GOOD.items() if k != "type"}),
        (Claim, {**GOOD, "type": "DANCE"}),
        (Claim, {**GOOD, "mode": "dance"}),
        (Claim, {**GOOD, "parties": {"is": "Quarrel"}}),
        (Claim, {**GOOD, "parties": [1]}),
        (Claim, {**GOOD, "contexts": "diplomatic"}),
        (Claim, {**GOOD, "quote": [0, 900]}),
        (Claim, {**GOOD, "quote": [5, 2]}),
        (Claim, {**GOOD, "quote": "Arnor"}),
        (Claim, {**GOOD, "is_lead": 1}),
        (Claim, {**GOOD, "place": 7}),
        (Claim, [GOOD]),
        (Figure, {"quote": [0, 5], "value": "many", "unit": "%"}),
        (When, {"earliest": "soon", "latest": None, "precision": "day", "basis": "stated"}),
        (When, {"earliest": 2031, "latest": None, "precision": "day", "basis": "stated"}),
        (When, {"earliest": "2031-05-07", "latest": "2031-05-06", "precision": "day", "basis": "stated"}),
    ],
)
def test_what_cannot_be_right_is_refused(kind: type, stored: Json) -> None:
    with pytest.raises(RecordError, match="changed by another program, or is damaged"):
        decode(kind, stored, REPORT)


def test_a_quote_without_its_report_is_refused() -> None:
    with pytest.raises(RecordError):
        decode(Quote, [0, 5])


def test_only_nouns_are_stored() -> None:
    with pytest.raises(TypeError, match="cannot hold a set"):
        encode({1, 2})


def test_a_pair_of_two_kinds_of_thing_has_no_place_in_a_record() -> None:
    @dataclass
    class Odd:
        pair: tuple[int, str]

    with pytest.raises(TypeError, match="one kind of thing"):
        decode(Odd, {"pair": [1, "a"]})
