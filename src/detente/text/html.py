"""A web page as a report: its metadata and its article's text. Nothing is fetched and no script is run."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml import etree, html

from detente.domain.days import NOT_KNOWN, When
from detente.domain.findings import Problem, Stage
from detente.text.page_days import day_of_page

DEEPEST_JSON = 12
"""Levels of JSON-LD that are looked through; pages nest three or four."""
SHORTEST_ARTICLE = 40
"""Characters; less than a sentence is no article."""
FEED_HEAD = 2_000
"""Characters within which a feed says that it is one; licences and style sheets may stand before."""
FEED = (
    "this is a feed, a list of reports with the beginning of each, not a report; open the reports that it names "
    "and save their pages"
)
FRONT = (
    "this is the front page of a site, with the beginnings of many reports of unknown days, not a report; open the "
    "reports that it names and save their pages"
)

_ARTICLE_TYPE = re.compile(r"Article|Report|Posting", re.IGNORECASE)
_FEED = re.compile(r"^\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_FRONT_ADDRESS = re.compile(r"https?://[^/?#]+/?(?:#.*)?", re.IGNORECASE)
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "headline")
_TITLE_END = re.compile(r"\s+(?:[|–—-]+|::?)\s+([^|–—]{2,60})$")
_SHOWN_TITLES = (
    "//h1",
    "//*[@itemprop='headline']",
    "//*[contains(concat(' ', @class, ' '), ' entry-title ')]",
    "//title",
)
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
    if _FEED.search(source[:FEED_HEAD]):
        return Problem(Stage.TEXT, FEED)
    tree = _parse(source)
    if tree is None:
        return Problem(Stage.TEXT, "this page holds no HTML that can be read")
    linked = list(_json_ld(tree))
    metas = _metas(tree)
    url, outlet = _url(tree, linked, metas), _outlet(linked, metas)
    if url and _FRONT_ADDRESS.fullmatch(url) and not linked and metas.get("og:type", "").casefold() != "article":
        return Problem(Stage.TEXT, FRONT)
    text = _article(tree)
    if len(text) < SHORTEST_ARTICLE:
        return Problem(
            Stage.TEXT,
            "no article was found in this page: it may hold only menus, or need a browser to show its text; "
            "save the article's text as a .txt file and read that",
        )
    return Page(
        text,
        title=_title(tree, linked, metas, outlet),
        outlet=outlet,
        url=url,
        language=tree.get("lang") or metas.get("og:locale"),
        published=day_of_page(tree, linked, metas),
    )


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


def _title(
    tree: html.HtmlElement, linked: list[dict[str, Any]], metas: dict[str, str], outlet: str | None
) -> str | None:
    headline = next((item["headline"] for item in linked if isinstance(item.get("headline"), str)), None)
    shown = (element.text_content() for path in _SHOWN_TITLES for element in tree.xpath(path))
    found = [headline, _first(metas, _TITLE_METAS), *shown]
    return next((_without_outlet(" ".join(t.split()), outlet) for t in found if t and t.strip()), None)


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the name of its outlet at the end, "Bridge to reopen | Gazette"."""
    match = _TITLE_END.search(title)
    is_outlet = match is not None and outlet is not None and _plain(match[1]) == _plain(outlet)
    return title[: match.start()] if match and is_outlet else title


def _plain(name: str) -> str:
    return re.sub(r"\.com$|^the\s|\W", "", name.casefold())


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
