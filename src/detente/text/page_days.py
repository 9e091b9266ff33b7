"""When a page came out, as its metadata, the lines beside its headline or its address say it."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from lxml import html

from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.text.written_days import FIRST_YEAR, LAST_MONTH, LAST_YEAR, whole_days

MOST_ELEMENTS = 50
"""Elements between headline and text that are looked at; bylines have a dozen."""
LONGEST_LINE = 160
"""Letters of a line that tells author and day; a longer one is text."""
PARAGRAPH = 80
"""Letters from which on a paragraph is one of the article."""
LEADS = 1
"""Paragraphs that may stand between a headline and its line with the day."""

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "rnews:datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "bt:pubdate",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "publication-date",
    "prism.publicationdate",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "date",
)
_LINE_OF_DAY = re.compile(r"date|time|publish|posted|byline|meta|info", re.IGNORECASE)
_OTHER_LINE = re.compile(r"related|caption|comment|more|aside", re.IGNORECASE)
_CHANGE = re.compile(r"updat|modif", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<=/)(?P<year>\d{4})/(?P<month>\d{1,2}|[a-z]{3})(?:/(?P<day>\d{1,2}))?(?=/)")


def day_of_page(tree: html.HtmlElement, linked: Sequence[Mapping[str, Any]], metas: Mapping[str, str]) -> When:
    """The day that a page tells beside its text: in JSON-LD, in meta and time elements, or under its headline."""
    for item in linked:
        day = _day(item.get("datePublished"))
        if day:
            return on_day(day, Basis.METADATA, f"The page's JSON-LD says datePublished {item['datePublished']}.")
    for name in _PUBLISHED_METAS:
        day = _day(metas.get(name))
        if day:
            return on_day(day, Basis.METADATA, f"The page's {name} says {metas[name]}.")
    return _time_element(tree) or _beside_headline(tree) or NOT_KNOWN


def day_of_address(url: str) -> When:
    """The day or month that the path of an address holds, as in /2021/05/03/."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return NOT_KNOWN
    reason = f"The address of the page holds {match[0]}."
    if match["day"]:
        day = next(whole_days(" ".join((match["day"], match["month"], match["year"]))), None) or _day(
            f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
        )
        return on_day(day, Basis.INFERRED, reason) if day else NOT_KNOWN
    year, month = int(match["year"]), int(match["month"]) if match["month"].isdigit() else 0
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= LAST_MONTH):
        return NOT_KNOWN
    last = date(year, month, monthrange(year, month)[1])
    return When(last.replace(day=1), last, Precision.MONTH, Basis.INFERRED, reason)


def _time_element(tree: html.HtmlElement) -> When | None:
    """The day of the element that is marked as the day of publication, or of all elements if they agree on one."""
    times = [time for time in tree.iterfind(".//time") if time.get("datetime")]
    marked = [t for t in times if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None]
    days = {day for time in marked or times if (day := _day(time.get("datetime")))}
    return on_day(days.pop(), Basis.METADATA, "The page's time element gives this day.") if len(days) == 1 else None


def _beside_headline(tree: html.HtmlElement) -> When | None:
    """The first day under a headline; where no headline is marked, the only day above the text."""
    lines = list(islice(_lines(tree), MOST_ELEMENTS))
    own = [day for line in lines if not _is_of_change(line) and (day := _day_in(line))]
    days = own or [day for line in lines if _is_of_change(line) and (day := _day_in(line))]
    if not days or (len(set(days)) > 1 and tree.find(".//h1") is None):
        return None
    return on_day(days[0], Basis.METADATA, "The page gives this day beside its headline.")


def _lines(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements between headline and text that may tell a day."""
    is_under = tree.find(".//h1") is None
    leads = 0
    for element in tree.iter("*"):
        if element.tag == "h1":
            is_under, leads = True, 0
        elif is_under and element.tag == "p" and len(element.text_content()) >= PARAGRAPH:
            leads += 1
            if leads > LEADS:
                return
        name = _name(element)
        if is_under and _LINE_OF_DAY.search(name) and not _OTHER_LINE.search(name):
            yield element


def _is_of_change(element: html.HtmlElement) -> bool:
    """Whether a line tells when the page was changed."""
    return _CHANGE.search(_name(element)) is not None or _CHANGE.search(element.text_content()) is not None


def _name(element: html.HtmlElement) -> str:
    """What a page's maker calls an element."""
    return " ".join([str(element.tag), *(element.get(key, "") for key in ("class", "id", "itemprop"))])


def _day_in(element: html.HtmlElement) -> date | None:
    """The only day of an element, in an attribute or in its words."""
    told = _day(element.get("datetime")) or _day(element.get("title"))
    if told:
        return told
    words = " ".join(element.text_content().split())
    days = set(whole_days(words)) if len(words) <= LONGEST_LINE else set()
    return days.pop() if len(days) == 1 else None


def _day(value: object) -> date | None:
    """The local day of a stamp: an offset only says where that day was."""
    if not isinstance(value, str):
        return None
    stamp = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", value)
    if stamp is None:
        return next(whole_days(value), None)
    return next(whole_days("-".join(stamp.groups())), None)
