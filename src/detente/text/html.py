"""A web page as a report: its metadata and its article's text. Nothing is fetched and no script is run."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import trafilatura
from lxml import etree, html

from detente.domain.days import NOT_KNOWN, Basis, When, on_day
from detente.domain.findings import Problem, Stage
from detente.text.written_days import whole_days

DEEPEST_JSON = 12
"""Levels of JSON-LD that are looked through; pages nest three or four."""
SHORTEST_ARTICLE = 40
"""Characters; less than a sentence is no article."""

_ARTICLE_TYPE = re.compile(r"Article|Report|Posting", re.IGNORECASE)
_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "date",
)
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself, and its article."""

    text: str
    """Paragraphs with an empty line between."""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    """As the page declares it, such as "en-GB"."""
    published: When = NOT_KNOWN


def read_page(source: str) -> Page | Problem:
    """The article of a page with its metadata, or a Problem where there is none."""
    tree = _parse(source)
    if tree is None:
        return Problem(Stage.TEXT, "this page holds no HTML that can be read")
    linked = list(_json_ld(tree))
    metas = _metas(tree)
    page = Page(
        text="",
        title=_title(tree, linked, metas),
        outlet=_outlet(linked, metas),
        url=_url(tree, linked, metas),
        language=tree.get("lang") or metas.get("og:locale"),
        published=_published(tree, linked, metas),
    )
    text = _article(tree)
    if len(text) < SHORTEST_ARTICLE:
        return Problem(
            Stage.TEXT,
            "no article was found in this page: it may hold only menus, or need a browser to show its text; "
            "save the article's text as a .txt file and read that",
        )
    return Page(text, page.title, page.outlet, page.url, page.language, page.published)


def _parse(source: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _article(tree: html.HtmlElement) -> str:
    """The article's paragraphs; the second try takes what the first, stricter one left out."""
    for is_generous in (False, True):
        found = trafilatura.extract(
            tree, include_comments=False, include_tables=False, deduplicate=False, favor_recall=is_generous
        )
        if found and len(found) >= SHORTEST_ARTICLE:
            return "\n\n".join(line.strip() for line in found.splitlines() if line.strip())
    return ""


def _json_ld(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that a page's JSON-LD describes; broken blocks are passed over."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            # pages hold raw line breaks within strings
            content = json.loads(script.text_content(), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        yield from (item for item in _objects(content, DEEPEST_JSON) if _ARTICLE_TYPE.search(str(item.get("@type"))))


def _objects(content: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
    inner = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    if depth:
        for item in inner:
            yield from _objects(item, depth - 1)


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of each meta element, by its name in small letters."""
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(tree: html.HtmlElement, linked: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    headline = next((item["headline"] for item in linked if isinstance(item.get("headline"), str)), None)
    shown = (element.text_content() for name in ("h1", "title") for element in tree.iterfind(f".//{name}"))
    found = [headline, _first(metas, _TITLE_METAS), *shown]
    return next((" ".join(title.split()) for title in found if title and title.strip()), None)


def _outlet(linked: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        for one in publisher if isinstance(publisher, list) else [publisher]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip() and "://" not in name:
                return name.strip()
    found = _first(metas, _OUTLET_METAS)
    return found if found and "://" not in found else None


def _url(tree: html.HtmlElement, linked: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    canonical = tree.find(".//link[@rel='canonical']")
    pages = [page.get("@id") if isinstance(page, dict) else page for i in linked if (page := i.get("mainEntityOfPage"))]
    found = [canonical.get("href") if canonical is not None else None, metas.get("og:url"), *pages]
    return next((url for url in found if isinstance(url, str) and url.startswith(("http://", "https://"))), None)


def _published(tree: html.HtmlElement, linked: list[dict[str, Any]], metas: dict[str, str]) -> When:
    for item in linked:
        day = _day(item.get("datePublished"))
        if day:
            return on_day(day, Basis.METADATA, f"The page's JSON-LD says datePublished {item['datePublished']}.")
    for name in _PUBLISHED_METAS:
        day = _day(metas.get(name))
        if day:
            return on_day(day, Basis.METADATA, f"The page's {name} says {metas[name]}.")
    return _time_element(tree)


def _time_element(tree: html.HtmlElement) -> When:
    """The day of the element that is marked as the day of publication, or of all elements if they agree on one."""
    times = [time for time in tree.iterfind(".//time") if time.get("datetime")]
    marked = [t for t in times if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None]
    days = {day for time in marked or times if (day := _day(time.get("datetime")))}
    if len(days) != 1:
        return NOT_KNOWN
    return on_day(days.pop(), Basis.METADATA, "The page's time element gives this day.")


def _day(value: object) -> date | None:
    """The local day of a stamp: an offset only says where that day was."""
    if not isinstance(value, str):
        return None
    stamp = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", value)
    if stamp is None:
        return next(whole_days(value), None)
    return next(whole_days("-".join(stamp.groups())), None)
