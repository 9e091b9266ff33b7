from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from making import DAYS, TEXTS, plain

from detente.domain.days import Basis, Precision, When, on_day
from detente.domain.derived import DatedReport, Derived
from detente.domain.findings import Findings, Problem, Stage
from detente.domain.ids import OriginId
from detente.domain.judgements import Judgement, Verdict
from detente.record.contents import Contents, SetAside
from detente.record.derive import derive

EARLY = plain(TEXTS[0], published=on_day(DAYS[0], Basis.METADATA))
LATE = plain(TEXTS[1], published=on_day(DAYS[1], Basis.METADATA))
UNDATED = plain(TEXTS[2])
SOME_MAY_DAY = plain("Arnor left Bree.", published=When(date(2031, 5, 1), DAYS[1], Precision.LONGER, Basis.STATED))


def settle(findings: Sequence[Findings], judgements: Sequence[Judgement]) -> Derived:
    return Derived(
        reports=tuple(DatedReport(f.report, f.report.published, OriginId("o-1")) for f in findings),
        problems=tuple(p for f in findings for p in f.problems),
        judgements=tuple((j, False) for j in judgements),
    )


def texts(derived: Derived) -> list[str]:
    return [d.report.text for d in derived.reports]


def test_all_reports_count() -> None:
    assert len(texts(derive(Contents((EARLY, LATE, UNDATED)), settle))) == 3


def test_as_of_a_day_only_reports_that_were_surely_out_count() -> None:
    contents = Contents((EARLY, LATE, UNDATED, SOME_MAY_DAY))

    assert texts(derive(contents, settle, as_of=DAYS[0])) == [EARLY.report.text]


def test_as_of_a_day_later_judgements_do_not_count() -> None:
    judgements = tuple(Judgement(Verdict.WRONG, ("c-1",), "Jo", day, "never") for day in DAYS)

    derived = derive(Contents(judgements=judgements), settle, as_of=DAYS[0])

    assert [j.day for j, _ in derived.judgements] == [DAYS[0]]


def test_what_the_record_could_not_read_stands_beside_what_reading_could_not() -> None:
    inner, outer = Problem(Stage.DATE, "No day.", path="b.txt"), Problem(Stage.SOURCE, "It is empty.", path="a.txt")
    contents = Contents((replace(EARLY, problems=(inner,)),), problems=(outer,))

    assert derive(contents, settle).problems == (outer, inner)


def test_a_judgement_on_a_report_is_matched_also_where_the_report_does_not_count() -> None:
    judgement = Judgement(Verdict.WITHDRAW, (EARLY.report.id,), "Jo", DAYS[0], "a hoax")
    contents = Contents(set_aside=(SetAside(EARLY.report, None),), judgements=(judgement,))

    assert derive(contents, settle).judgements == ((judgement, True),)
