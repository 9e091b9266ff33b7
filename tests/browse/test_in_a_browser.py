"""The ways through the desk, in a real browser."""

import re

import pytest
from fixtures_of_browsers import AXE, Open

pytestmark = pytest.mark.browse

PAGES = (
    "/",
    "/pairs",
    "/pairs/JPN/KOR?tour=1",
    "/events",
    "/events?state=JPN&state=KOR&status=planned",
    "/issues",
    "/pledges",
    "/statements",
    "/figures",
    "/disagreements",
    "/people",
    "/people/Fumio%20Kishida",
    "/reports",
    "/problems",
    "/review",
    "/judgements",
    "/search",
    "/search?q=export+controls",
    "/pairs/JPN/KOR?as_of=2023-03-31",
)
FIRST_OF = ("events", "issues", "pledges", "figures", "disagreements", "reports", "rules")
"""Kinds of page whose addresses are only known from a list."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WRONG = "/pairs/Jappan/KOR"


def addresses(open_page: Open) -> list[str]:
    """The pages, and one of each kind that a list leads to."""
    seen = open_page(script=False)
    found = list(PAGES)
    for kind in FIRST_OF:
        page = seen.go("/events" if kind == "rules" else f"/{kind}")
        way = page.locator(f'main a[href^="/{kind}/"]').first.get_attribute("href")
        assert way, kind
        found.append(way)
    words = seen.go("/events").locator("a.words").first.get_attribute("href")
    return [*found, str(words)]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_no_page_hinders_anybody(open_page: Open, width: int, scheme: str) -> None:
    ways = addresses(open_page)
    seen = open_page(width=width, scheme=scheme)

    found = {}
    for way in ways:
        page = seen.go(way)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", WCAG)
        wrong = [(v["id"], [n["html"][:120] for n in v["nodes"][:2]]) for v in result["violations"]]
        if wrong:
            found[way] = wrong

    assert found == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_complains_asks_elsewhere_or_overflows(open_page: Open, width: int) -> None:
    ways = addresses(open_page)
    seen = open_page(width=width)

    wide = [w for w in ways if seen.go(w).evaluate("document.documentElement.scrollWidth > innerWidth")]

    assert (seen.complaints, seen.strange, wide) == ([], [], [])


def test_one_click_from_a_line_shows_its_words(open_page: Open) -> None:
    seen = open_page()
    line = seen.go("/pairs/JPN/KOR").locator("#events .line").first
    words = line.locator("a.words").first.inner_text()

    line.locator("a.words").first.click()

    mark = seen.page.locator("mark.here").first
    mark.wait_for()
    box = mark.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    assert "".join(seen.page.locator("mark.here").all_inner_texts()) == words


def test_everything_is_read_without_javascript(open_page: Open) -> None:
    seen = open_page(script=False)
    page = seen.go("/")
    page.locator(".find input").fill("export controls")
    page.locator(".find button").click()
    page.locator(".facets a", has_text="Events").first.click()
    page.locator("a.words").first.click()
    page.locator("mark.here").first.wait_for()

    page.goto(seen.address + "/events")
    page.locator('select[name="status"]').select_option("planned")
    page.get_by_role("button", name="Filter").click()

    page.wait_for_url(re.compile("status=planned"))
    assert page.locator("#found .line .status").first.inner_text() == "planned"


def test_a_filter_is_kept_in_the_address_as_it_is_set(open_page: Open) -> None:
    seen = open_page()
    page = seen.go("/events")

    page.locator('select[name="status"]').select_option("planned")
    page.wait_for_url(re.compile("status=planned"))

    assert set(page.locator("#found .line .status").all_inner_texts()) == {"planned"}
    assert seen.complaints == []


def test_a_person_judges_and_takes_it_back(open_page: Open) -> None:
    seen = open_page()
    page = seen.go("/events?type=SANCTION")
    page.locator(".line .head a").first.click()
    page.wait_for_url(re.compile("/events/e-"))
    event = page.url
    form = page.locator("form.judge").first
    form.locator('[name="by"]').fill("Ren Arai")
    form.locator('[name="why"]').fill("The report means another one.")

    with page.expect_navigation():
        form.get_by_role("button", name="Wrong").click()
    gone = page.goto(event)
    audit = seen.go("/judgements").locator("tbody").inner_text()

    assert gone is not None
    assert gone.status == 404
    assert "The report means another one." in audit


def test_a_person_puts_an_event_right_without_javascript_and_undoes_it(open_page: Open) -> None:
    seen = open_page(script=False)
    page = seen.go("/events?type=ACCUSE")
    page.locator(".line .head a").first.click()
    event = page.url
    form = page.locator("form.correct")
    form.locator('[name="type"]').select_option("REJECT")
    form.locator('[name="day"]').fill("next week")
    form.locator('[name="by"]').fill("Ren Arai")
    form.locator('[name="why"]').fill("It turns an offer down.")
    form.get_by_role("button", name="Correct").click()
    told = page.locator(".bad .wrong").inner_text()
    box = page.get_by_role("alert").bounding_box()

    form.locator('[name="day"]').fill("2023-03")
    form.get_by_role("button", name="Correct").click()

    page.wait_for_url(re.compile("/events/e-"))
    amended = " ".join(page.locator(".title .amended").all_inner_texts())
    undo = page.locator(".undo").filter(has_text=re.compile("Undo")).first
    undo.locator("summary").click()
    undo.locator('[name="why"]').fill("A slip.")
    undo.get_by_role("button", name="Withdraw").click()
    assert told.startswith("“next week” is no day")
    assert box is not None
    assert 0 <= box["y"] < 900
    assert "read as ACCUSE (mode disapprove); corrected to REJECT (no mode) by Ren Arai" in amended
    assert "corrected to March 2023 by Ren Arai" in amended
    assert len(seen.go(event.removeprefix(seen.address)).locator(".title .amended").all()) == 1
    assert seen.strange == []


def test_the_queue_puts_an_event_right_and_comes_back_to_it(open_page: Open) -> None:
    seen = open_page()
    page = seen.go("/review")
    queued = page.locator(".queued").nth(1)
    queued.locator("summary", has_text="Put it right").click()
    form = queued.locator("form.correct")
    form.locator('[name="recipients"]').nth(0).fill("Portugal")
    form.locator('[name="by"]').fill("Ren Arai")
    form.locator('[name="why"]').fill("Another one is meant.")

    with page.expect_navigation():
        form.get_by_role("button", name="Correct").click()

    assert page.locator(".amended", has_text="corrected to Portugal by Ren Arai").count() == 1
    assert "Portugal" in seen.go("/judgements").locator("tbody").inner_text()
    assert (seen.complaints, seen.strange) == ([], [])


def test_keys_lead_from_line_to_line(open_page: Open) -> None:
    page = open_page().go("/events")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("w")
    page.wait_for_url(re.compile("at="))
    page.keyboard.press("/")

    assert page.evaluate("document.activeElement.name") == "q"


def test_the_first_key_leads_past_the_menu(open_page: Open) -> None:
    page = open_page().go("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_a_wrong_address_leads_on(open_page: Open) -> None:
    page = open_page().go(WRONG)

    page.get_by_role("link", name="Japan and South Korea").click()

    page.wait_for_url(re.compile("/pairs/JPN/KOR$"))


def test_paper_has_the_words_and_not_the_menus(open_page: Open) -> None:
    page = open_page().go("/pairs/JPN/KOR")

    page.emulate_media(media="print")

    assert not page.locator(".bar").is_visible()
    assert page.locator("#events .words").first.is_visible()
