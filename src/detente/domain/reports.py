"""A published text, as it was read."""

from dataclasses import dataclass, field

from detente.domain.days import NOT_KNOWN, When
from detente.domain.ids import ReportId, digest
from detente.domain.spans import Quote, Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published text with what is known of where and when it came out."""

    text: str
    """The stored text: for a plain-text file the file's own text, unchanged."""
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str = "en"
    published: When = NOT_KNOWN
    kept_id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it was asked for: every quote of a report names it, and hashing a text takes long."""

    @property
    def id(self) -> ReportId:
        """A hash of the text and of where it was published: the same text under two addresses is two reports."""
        if not self.kept_id:
            object.__setattr__(self, "kept_id", digest("r", self.text, self.url or self.outlet or ""))
        return ReportId(self.kept_id)

    def quote(self, span: Span) -> Quote:
        """The exact words at a span."""
        if span.end > len(self.text):
            message = f"{span} reaches past the report's {len(self.text)} characters"
            raise ValueError(message)
        return Quote(self.id, span, self.text[span.start : span.end])
