import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import DAYS, READING, TEXTS, findings, findings_of, ids, new_file, plain

from detente.domain.days import Basis, on_day
from detente.domain.findings import Findings, Problem, Stage
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.errors import RecordError, UnknownNameError
from detente.record.contents import Contents, Mark, Outcome
from detente.record.known import is_less_known
from detente.record.store import Record

of_one_folder = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = on_day(DAYS[0], Basis.METADATA)
OTHER_RULES = replace(READING, rules="rules-2")


def stored(path: Path, *many: Findings) -> Contents:
    with Record(path, create=True) as record:
        for found in many:
            record.save(found, READING)
        return record.contents()


def searchable(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(text for (text,) in connection.execute("SELECT text FROM words"))


@given(findings)
@of_one_folder
def test_a_report_comes_back_as_it_was_saved(tmp_path: Path, found: Findings) -> None:
    assert stored(new_file(tmp_path), found).findings == (found,)


@given(st.lists(findings, max_size=4))
@of_one_folder
def test_saving_twice_is_saving_once(tmp_path: Path, many: list[Findings]) -> None:
    path = new_file(tmp_path)
    once = stored(path, *many)

    assert stored(path, *many) == once


@given(st.lists(findings, max_size=4), findings)
@of_one_folder
def test_a_new_report_leaves_the_findings_of_others_alone(tmp_path: Path, many: list[Findings], new: Findings) -> None:
    path = new_file(tmp_path)
    before = {f.report.id: f for f in stored(path, *many).findings}

    after = stored(path, new)

    # but for what it supersedes, and the text without an address that it gives one to
    same = {s.report.id for s in after.set_aside} | {new.report.id}
    same |= {i for i, f in before.items() if is_less_known(f.report, new.report)}
    assert {i: f for i, f in before.items() if i not in same} == {
        f.report.id: f for f in after.findings if f.report.id in before and f.report.id not in same
    }


@given(st.lists(findings, max_size=4, unique_by=lambda f: f.report.id))
@of_one_folder
def test_the_order_of_reports_without_a_shared_address_makes_no_difference(
    tmp_path: Path, many: list[Findings]
) -> None:
    apart = [f for f in many if f.report.url is None and f.report.outlet is not None]

    assert stored(new_file(tmp_path), *apart) == stored(new_file(tmp_path), *reversed(apart))


def test_what_is_read_again_takes_the_place_of_what_was_found_before(tmp_path: Path) -> None:
    before, after = plain(), Findings(plain().report)

    assert stored(tmp_path / "r.db", before, after).findings == (after,)


def test_a_report_read_again_is_no_new_one(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        outcomes = [record.save(plain(), READING), record.save(plain(), READING)]

    assert outcomes == [Outcome.NEW, Outcome.AGAIN]


def test_a_known_report_need_not_be_read(tmp_path: Path) -> None:
    found = plain()
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(found, READING)

        assert record.admit(found.report, READING).found == found


def test_a_known_report_is_read_again_with_other_rules(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)

        assert record.admit(plain().report, OTHER_RULES).found is None


def test_a_known_report_is_read_again_when_its_day_becomes_known(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)

        admitted = record.admit(replace(plain().report, published=DAY), READING)

    assert (admitted.found, admitted.report.published) == (None, DAY)


def test_a_day_that_the_text_told_is_not_taken_for_one_that_was_given(tmp_path: Path) -> None:
    report = plain().report
    told = replace(plain(), report=replace(report, published=on_day(DAYS[0], Basis.STATED)))
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(told, READING, given=report)

        assert record.admit(report, OTHER_RULES).report == report


def test_what_is_known_of_a_report_is_kept_when_it_comes_with_less(tmp_path: Path) -> None:
    full = plain(url="u", path="a.txt", published=DAY)
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(full, READING)

        assert record.admit(Report(TEXTS[0], url="u", path="b.txt"), READING).report == full.report


def test_two_days_for_one_text_are_told_of(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(published=DAY), READING)
        admitted = record.admit(Report(TEXTS[0], published=on_day(DAYS[1], Basis.METADATA)), READING)

        assert admitted.problem is not None
        assert record.contents().problems == (admitted.problem,)


def test_a_text_that_gets_an_address_stays_one_report(tmp_path: Path) -> None:
    named = plain(url="u")

    assert ids(stored(tmp_path / "r.db", plain(), named).findings) == [named.report.id]


def test_a_text_that_comes_without_its_address_is_known(tmp_path: Path) -> None:
    named = plain(url="u")

    assert ids(stored(tmp_path / "r.db", named, plain()).findings) == [named.report.id]


def test_a_text_first_seen_without_an_address_brings_what_was_known_of_it(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(published=DAY), READING)

        assert record.admit(Report(TEXTS[0], url="u"), READING).report.published == DAY


def test_of_two_texts_under_one_address_the_newer_counts(tmp_path: Path) -> None:
    old, new = plain(TEXTS[0], url="u"), plain(TEXTS[1], url="u")

    contents = stored(tmp_path / "r.db", old, new)

    assert ids(contents.findings) == [new.report.id]
    assert [(a.report.id, a.superseded_by) for a in contents.set_aside] == [(old.report.id, new.report.id)]


def test_an_old_text_that_is_read_again_does_not_become_the_newer(tmp_path: Path) -> None:
    old, new = plain(TEXTS[0], url="u"), plain(TEXTS[1], url="u")

    assert ids(stored(tmp_path / "r.db", old, new, old).findings) == [new.report.id]


def test_a_withdrawn_report_is_kept_but_does_not_count(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)
        record.save_judgement(Judgement(Verdict.WITHDRAW, (plain().report.id,), "Jo", DAYS[0], "a hoax"))

        contents = record.contents()

    assert contents.findings == ()
    assert [(a.report.id, a.superseded_by) for a in contents.set_aside] == [(plain().report.id, None)]


def test_a_withdrawn_report_can_be_put_back(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)
        for verdict in (Verdict.WITHDRAW, Verdict.RIGHT):
            record.save_judgement(Judgement(verdict, (plain().report.id,), "Jo", DAYS[0], "a hoax, or not"))

        assert record.contents().findings == (plain(),)


def test_a_withdrawn_text_that_gets_an_address_stays_withdrawn(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)
        record.save_judgement(Judgement(Verdict.WITHDRAW, (plain().report.id,), "Jo", DAYS[0], "a hoax"))
        record.save(plain(url="u"), READING)

        assert record.contents().findings == ()


def test_when_the_newer_text_is_withdrawn_the_older_counts_again(tmp_path: Path) -> None:
    old, new = plain(TEXTS[0], url="u"), plain(TEXTS[1], url="u")
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(old, READING)
        record.save(new, READING)
        record.save_judgement(Judgement(Verdict.WITHDRAW, (new.report.id,), "Jo", DAYS[0], "a hoax"))

        assert ids(record.contents().findings) == [old.report.id]


def test_judgements_are_kept_in_their_order_even_when_they_repeat(tmp_path: Path) -> None:
    judgements = [
        Judgement(verdict, ("e-1",), "Jo", day, "seen it")
        for verdict, day in [(Verdict.WRONG, DAYS[1]), (Verdict.RIGHT, DAYS[0]), (Verdict.WRONG, DAYS[1])]
    ]
    with Record(tmp_path / "r.db", create=True) as record:
        for judgement in judgements:
            record.save_judgement(judgement)

        assert list(record.contents().judgements) == judgements


def test_what_could_not_be_read_of_a_file_is_told_once(tmp_path: Path) -> None:
    problem = Problem(Stage.SOURCE, "The file is empty.", path="a.txt")
    with Record(tmp_path / "r.db", create=True) as record:
        for _ in range(2):
            record.save_problems("a.txt", [problem])

        assert record.contents().problems == (problem,)


def test_a_file_that_can_be_read_now_has_no_problem(tmp_path: Path) -> None:
    problem = Problem(Stage.SOURCE, "The file is empty.", path="a.txt")
    with Record(tmp_path / "r.db", create=True) as record:
        record.save_problems("a.txt", [problem])
        record.save_problems("a.txt", [])

        assert record.contents().problems == ()


def test_words_that_are_not_the_reports_are_refused_and_nothing_of_the_report_is_stored(tmp_path: Path) -> None:
    good = plain()
    false = replace(good.claims[0], quote=Quote(good.report.id, Span(0, 5), "Rohan"))
    with Record(tmp_path / "r.db", create=True) as record:
        with pytest.raises(ValueError, match="not the words of the report"):
            record.save(replace(good, claims=(false,)), READING)

        assert record.contents() == Contents()


def test_a_letter_that_no_file_can_hold_is_refused_and_the_record_stays_usable(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        with pytest.raises(ValueError, match="surrogates"):
            record.save(Findings(Report("broken \ud800 letter")), READING)
        record.save(plain(), READING)

        assert record.contents().findings == (plain(),)


@given(st.data())
@of_one_folder
def test_reading_a_report_again_leaves_no_old_words_to_be_found(tmp_path: Path, data: st.DataObject) -> None:
    path, report = new_file(tmp_path), plain().report
    stored(path, data.draw(findings_of(report)), plain())

    assert searchable(path) == sorted(["\nArnor met Gondor in Bree.", "Arnor met", "Elanor: Arnor met"])


def search(path: Path, words: str) -> list[tuple[str, str]]:
    with Record(path) as record:
        return [(type(hit.finding).__name__, hit.snippet) for hit in record.search(words)]


def test_search_finds_reports_statements_and_claims(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain())

    assert {kind for kind, _ in search(tmp_path / "r.db", "met")} == {"NoneType", "Statement", "Claim"}


def test_search_asks_for_all_words(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain(), plain(TEXTS[1]))

    assert {kind for kind, _ in search(tmp_path / "r.db", "gondor bree")} == {"NoneType"}


def test_search_finds_words_without_their_accents_and_endings(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", Findings(Report("The talks in Türkiye ended.")))

    assert search(tmp_path / "r.db", "talk turkiye") == [("NoneType", "The [talks] in [Türkiye] ended.")]


@pytest.mark.parametrize("words", ['"', "AND", "a*", "(", "x:y", "NEAR(", "^", "-", "", "'"])
def test_search_takes_any_sign_for_itself(tmp_path: Path, words: str) -> None:
    stored(tmp_path / "r.db", plain())

    assert search(tmp_path / "r.db", words) == []


def test_search_takes_words_in_quotation_marks_as_they_stand(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain())

    assert not search(tmp_path / "r.db", '"Gondor met"')


def test_search_passes_over_what_does_not_count(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain(TEXTS[0], url="u"), plain(TEXTS[1], url="u"))

    assert not search(tmp_path / "r.db", "bree")


def test_search_stops_at_its_limit(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain())
    with Record(tmp_path / "r.db") as record:
        assert len(record.search("met", limit=1)) == 1


@pytest.mark.parametrize("name", ["a.txt", "news/a.txt", "https://one.example", "A title"])
def test_a_report_is_found_by_what_it_is_called(tmp_path: Path, name: str) -> None:
    found = plain(path="news/a.txt", url="https://one.example", title="A title")
    stored(tmp_path / "r.db", found)

    with Record(tmp_path / "r.db") as record:
        assert record.report_named(name) == found.report


def test_a_wrong_name_gets_suggestions(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain(path="news/summit.txt"))

    with Record(tmp_path / "r.db") as record, pytest.raises(UnknownNameError, match=r"Did you mean .*summit\.txt"):
        record.report_named("sumit.txt")


def test_a_name_that_several_bear_is_refused(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain(TEXTS[0], title="A title"), plain(TEXTS[1], title="A title"))

    with Record(tmp_path / "r.db") as record, pytest.raises(UnknownNameError, match="Several reports"):
        record.report_named("A title")


def test_in_an_empty_record_there_is_nothing_to_suggest(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record, pytest.raises(UnknownNameError, match=r"'x'\.$"):
        record.report_named("x")


def test_a_reader_sees_the_record_of_one_moment_while_another_writes(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain())
    with Record(tmp_path / "r.db") as writer, Record(tmp_path / "r.db") as reader:
        with reader.reading():
            before = reader._shelf()
            writer.save(plain(TEXTS[1]), READING)

            assert reader._shelf() == before
        assert len(reader.contents().findings) == 2


def test_a_closed_record_is_one_file(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain())

    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def test_a_record_that_is_closed_already_cannot_be_used(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.db", create=True)
    record.close()

    with pytest.raises(RecordError, match="could not be used"):
        record.contents()


def test_the_record_opens_in_other_programs_with_the_words_of_each_claim(tmp_path: Path) -> None:
    stored(tmp_path / "r.db", plain(outlet="Bree Times"))

    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        row = connection.execute("SELECT outlet, type, status, quote FROM claims").fetchone()
        name = connection.execute("SELECT name FROM statements").fetchone()

    assert (*row, *name) == ("Bree Times", "CONSULT", "happened", "Arnor met", "Elanor")


def test_the_record_remembers_what_it_held_at_the_last_brief(tmp_path: Path) -> None:
    one, other = plain(TEXTS[0]), plain(TEXTS[1])
    pair = (ActorId("ARN"), ActorId("GON"))
    with Record(tmp_path / "r.db", create=True) as record:
        before = record.last_brief(pair)
        record.save(one, READING)
        record.remember_brief(pair)
        record.save(other, READING)

        mark = record.last_brief((pair[1], pair[0]))

        assert (before, mark) == (None, Mark(1, 0))
        assert [f.report.id for f in record.contents(mark).findings] == [one.report.id]
