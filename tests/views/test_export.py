import json
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, TimePhrase, When, on_day
from detente.domain.derived import (
    Change,
    Copied,
    DatedReport,
    Derived,
    Disagreement,
    Event,
    IndexPoint,
    Issue,
    IssueNature,
    Placed,
    Pledge,
    Retelling,
    Side,
    SpokenWords,
)
from detente.domain.findings import Approximation, Claim, Figure, Problem, Speaker, Stage, Statement
from detente.domain.ids import ActorId, IssueId, OriginId, RuleId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.views.export import Format, Shown, Stamp, export

REPORT = Report("Arnor met Gondor. “No,” the envoy said.", path="a.txt", outlet="Bree Times")
OLD = Report("Arnor may meet Gondor.", path="a.txt", url="u")
HOAX = Report("Arnor fell.", path="h.txt")
ARNOR = Party(ActorId("ARN"), PartyKind.STATE, "Arnor", via="its envoy", role="envoy")
GONDOR = Party(ActorId("GON"), PartyKind.STATE, "Gondor")
ROHAN = Party(ActorId("ROH"), PartyKind.STATE, "Rohan")
MEETING = REPORT.quote(Span(0, 16))
DAY, NEXT_DAY = (on_day(date(2031, 5, day), Basis.RESOLVED) for day in (6, 7))
SAID = Statement(REPORT.quote(Span(19, 22)), Speaker("Elanor", "envoy", ActorId("ARN")), is_direct=True)
AGAIN = Statement(REPORT.quote(Span(19, 21)), Speaker("Elanor Gardner", None, ActorId("ARN")), is_direct=True)
SEED = Stamp(1, "0.1.0", "abc", "none 1", ("abc",))
PLACE = {"report": REPORT.id, "start": 0, "end": 16, "quote": "Arnor met Gondor"}
INTERVAL = {"earliest": "2031-05-06", "latest": "2031-05-06", "precision": "day", "basis": "resolved"}


def claim(rule: str = "consult/met", **more: object) -> Claim:
    given = {"parties": Joint((ARNOR, GONDOR)), "status": Status.HAPPENED, "time": None, **more}
    return Claim(MEETING, ActType.CONSULT, rule=RuleId(rule), trigger=Span(6, 9), **given)  # type: ignore[arg-type]


def event(*mentions: Placed) -> Event:
    return Event(
        mentions, ActType.CONSULT, None, Joint((ARNOR, GONDOR)), DAY, Status.HAPPENED, "Bree", (OriginId("o-1"),)
    )


def exported(derived: Derived, kind: str, **more: object) -> list[dict[str, object]]:
    shown = Shown(derived, {ActorId("ARN"): "Arnor"}.get, **more)  # type: ignore[arg-type]
    lines = [json.loads(line) for line in export(shown, SEED, Format.JSONL)]
    return [line for line in lines if line["kind"] == kind]


def test_the_first_line_says_what_made_the_record() -> None:
    assert exported(Derived(), "record") == [
        {
            "kind": "record",
            "schema": 1,
            "detente": "0.1.0",
            "rules": "abc",
            "pipeline": "none 1",
            "read_with": ["abc"],
            "actors": [],
        }
    ]


def test_a_report_has_its_day_with_the_reason() -> None:
    when = on_day(date(2031, 5, 6), Basis.INFERRED, "It tells of the same talks.")

    (line,) = exported(Derived(reports=(DatedReport(REPORT, when, OriginId("o-1")),)), "report")

    assert line["published"] == {**INTERVAL, "basis": "inferred", "reason": "It tells of the same talks."}
    assert (line["path"], line["outlet"], line["origin"], line["chars"]) == ("a.txt", "Bree Times", "o-1", 39)


def test_a_report_that_retells_another_has_what_shows_it() -> None:
    retold = DatedReport(REPORT, NOT_KNOWN, OriginId("o-1"), Copied(OLD.id, Retelling(5, 6, 7, 8)))

    (line,) = exported(Derived(reports=(retold,)), "report")

    assert line["copied"] == {"of": OLD.id, "retelling": {"sentences": 5, "of": 6, "names": 7, "numbers": 8}}


def test_a_report_that_repeats_anothers_words_has_no_reason_beside_it() -> None:
    (line,) = exported(Derived(reports=(DatedReport(REPORT, NOT_KNOWN, OriginId("o-1"), Copied(OLD.id)),)), "report")

    assert line["copied"] == {"of": OLD.id, "retelling": None}


