"""What a list of the desk asks for, and the SQL that walks to it.

A list with labels is a walk along the entries of the label that the fewest things bear, which lie in the order in which
they are shown; the things themselves are only opened for the lines of the page, or where a day is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

Label = tuple[str, str]
"""What a thing is found by: a facet and a value."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is to hold; what is empty asks for everything."""

    kind: str
    labels: tuple[Label, ...] = ()
    """All of them must be borne."""
    since: date | None = None
    until: date | None = None
    words: str = ""
    told_since: date | None = None
    """Told of by no report before this day."""
    around: tuple[date, date] | None = None
    """Days between which lies the middle of what is known of its own."""
    by_doubt: bool = False

    @property
    def has_days(self) -> bool:
        """Whether days narrow the list, but for those around which its things lie."""
        return bool(self.since or self.until or self.told_since)


@dataclass(frozen=True, slots=True)
class Walk:
    """The part of a statement from FROM on, without its order, and its values."""

    sql: str
    order: str
    values: tuple[object, ...]

    def from_the_told(self) -> "Walk":
        """The same things, found by the day on which they were first told, where one is asked for."""
        if "t.told" not in self.sql:
            return self
        return replace(
            self, sql=self.sql.replace("FROM place t WHERE", "FROM place t INDEXED BY place_by_told WHERE", 1)
        )

    def numbers(self) -> str:
        """The statement that gives a page of the things' numbers, in their order; it takes a limit and an offset."""
        thing = "g.thing" if self.sql.startswith("FROM tag") else "t.n"
        return f"SELECT {thing} n {self.sql} ORDER BY {self.order} LIMIT ? OFFSET ?"

    def count(self) -> str:
        """The statement that counts the things."""
        return f"SELECT count(*) {self.sql}"


def pair_label(one: str, other: str) -> str:
    """The value of the label of two powers, whatever their order."""
    return " ".join(sorted((one, other)))


def walk(asked: Asked, labels: Sequence[int]) -> Walk:
    """The walk to what is asked for, its labels given as numbers, the rarest first."""
    parts: list[str] = []
    values: list[object] = []
    if labels:
        needs_things = asked.has_days or asked.by_doubt
        parts.append("FROM tag g" + (" JOIN place t ON t.n = g.thing" if needs_things else ""))
        parts.append("WHERE g.label = ? AND g.kind = ?")
        values += [labels[0], asked.kind]
        order = "g.sort, g.thing"
    else:
        parts.append("FROM place t WHERE t.kind = ?")
        values.append(asked.kind)
        order = "t.sort, t.n"
    for label in labels[1:]:
        parts.append(
            "AND EXISTS (SELECT 1 FROM tag o WHERE o.label = ?"
            " AND o.kind = g.kind AND o.sort = g.sort AND o.thing = g.thing)"
        )
        values.append(label)
    if asked.around:
        parts.append(f"AND {order.partition(',')[0]} BETWEEN ? AND ?")
        values += [-asked.around[1].toordinal(), -asked.around[0].toordinal()]
    for condition, value in conditions_on_days(asked):
        parts.append(f"AND {condition}")
        values.append(value)
    return Walk(" ".join(parts), f"t.doubt DESC, {order}" if asked.by_doubt else order, tuple(values))


def conditions_on_days(asked: Asked) -> list[tuple[str, str]]:
    """What days ask of the place t of a thing, each with its value."""
    found = (
        ("(t.hi IS NULL OR t.hi >= ?) AND (t.lo IS NOT NULL OR t.hi IS NOT NULL)", asked.since),
        ("(t.lo IS NULL OR t.lo <= ?) AND (t.lo IS NOT NULL OR t.hi IS NOT NULL)", asked.until),
        ("t.told > ?", asked.told_since),
    )
    return [(condition, day.isoformat()) for condition, day in found if day]
