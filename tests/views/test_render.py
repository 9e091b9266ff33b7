import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import cast

import pytest
from factory import PAIR, WIRE, World, dated, name, report

from detente.domain.derived import Derived
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.render import render_html, render_markdown

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;&#x3c;b&#x3e;",
    "]]><!--<b>",
    "[click](javascript:alert(1)) <b>**bold**</b> | cell",
    "\u202etxt.exe\u0000\u2028",
]


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def brief() -> Brief:
    return draft_brief(World().derived(), Scope(PAIR), name)


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.seen


def poisoned[T](part: T, poison: str) -> T:
    """The same part of a brief with the poison at the end of every text of it."""
    with_poison: object = part
    if isinstance(part, str):
        with_poison = part + poison
    elif isinstance(part, tuple):
        with_poison = tuple(poisoned(item, poison) for item in part)
    elif is_dataclass(part) and not isinstance(part, type):
        with_poison = replace(part, **{f.name: poisoned(getattr(part, f.name), poison) for f in fields(part)})
    return cast(T, with_poison)


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_any_field_is_shown_and_never_run(attack: str) -> None:
    clean = tags(render_html(brief()))

    page = tags(render_html(poisoned(brief(), attack)))

    assert [(t, sorted(a)) for t, a in page] == [(t, sorted(a)) for t, a in clean]


@pytest.mark.parametrize("attack", ATTACKS[:4])
def test_markdown_holds_no_markup_of_a_report(attack: str) -> None:
    page = render_markdown(poisoned(brief(), attack))

    assert not re.search(r"(?<!\\)<(?!a id=|/a>)", page)


def test_a_link_goes_to_the_web_or_to_a_place_in_the_page() -> None:
    world = World(wire=report(WIRE, url="javascript:alert(1)"))
    page = render_html(draft_brief(world.derived(), Scope(PAIR), name))

    links = [a["href"] or "" for t, a in tags(page) if t == "a"]

    assert {link.split(":")[0] for link in links if not link.startswith("#")} == {"https"}


def test_every_link_in_the_page_finds_its_place() -> None:
    seen = tags(render_html(brief()))
    places = {a["id"] for _, a in seen if "id" in a}

    goals = {(a["href"] or "")[1:] for t, a in seen if t == "a" and (a["href"] or "").startswith("#")}

    assert goals <= places


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = render_html(brief())

    asking = [
        (t, a)
        for t, a in tags(page)
        if t in {"script", "link", "iframe", "object"}
        or "style" in a
        or not all(
            (a.get(where) or "data:").startswith("data:image/svg+xml;base64,")
            for where in ("src", "srcset")
            if where in a
        )
    ]

    assert not asking
    assert not re.search(r"url\(|@import", page)


def test_ids_are_unique() -> None:
    ids = [a["id"] for _, a in tags(render_html(brief())) if "id" in a]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_a_page_shows_every_quote_and_every_report(render: Callable[[Brief], str]) -> None:
    drafted = brief()
    page = render(drafted).replace("\\", "").replace("&#39;", "'")

    missing = [c.exact for c in drafted.citations if c.exact not in page]

    assert not missing


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_a_brief_on_nothing_is_still_a_page(render: Callable[[Brief], str]) -> None:
    page = render(draft_brief(replace(World().derived(), events=()), Scope(PAIR), name))

    assert "No dated act between the two is told in these reports." in page


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert render_html(brief()) == render_html(brief())


def test_an_event_with_many_quotes_lists_the_first_and_numbers_the_rest() -> None:
    world = World()
    talks = world.talks(world.visit())
    first = talks.mentions[0]
    copies = [report(world.herald.text + f" Edition {n}.", f"Copy {n}") for n in range(5)]
    quotes = [copy.quote(first.claim.quote.span) for copy in copies]
    mentions = tuple(replace(first, claim=replace(first.claim, quote=q)) for q in quotes)
    many = Derived(reports=tuple(map(dated, copies)), events=(replace(talks, mentions=mentions),))

    page = render_html(draft_brief(many, Scope(PAIR), name))

    assert "and 1 more:" in page
