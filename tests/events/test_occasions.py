"""Which occasion a bare word for one means, where a report tells of two; and what two claims share."""

from dataclasses import replace
from datetime import date

from claim_making import Told, a_claim, a_report, placed
from origin_making import origins

from detente.domain.acts import ActType
from detente.domain.days import NOT_KNOWN
from detente.domain.ids import StatementId
from detente.domain.spans import Span
from detente.events.likeness import share_a_saying
from detente.events.merging import merge
from detente.events.sameness import Bench, Ties, Witnesses
from detente.rules.sameness import load_sameness

REPORT = a_report(0, date(2031, 5, 6))
MONDAY, FRIDAY = date(2031, 5, 5), date(2031, 5, 2)


def test_of_two_meetings_of_a_report_the_bare_word_means_the_last() -> None:
    told = [placed(a_claim(Told(), REPORT, at), day) for at, day in ((0, FRIDAY), (21, MONDAY))]
    bare = placed(a_claim(Told(is_bare=True), REPORT, 42), NOT_KNOWN)
    witnesses = Witnesses({REPORT.id: REPORT.published}, origins([REPORT]))

    events = merge([*told, bare], witnesses, Bench(Ties(), load_sameness()))

    assert {e.when.earliest: len(e.mentions) for e in events} == {FRIDAY: 1, MONDAY: 2}


def test_a_bare_word_for_a_meeting_of_others_means_none_of_them() -> None:
    told = placed(a_claim(Told(), REPORT), MONDAY)
    bare = placed(a_claim(Told(actors=("ROH", "MOR"), is_bare=True), REPORT, 21), NOT_KNOWN)
    witnesses = Witnesses({REPORT.id: REPORT.published}, origins([REPORT]))

    events = merge([told, bare], witnesses, Bench(Ties(), load_sameness()))

    assert [len(e.mentions) for e in events] == [1, 1]


def test_one_report_does_not_tell_one_thing_twice() -> None:
    fined = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("border", "road", "toll"))
    one, other = (placed(a_claim(fined, REPORT, at), MONDAY) for at in (0, 21))

    assert not Bench(Ties(), load_sameness()).tells_the_same(one, other)


def test_claims_in_the_same_words_of_one_who_speaks_share_a_saying() -> None:
    one, other = (
        replace(a_claim(Told(), r), quote=r.quote(Span(0, 60)), attributed_to=StatementId("s"))
        for r in (REPORT, a_report(1))
    )

    assert share_a_saying(one, other)
