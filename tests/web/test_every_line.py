"""From any line on any page of the demo's record one click leads to exactly its words."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urldefrag

import pytest
from fixtures_of_desk import Served
from lxml import html

STARTS = ("/", "/pairs", "/review", "/judgements", "/problems", "/search?q=export+controls", "/search?q=summit")
WITHOUT_WORDS = {"report", "problem"}
"""A report is itself the text; a problem may be with a file that has none."""
ENOUGH = 150
"""Pages; the demo has more, and a walk that finds fewer has lost its way."""


@pytest.fixture(scope="module")
def pages(demo: Served) -> dict[str, html.HtmlElement]:
    """All pages that are reached by links; of pages of words only one for each report."""
    found: dict[str, html.HtmlElement] = {}
    waiting = deque(STARTS)
    while waiting:
        address = urldefrag(waiting.popleft()).url
        if address in found or not is_page(address):
            continue
        answer = demo.client.get(address)
        assert answer.status_code == 200, address
        found[address] = html.fromstring(answer.text)
        waiting += [str(a.get("href")) for a in found[address].iter("a")]
    return found


def is_page(address: str) -> bool:
    """Whether an address is one to walk to: no file, no picture, no place in a text, no narrowed search."""
    path, _, query = address.partition("?")
    is_ours = path.startswith("/") and not path.startswith(("/charts/", "/static/"))
    is_file = path.endswith((".csv", ".json", ".md", ".pdf", ".docx", "/brief"))
    return is_ours and not is_file and "at=" not in query and query.count("=") <= 1


def lines(pages: dict[str, html.HtmlElement]) -> Iterator[tuple[str, html.HtmlElement]]:
    return ((address, line) for address, page in pages.items() for line in page.cssselect("main .line"))


def test_the_walk_reaches_every_kind_of_page(pages: dict[str, html.HtmlElement]) -> None:
    kinds = {address.split("/")[1].split("?")[0] for address in pages}

    assert len(pages) > ENOUGH
    assert {"pairs", "events", "issues", "people", "reports", "rules", "pledges", "figures", "statements"} <= kinds


def test_every_line_has_words(pages: dict[str, html.HtmlElement]) -> None:
    without = [
        (address, line.text_content().split())
        for address, line in lines(pages)
        if line.get("data-kind") not in WITHOUT_WORDS and not line.cssselect("a.words")
    ]

    assert without == []


def test_one_click_leads_to_exactly_the_words(demo: Served, pages: dict[str, html.HtmlElement]) -> None:
    quoted = {str(a.get("href")): a.text_content() for _, line in lines(pages) for a in line.cssselect("a.words")}

    marked = {}
    for way in quoted:
        page = html.fromstring(demo.client.get(way).text)
        assert page.cssselect("#here"), way
        marked[way] = "".join(m.text_content() for m in page.cssselect("mark.here"))

    assert marked == quoted


def test_every_note_beside_a_report_leads_into_it(pages: dict[str, html.HtmlElement]) -> None:
    wrong = [
        address
        for address, page in pages.items()
        if address.startswith("/reports/r-")
        and any(
            not str(a.get("href")).startswith(f"{address}?at=") or not str(a.get("href")).endswith("#here")
            for a in page.cssselect(".notes a.to")
        )
    ]

    assert wrong == []


def test_no_link_within_a_page_leads_nowhere(pages: dict[str, html.HtmlElement]) -> None:
    lost = [
        (address, a.get("href"))
        for address, page in pages.items()
        for a in page.iter("a")
        if str(a.get("href")).startswith("#") and not page.xpath("//*[@id=$i]", i=str(a.get("href"))[1:])
    ]

    assert lost == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, html.HtmlElement]) -> None:
    twice = []
    for address, page in pages.items():
        ids = [str(i) for i in page.xpath("//@id")]
        twice += [(address, i) for i in ids if ids.count(i) > 1]

    assert twice == []