def test_reports_that_do_not_count_are_marked_and_stand_before_the_others() -> None:
    derived = Derived(reports=(DatedReport(REPORT, NOT_KNOWN, OriginId("o-1")),))

    lines = exported(derived, "report", set_aside=((OLD, REPORT.id), (HOAX, None)))

    assert [(line["id"], line["superseded_by"], line["withdrawn"]) for line in lines] == [
        (OLD.id, REPORT.id, False),
        (HOAX.id, None, True),
        (REPORT.id, None, False),
    ]


def test_an_event_is_exported_as_the_contract_has_it() -> None:
    dated = claim(time=TimePhrase(Span(6, 9), "on Tuesday"))

    (line,) = exported(Derived(events=(event(Placed(dated, DAY)),)), "event")

    party = {"kind": "state", "via": None, "role": None}
    assert line == {
        "kind": "event",
        "id": line["id"],
        "type": "CONSULT",
        "mode": None,
        "contexts": [],
        "actors": [
            {"id": "ARN", "kind": "state", "name": "Arnor", "via": "its envoy", "role": "envoy"},
            {"id": "GON", "name": "Gondor", **party},
        ],
        "recipients": [],
        "date": {**INTERVAL, "phrase": "on Tuesday"},
        "status": "happened",
        "place": "Bree",
        "issues": [],
        "part_of": None,
        "independent_origins": 1,
        "corrections": [],
        "mentions": [
            {
                **PLACE,
                "rule": "consult/met",
                "type": "CONSULT",
                "status": "happened",
                "date": None,
                "attributed_to": None,
                "claim": dated.id,
            }
        ],
    }


def test_a_mention_tells_its_own_day_status_and_parties_where_they_differ() -> None:
    plan = claim("consult/plan", status=Status.PLANNED, parties=Directed((ARNOR,), (ROHAN,)))

    (line,) = exported(Derived(events=(event(Placed(claim(), DAY), Placed(plan, NEXT_DAY)),)), "event")

    mentions = line["mentions"]
    assert isinstance(mentions, list)
    assert (mentions[1]["status"], mentions[1]["date"]["earliest"]) == ("planned", "2031-05-07")
    assert [p["id"] for p in mentions[1]["actors"] + mentions[1]["recipients"]] == ["ARN", "ROH"]
    assert "actors" not in mentions[0]


def test_a_mention_whose_day_is_not_known_has_the_events() -> None:
    (line,) = exported(Derived(events=(event(Placed(claim(), NOT_KNOWN)),)), "event")

    mentions = line["mentions"]
    assert isinstance(mentions, list)
    assert mentions[0]["date"] is None


def test_the_phrase_is_that_of_a_mention_with_the_events_day() -> None:
    other = claim("consult/other", time=TimePhrase(Span(6, 9), "a day later"))
    dated = claim(time=TimePhrase(Span(6, 9), "on Tuesday"))

    (line,) = exported(Derived(events=(event(Placed(other, NEXT_DAY), Placed(dated, DAY)),)), "event")

    assert line["date"] == {**INTERVAL, "phrase": "on Tuesday"}


def test_an_act_that_is_told_by_someone_leads_to_the_line_of_his_statement() -> None:
    told = claim(attributed_to=AGAIN.id)
    derived = Derived(events=(event(Placed(told, DAY)),), statements=(SpokenWords((SAID, AGAIN), DAY, None),))

    (statement,) = exported(derived, "statement")
    (line,) = exported(derived, "event")

    mentions = line["mentions"]
    assert isinstance(mentions, list)
    assert mentions[0]["attributed_to"] == statement["id"]


def test_a_statement_is_exported_with_the_fullest_name_of_its_speaker() -> None:
    derived = Derived(statements=(SpokenWords((SAID, AGAIN), DAY, "envoy to Gondor", (IssueId("road"),)),))

    (line,) = exported(derived, "statement")

    assert line["speaker"] == {
        "id": "elanor-gardner",
        "name": "Elanor Gardner",
        "role": "envoy",
        "office": "envoy to Gondor",
        "state": "ARN",
        "state_name": "Arnor",
    }
    assert (line["direct"], line["text"], line["date"], line["issues"]) == (True, "No,", INTERVAL, ["road"])
    mentions = line["mentions"]
    assert isinstance(mentions, list)
    assert [(m["start"], m["end"], m["quote"]) for m in mentions] == [(19, 22, "No,"), (19, 21, "No")]


