"""Places in a report, and the words that stand there."""

from dataclasses import dataclass

from detente.domain.ids import ReportId


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, non-empty place in a text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span must be ordered and not empty, not [{self.start}, {self.end})"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def join(self, other: "Span") -> "Span":
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The exact words of a report at a span; `Report.quote` is the way to make one."""

    report_id: ReportId
    span: Span
    exact: str

    def __post_init__(self) -> None:
        if len(self.exact) != len(self.span):
            message = f"a quote of {len(self.exact)} characters cannot fill {self.span}"
            raise ValueError(message)
