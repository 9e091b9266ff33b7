"""Pages become reports, and what is no report becomes a word about it."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.days import Basis
from detente.domain.findings import Problem
from detente.text.html import Page, read_page
from detente.text.page_days import day_of_address

BODY = (
    "<article><h1>Bridge to reopen</h1>"
    "<p>The two ministers met in Riga &amp; agreed to reopen the bridge before the winter.</p>"
    "<p>Neither of them would say who is to pay for it, but both spoke of a fair share for each side of the strait.</p>"
    "</article>"
)


def _page(head: str, body: str = BODY) -> Page:
    page = read_page(f'<html lang="en-GB"><head>{head}</head><body>{body}</body></html>')
    assert isinstance(page, Page)
    return page


def _ld(**content: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **content})}</script>'


def test_the_article_is_given_in_paragraphs_and_its_entities_are_read() -> None:
    page = _page("", f"<nav><ul><li><a href='/'>Home</a></li></ul></nav>{BODY}<footer>Careers</footer>")

    assert page.text.split("\n\n")[-2].startswith("The two ministers met in Riga & agreed")
    assert "Careers" not in page.text


def test_json_ld_tells_title_outlet_day_and_address() -> None:
    page = _page(
        _ld(
            headline="Bridge  to reopen",
            publisher={"name": "Gazette"},
            datePublished="2021-03-02T23:30:00-05:00",
            mainEntityOfPage={"@id": "https://gazette.example/1"},
        )
    )

    assert (page.title, page.outlet, page.url) == ("Bridge to reopen", "Gazette", "https://gazette.example/1")
    assert (page.published.earliest, page.published.basis) == (date(2021, 3, 2), Basis.METADATA)


def test_json_ld_is_found_in_a_graph_with_a_list_of_publishers() -> None:
    script = json.dumps(
        {"@graph": [{"@type": "Person"}, {"@type": ["NewsArticle"], "publisher": [7, {"name": "Gazette"}]}]}
    )

    assert _page(f'<script type="application/ld+json">{script}</script>').outlet == "Gazette"


def test_json_ld_is_not_followed_without_end() -> None:
    deep: object = {"@type": "NewsArticle", "headline": "Bridge"}
    for _ in range(30):
        deep = [deep]

    assert _page(f'<script type="application/ld+json">{json.dumps(deep)}</script>').title == "Bridge to reopen"


def test_the_outlet_may_stand_in_a_later_part_of_json_ld() -> None:
    assert _page(_ld(headline="Bridge") + _ld(publisher="Gazette")).outlet == "Gazette"


def test_broken_json_ld_is_passed_over() -> None:
    page = _page(
        '<script type="application/ld+json">{"@type": </script><meta property="og:site_name" content="Gazette">'
    )

    assert page.outlet == "Gazette"


def test_meta_elements_tell_what_json_ld_does_not() -> None:
    page = _page(
        '<meta charset="utf-8"><meta name="author" content=" ">'
        '<meta property="og:title" content="Bridge to reopen"><meta property="og:url" content="https://gazette.example/1">'
        '<meta property="og:site_name" content="Gazette"><meta itemprop="datePublished" content="March 2, 2021">'
    )

    assert (page.title, page.outlet, page.url, page.language) == (
        "Bridge to reopen",
        "Gazette",
        "https://gazette.example/1",
        "en-GB",
    )
    assert page.published.earliest == date(2021, 3, 2)


def test_an_address_is_no_outlet_and_a_relative_link_no_address() -> None:
    page = _page(
        '<link rel="canonical" href="/1"><meta property="article:publisher" content="https://facebook.example/g">'
    )

    assert (page.outlet, page.url) == (None, None)


def test_the_heading_is_the_title_of_a_page_without_metadata() -> None:
    assert _page("").title == "Bridge to reopen"


def test_a_page_may_have_no_title() -> None:
    assert _page("", BODY.replace("<h1>Bridge to reopen</h1>", "<h1> </h1>")).title is None


@pytest.mark.parametrize(
    ("times", "day"),
    [
        ('<time datetime="2021-03-02">2 March</time>', date(2021, 3, 2)),
        ('<time datetime="20210302">2 March</time>', date(2021, 3, 2)),
        ('<time datetime="2021-03-02"></time><time datetime="2021-03-05"></time>', None),
        (
            '<time datetime="2021-03-02" itemprop="datePublished"></time><time datetime="2021-03-05"></time>',
            date(2021, 3, 2),
        ),
        ('<time datetime="2021-02-31"></time>', None),
        ("<time>2 March 2021</time>", None),
    ],
)
def test_time_elements_tell_the_day_when_they_agree(times: str, day: date | None) -> None:
    assert _page("", times + BODY).published.earliest == day


@pytest.mark.parametrize(
    ("under", "day"),
    [
        ('<div class="byline">By Jo Doe, 2 March 2021</div>', date(2021, 3, 2)),
        ('<span class="timestamp" title="2021-03-02T0903Z">Mar 2, 9:03 AM</span>', date(2021, 3, 2)),
        ("<time>2 March 2021</time><time>Updated 4 March 2021</time>", date(2021, 3, 2)),
        ('<span class="updated">Updated 4 March 2021</span>', date(2021, 3, 4)),
        (f'<p>{"A lead on the bridge and the ferry. " * 3}</p><p class="date">2 March 2021</p>', date(2021, 3, 2)),
        ('<p class="date">From 2 March 2021 to 4 March 2021</p>', None),
        ('<p class="date">Tuesday</p>', None),
        ('<figcaption class="photo-info caption">The bridge on 2 March 2019</figcaption>', None),
        (f'<div class="meta">{"On the bridge and the ferry of the strait. " * 5} 2 March 2019</div>', None),
        ("<p>The bridge was closed on 2 March 2019.</p>", None),
    ],
)
def test_the_line_beside_a_headline_tells_the_day(under: str, day: date | None) -> None:
    body = BODY.replace("</h1>", f"</h1>{under}")

    assert _page("", f'<div class="date">22 May 2024</div>{body}').published.earliest == day


def test_a_day_under_the_text_is_not_the_one_beside_the_headline() -> None:
    teasers = '<div class="date">22 May 2024</div>'

    assert _page("", BODY + BODY.replace("<h1>Bridge to reopen</h1>", "") + teasers).published.earliest is None


@pytest.mark.parametrize(
    ("days", "day"), [(("2 March 2021",), date(2021, 3, 2)), (("2 March 2021", "4 March 2021"), None)]
)
def test_where_no_headline_is_marked_the_days_above_the_text_must_agree(
    days: tuple[str, ...], day: date | None
) -> None:
    lines = "".join(f'<div class="date">{one}</div>' for one in days)

    assert _page("", lines + BODY.replace("h1", "h2")).published.earliest == day


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("https://gazette.example/2021/03/02/bridge", date(2021, 3, 2), date(2021, 3, 2)),
        ("https://gazette.example/world/2021/mar/02/bridge", date(2021, 3, 2), date(2021, 3, 2)),
        ("https://gazette.example/2021/03/bridge", date(2021, 3, 1), date(2021, 3, 31)),
        ("https://gazette.example/2021/mar/bridge", None, None),
        ("https://gazette.example/2021/02/31/bridge", None, None),
        ("https://gazette.example/9021/03/bridge", None, None),
        ("https://gazette.example/bridge-2021", None, None),
    ],
)
def test_an_address_may_tell_day_or_month(address: str, first: date | None, last: date | None) -> None:
    when = day_of_address(address)

    assert (when.earliest, when.latest) == (first, last)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Bridge to reopen | The Gazette", "Bridge to reopen"),
        ("Bridge to reopen - gazette.com", "Bridge to reopen"),
        ("Bridge to reopen - envoy", "Bridge to reopen - envoy"),
    ],
)
def test_a_title_is_given_without_its_outlet(title: str, shown: str) -> None:
    metas = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Gazette">'

    assert _page(metas).title == shown


def test_a_headline_that_is_no_heading_is_the_title() -> None:
    body = BODY.replace("<h1>", '<b class="headline entry-title">').replace("</h1>", "</b>")

    assert _page("<title>News of the Gazette</title>", body).title == "Bridge to reopen"


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (
            '<?xml version="1.0"?>\n<!-- ours --><rss version="2.0"><channel><title>Bridge</title></channel></rss>',
            "feed",
        ),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Bridge</title></feed>', "feed"),
        (f'<html><head><link rel="canonical" href="https://gazette.example/"></head>{BODY}</html>', "front page"),
    ],
)
def test_a_list_of_reports_is_no_report(source: str, word: str) -> None:
    found = read_page(source)

    assert isinstance(found, Problem)
    assert word in found.reason


@pytest.mark.parametrize("says", [_ld(headline="Bridge"), '<meta property="og:type" content="Article">'])
def test_a_report_that_gives_its_sites_address_is_read(says: str) -> None:
    assert _page(f'<link rel="canonical" href="https://gazette.example">{says}').text


def test_scripts_and_comments_are_no_text() -> None:
    page = _page("", f"<!-- secret --><script>document.write('secret')</script>{BODY}")

    assert "secret" not in page.text


def test_broken_markup_is_read() -> None:
    page = read_page(f"<html><body><div><p>{BODY}<b><p>And <i>the <b>ferry</i> sails again, they said on Monday.")

    assert isinstance(page, Page)
    assert "ferry" in page.text


def test_an_xml_declaration_does_no_harm() -> None:
    assert isinstance(read_page(f'<?xml version="1.0" encoding="latin-1"?><html><body>{BODY}</body></html>'), Page)


@pytest.mark.parametrize(
    "source", ["", "   ", "<!-- nothing -->", "<html></html>", "<nav><a href='/'>Home</a></nav>", "\x00"]
)
def test_a_page_without_an_article_is_a_problem_in_words(source: str) -> None:
    found = read_page(source)

    assert isinstance(found, Problem)
    assert "page" in found.reason


@given(st.one_of(st.text(), st.text(alphabet="<>/=\"' abpdiv&;![]-\x00"), st.text().map(lambda text: BODY + text)))
def test_any_source_gives_a_page_or_a_problem(source: str) -> None:
    assert isinstance(read_page(source), Page | Problem)
