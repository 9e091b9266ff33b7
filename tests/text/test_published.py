"""The day of publication is read where a report states it, and nowhere else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.days import Basis, When
from detente.errors import RuleError
from detente.rules.furniture import load_furniture
from detente.rules.stamps import load_stamps, read_stamps
from detente.text.passages import lay_out
from detente.text.published import published_in
from detente.text.written_days import whole_days

STAMPS = load_stamps()
PROSE = "The two ministers met in Riga and agreed to reopen the bridge before the winter, as they had promised."


def _published(text: str) -> When:
    return published_in(text, lay_out(text, load_furniture()), STAMPS)


@pytest.mark.parametrize(
    "text",
    [
        f" date 2021-03-02 \n\n\n{PROSE}",
        f"Bridge to reopen\n\nTuesday, March 2, 2021\n\n{PROSE}",
        f"Bridge to reopen\n2 March 2021 10:04 GMT\n{PROSE}",
        f"Posted: 02.03.2021 / Desk\n\n{PROSE}",
        f"Bridge to reopen\n\nPublished 2 March 2021 10:04 GMT\n\n{PROSE}",
        f"{PROSE}\n\nUpdated: Mar. 2, 2021",
        f"Bridge to reopen\nMarch 2, 2021 / 10:04 AM / Updated 2 years ago\n{PROSE}",
        f"{PROSE}\n\nPublished 2 March 2021. Updated 9 March 2021.",
        f" Tuesday, March 2, 2021  6:17 pm (Riga)      {PROSE}",
        f"RIGA, 2 March 2021 (LETA) -- {PROSE}",
        f"GENEVA (2 March 2021) – {PROSE}",
        f"Published on 2nd March 2021 {PROSE}",
        f"Bridge to reopen\n\nBy Ilze Doe and Jo Roe | 2 March 2021\n\n{PROSE}",
        f"Bridge to reopen\n\nLETA, March 2, 2021 Adjust font size:\n\n{PROSE}",
        f"Bridge to reopen\n\nAgency | Riga | Updated: 02-03-2021 18:05 IST | Created: 02-03-2021 17:45 IST\n\n{PROSE}",
        f"Bridge to reopen\n\n03/02/2021 10:04 EST\n\n{PROSE}",
        f"Bridge to reopen\n\n02 Mar 2021 12:04AM (Updated: 03 Mar 2021 01:00AM)\n\n{PROSE}",
        f"Bridge to reopen\n\n2021-03-02T10:04:00Z\n\n{PROSE}",
    ],
)
def test_a_report_that_states_its_day_is_dated(text: str) -> None:
    when = _published(text)

    assert (when.earliest, when.latest, when.basis) == (date(2021, 3, 2), date(2021, 3, 2), Basis.STATED)
    assert when.reason.endswith((".", "”."))


@pytest.mark.parametrize(
    "text",
    [
        f"On 2 March 2021 Oslo announced a pact. {PROSE}",
        f"{PROSE} It was signed on 2 March 2021.",
        f"{PROSE}\n\nIn the autumn of 2021, a list was published.",
        f"RIGA, March 2 (LETA) -- {PROSE}",
        f"RIGA, March 2 (LETA) -- {PROSE}\n\n© 2020 LETA\n\n© 2021 Gazette",
        f"RIGA, February 30 (LETA) -- {PROSE}\n\n© 2021 LETA",
        f"Published 31 February 2021\n\n{PROSE}",
        f"Published 2 March 1021\n\n{PROSE}",
        f"FILE - The bridge, 2 March 2021. (AP Photo/Jo Doe)\n\n{PROSE}",
        f"{PROSE}\n\nThe road of 2 March 2021",
        f"How the talks of 2 March 2021 failed\n\n{PROSE}",
        f"2021\n\n{PROSE}",
        f"Bridge to reopen\n\nFile photo: Riga, 2 March 2021\n\n{PROSE}",
        f"Bridge to reopen\n\nWar Of 2 March 2021 Remembered\n\n{PROSE}",
        f"Posted 02/03/2021 10:04 EST GMT\n\n{PROSE}",
        f"Posted 02/03/2021\n\n{PROSE}",
        f"Posted 31.02.2021\n\n{PROSE}",
        "2021-13-45",
        "",
    ],
)
def test_a_day_that_is_not_the_reports_own_is_left_alone(text: str) -> None:
    assert not _published(text).is_known


@pytest.mark.parametrize(
    ("stamp", "day"),
    [("25/03/2021", date(2021, 3, 25)), ("03/25/2021", date(2021, 3, 25)), ("3/3/2021", date(2021, 3, 3))],
)
def test_a_day_with_strokes_is_read_where_it_can_be_read_in_one_way(stamp: str, day: date) -> None:
    assert _published(f"Posted {stamp}\n\n{PROSE}").earliest == day


@pytest.mark.parametrize("day", ["March 2", "2 March", "2nd March"])
def test_a_dateline_without_its_year_takes_that_of_the_copyright_line(day: str) -> None:
    when = _published(f"RIGA, {day} (LETA) -- {PROSE}\n\n© 2021 LETA")

    assert (when.earliest, when.basis) == (date(2021, 3, 2), Basis.INFERRED)
    assert "copyright" in when.reason


def test_a_dateline_may_tell_more_than_a_day_and_a_place() -> None:
    when = _published(f"RIGA, Tuesday 2 March 2021 (our correspondent) -- {PROSE}")

    assert (when.earliest, when.reason[:12]) == (date(2021, 3, 2), "The dateline")


def test_a_dateline_without_a_day_gives_none() -> None:
    assert not _published(f"RIGA (LETA) -- {PROSE}\n\n© 2021 LETA").is_known


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y"]),
)
def test_a_day_written_whole_is_read_back(day: date, form: str) -> None:
    assert list(whole_days(f"It was {day.strftime(form)}, they say.")) == [day]


@given(st.text())
def test_any_text_is_looked_at_without_error(text: str) -> None:
    assert _published(text).basis in {Basis.STATED, Basis.INFERRED, Basis.UNKNOWN}


def test_stamps_without_proof_are_refused() -> None:
    with pytest.raises(RuleError, match=r"stamps.toml: published: words"):
        read_stamps({"published": {"words": ["published"]}})


def test_words_of_lines_without_proof_are_refused() -> None:
    proved = {"words": ["posted"], "examples": [{"text": "Posted today", "day": "today"}], "not_examples": ["Post"]}

    with pytest.raises(RuleError, match=r"stamps.toml: line: words"):
        read_stamps({"published": proved, "updated": proved, "took_office": proved, "line": {"words": ["by"]}})
