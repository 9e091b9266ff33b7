"""Which outlet a text names as its own, where nothing else tells it."""

import re
from collections.abc import Iterator, Sequence

from detente.domain.spans import Span
from detente.rules.outlets import OutletMark, Outlets

START = 400
"""Characters in which a dateline stands: menus and a headline may go before it."""

_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<domain>[\w-]+(?:\.[\w-]+)*\.(?!(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|html?|php)\b)[a-z]{2,})/?",
    re.IGNORECASE,
)


def outlet_in(text: str, furniture: Sequence[Span], outlets: Outlets) -> str | None:
    """The outlet that a text names as its own: in its dateline, its licence or a line that is only a site's name."""
    places = [text[span.start : span.end] for span in furniture]
    for mark in outlets.marks:
        for place in [text[:START].strip()] if mark.is_at_start else places:
            found = named_by(mark, place, outlets)
            if found:
                return found
    return next(_sites(places, outlets), None)


def named_by(mark: OutletMark, place: str, outlets: Outlets) -> str | None:
    """The outlet that a mark finds in a place."""
    folded = place.casefold()
    for pattern in mark.patterns:
        match = pattern.find(place, folded)
        if match is None:
            continue
        known = outlets.named(match["outlet"])
        if known:
            return known.name
        name = without_company(match["outlet"], outlets)
        if mark.is_open and name:
            return name
    return None


def without_company(name: str, outlets: Outlets) -> str:
    """A company's name as that of its outlet."""
    words = name.split()
    while words and (words[-1] in outlets.company_words or words[-1].strip(".&").isdigit()):
        words.pop()
    return " ".join(words).rstrip(".,")


def _sites(places: Sequence[str], outlets: Outlets) -> Iterator[str]:
    for place in places:
        match = _DOMAIN.fullmatch(place.strip())
        if match:
            known = outlets.outlet_of(match["domain"].casefold())
            yield known.name if known else match["domain"]