def test_each_stretch_of_a_broken_quotation_is_a_mention() -> None:
    broken = Statement(SAID.quote, Speaker(None), is_direct=True, stretches=(REPORT.quote(Span(24, 33)),))

    (line,) = exported(Derived(statements=(SpokenWords((broken,), NOT_KNOWN, None),)), "statement")

    mentions = line["mentions"]
    assert isinstance(mentions, list)
    assert len(mentions) == 2
    assert line["speaker"] == dict.fromkeys(("id", "name", "role", "office", "state", "state_name"))


def test_whole_values_are_written_whole() -> None:
    figures = (Figure(MEETING, 52e9, "USD", Approximation.ABOUT, "trade", "2030", "Arnor"), Figure(MEETING, 0.5, "%"))

    lines = exported(Derived(figures=figures), "figure")

    assert [str(line["value"]) for line in lines] == ["52000000000", "0.5"]
    assert (lines[0]["approx"], lines[0]["mentions"]) == ("about", [PLACE])


def test_issues_and_pledges_tell_their_history() -> None:
    change = Change(DAY, "open", MEETING)
    issue = Issue(
        IssueId("road"), "the road", ("a road",), IssueNature.DISPUTE, (ActorId("ARN"),), "open", (change,), (MEETING,)
    )
    pledge = Pledge((ActorId("ARN"),), (ActorId("GON"),), "a road", NEXT_DAY, "announced", (change,), (MEETING,))
    derived = Derived(issues=(issue,), pledges=(pledge,))

    (issue_line,), (pledge_line,) = exported(derived, "issue"), exported(derived, "pledge")

    history = [{"date": INTERVAL, "status": "open", "event": None, "quote": PLACE}]
    assert (issue_line["nature"], issue_line["history"], issue_line["mentions"]) == ("dispute", history, [PLACE])
    assert (pledge_line["party"], pledge_line["to"], pledge_line["history"]) == (["ARN"], ["GON"], history)


def test_a_disagreement_has_both_sides_words() -> None:
    disagreement = Disagreement("how many came", "number", (Side(MEETING, "two"), Side(MEETING, "three")))

    (line,) = exported(Derived(disagreements=(disagreement,)), "disagreement")

    assert (line["class"], line["claims"]) == ("number", [{**PLACE, "says": "two"}, {**PLACE, "says": "three"}])


def test_the_rest_is_exported_too() -> None:
    pair = (ActorId("ARN"), ActorId("GON"))
    derived = Derived(
        index=(IndexPoint(pair, date(2031, 5, 31), 2.5, 2, 3, 4, 2),),
        problems=(
            Problem(Stage.DATE, "No day.", REPORT.id, "a.txt", Span(0, 5)),
            Problem(Stage.SOURCE, "It is empty."),
        ),
        judgements=((Judgement(Verdict.WRONG, ("c-1",), "Jo", date(2031, 6, 1), "never"), False),),
    )

    (index,), problems, (judgement,) = (exported(derived, kind) for kind in ("index", "problem", "judgement"))

    assert (index["pair"], index["date"], index["value"]) == (["ARN", "GON"], "2031-05-31", 2.5)
    assert [(p["report"], p["path"], p["start"]) for p in problems] == [(REPORT.id, "a.txt", 0), (None, None, None)]
    assert (judgement["act"], judgement["on"], judgement["matched"]) == ("wrong", ["c-1"], False)


def test_signs_that_some_take_for_the_end_of_a_line_do_not_end_one() -> None:
    problem = Problem(Stage.TEXT, "It holds \u2028 and \x85 and \u2029.")
    shown = Shown(Derived(problems=(problem,)), lambda _: None)

    lines = list(export(shown, SEED, Format.JSONL))

    assert [len(line.splitlines()) for line in lines] == [1, 1]
    assert json.loads(lines[1])["reason"] == problem.reason


def test_a_month_is_no_day() -> None:
    month = When(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, Basis.RESOLVED)

    (line,) = exported(Derived(statements=(SpokenWords((SAID,), month, None),)), "statement")

    assert line["date"] == {"earliest": "2031-05-01", "latest": "2031-05-31", "precision": "month", "basis": "resolved"}
