"""The order in which days are shown."""

from datetime import date

from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.record.settled_rows import sorting
from detente.views.citing import newest_first

NEW, OLD = on_day(date(2031, 5, 6), Basis.STATED), on_day(date(2018, 1, 1), Basis.STATED)
BY_NEW = When(None, date(2031, 5, 6), Precision.LONGER, Basis.LEAD)
BY_OLD = When(None, date(2018, 1, 1), Precision.LONGER, Basis.LEAD)
IN_ORDER = [NEW, OLD, BY_NEW, BY_OLD, NOT_KNOWN]
MIXED = [NOT_KNOWN, BY_OLD, OLD, BY_NEW, NEW]


def test_what_may_be_of_any_age_is_not_shown_as_the_newest() -> None:
    shown = sorted(MIXED, key=newest_first)

    assert shown == IN_ORDER


def test_a_list_of_the_desk_has_the_same_order() -> None:
    listed = sorted(MIXED, key=sorting)

    assert listed == IN_ORDER
