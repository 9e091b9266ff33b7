import re

import pytest
from fixtures_of_desk import Served, make_record

PAGES = (
    "/",
    "/pairs",
    "/pairs/JPN/KOR",
    "/events",
    "/issues",
    "/pledges",
    "/statements",
    "/figures",
    "/disagreements",
    "/people",
    "/reports",
    "/problems",
    "/review",
    "/judgements",
    "/search",
    "/search?q=envoys",
    "/people/Sato",
    "/rules/consult/met",
    "/pairs/JPN/KOR/brief",
)


def first(text: str, pattern: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_there(desk: Served, address: str) -> None:
    answer = desk.client.get(address)

    assert answer.status_code == 200


@pytest.mark.parametrize("address", [p for p in PAGES if not p.endswith("brief")])
def test_no_page_holds_script_or_style_of_its_own(desk: Served, address: str) -> None:
    text = desk.text(address)

    assert not re.search(r"<style|<script(?! src=)| style=| on\w+=|javascript:", text)


def test_home_names_the_pairs_by_activity(desk: Served) -> None:
    make_record(desk.record, {"2031-05-08_other.txt": "South Korea fined Japan."})

    text = desk.text("/")

    assert text.index("Japan and South Korea") < text.index("China and Japan")


def test_a_pair_stands_at_one_address_whatever_the_order(desk: Served) -> None:
    answer = desk.client.get("/pairs/South Korea/japan?as_of=2031-05-06", follow_redirects=False)

    assert answer.headers["location"] == "/pairs/JPN/KOR?as_of=2031-05-06"


def test_one_click_leads_from_a_line_to_its_words(desk: Served) -> None:
    way = first(desk.text("/pairs/JPN/KOR"), r'class="words" href="([^"]+)"')

    marked = re.findall(r'<mark class="here">(.*?)</mark>', desk.text(way))

    assert re.sub("<[^>]+>", "", "".join(marked)) == "Japan met South Korea"


def test_a_place_that_no_report_has_is_told_of(desk: Served) -> None:
    report = first(desk.text("/reports"), r'href="(/reports/[^"]+)"')

    answers = [desk.client.get(f"{report}?at={at}") for at in ("5-2", "0-9999", "x", "1")]

    assert [(a.status_code, "is no place in this report" in a.text) for a in answers] == [(400, True)] * 4


def test_an_event_shows_its_words_with_reasons(desk: Served) -> None:
    address = first(desk.text("/events?type=SANCTION"), r'href="(/events/e-[^"]+)"')

    text = desk.text(address)

    assert "China fined Japan" in text
    assert "stands for China" not in text  # the fake reader tells no place of a party
    assert "it is understood from the rest of the report" in text


def test_a_report_marks_what_was_found_in_it(desk: Served) -> None:
    report = first(desk.text("/statements"), r'href="(/reports/[^?"]+)')

    text = desk.text(report)

    assert re.search(r'class="f event" href="#n1">Japan met South Korea</a>', text)


def test_a_report_that_gives_anothers_text_says_whose(demo: Served) -> None:
    pages = [demo.text(address) for address in set(re.findall(r'href="(/reports/r-[^"?#]+)"', demo.text("/reports")))]

    told = [match for page in pages for match in re.findall("The same text as [^<]*", page)]

    assert told == ["The same text as Meridian Wire: one origin."]


def test_filters_stand_in_the_address(desk: Served) -> None:
    both = desk.text("/events?state=Japan&state=KOR")
    fined = desk.text("/events?state=JPN&type=SANCTION&status=planned")

    assert "China" not in re.sub("<datalist.*?</datalist>", "", both, flags=re.DOTALL).split('id="found"')[1]
    assert "was to" in fined


def test_a_list_can_be_taken_away_as_csv_and_json(desk: Served) -> None:
    table = desk.client.get("/events.csv?state=CHN").text
    objects = desk.client.get("/events.json?state=CHN").json()

    assert table.splitlines()[0].startswith("day,event,type,status")
    assert [o["type"] for o in objects] == ["SANCTION"]
    assert len(table.splitlines()) == 2


@pytest.mark.parametrize("kind", ["statements", "figures", "issues", "pledges", "disagreements", "reports", "problems"])
def test_every_list_can_be_taken_away(desk: Served, kind: str) -> None:
    answers = [desk.client.get(f"/{kind}.{form}") for form in ("csv", "json")]

    assert [a.status_code for a in answers] == [200, 200]
    assert isinstance(answers[1].json(), list)


def test_search_finds_words_and_narrows_by_facets(desk: Served) -> None:
    text = desk.text("/search?q=met")
    narrowed = desk.text("/search?q=met&outlet=kestrel&kind=report")

    assert "outlet=kestrel" in text
    assert "Of kestrel" in narrowed
    assert "Of harbour" not in narrowed


def test_words_with_signs_of_the_query_language_are_words(desk: Served) -> None:
    answers = [desk.client.get("/search", params={"q": q}) for q in ('met"', "met*", "NOT", "a OR (", "-", "'; --")]

    assert {a.status_code for a in answers} == {200}


def test_as_of_leaves_out_what_was_not_yet_told(desk: Served) -> None:
    text = desk.text("/?as_of=2031-05-06")

    assert "1 reports" in text
    assert "China" not in text


def test_a_person_has_words_and_the_desk_tells_that_no_office_is_known(desk: Served) -> None:
    text = desk.text("/people/Sato")

    assert "We were 12 envoys." in text
    assert "No office of this person" in text


def test_a_person_of_the_data_has_offices(desk: Served) -> None:
    text = desk.text("/people/Fumio Kishida")

    assert "Prime Minister" in text


@pytest.mark.parametrize("chart", ["index/JPN/KOR", "months/JPN/KOR", "issues/JPN/KOR", "meetings"])
def test_charts_are_pictures_for_light_and_dark(desk: Served, chart: str) -> None:
    answers = [desk.client.get(f"/charts/{chart}/{form}") for form in ("light.svg", "dark.svg", "spec.json")]

    assert [a.headers["content-type"] for a in answers] == ["image/svg+xml", "image/svg+xml", "application/json"]
    assert desk.client.get(f"/charts/{chart}/pink.svg").status_code == 404


def test_pages_are_numbered(desk: Served) -> None:
    answers = [desk.client.get(f"/events?page={page}").status_code for page in ("1", "2", "0", "x", "99999999")]

    assert answers == [200, 200, 400, 400, 400]


def test_a_brief_can_be_taken_away_as_markdown(desk: Served) -> None:
    answer = desk.client.get("/pairs/JPN/KOR/brief.md")

    assert answer.text.startswith("# Japan and South Korea")
    assert "attachment" in answer.headers["content-disposition"]
    assert desk.client.get("/pairs/JPN/KOR/brief.doc").status_code == 404


def test_a_brief_can_be_taken_away_as_a_word_document(desk: Served) -> None:
    answer = desk.client.get("/pairs/JPN/KOR/brief.docx")

    assert answer.content.startswith(b"PK")
    assert answer.headers["content-disposition"] == 'attachment; filename="brief-JPN-KOR.docx"'


def test_a_report_that_a_search_found_shows_the_words_in_their_place(desk: Served) -> None:
    text = desk.text("/search?q=envoy&kind=report")

    assert "We were 12 envoys.”</q>" in text


def test_an_issue_tells_how_warm_or_cold_it_is(demo: Served) -> None:
    ways = re.findall(r'href="(/issues/[^"?]+)"', demo.text("/issues"))

    pages = [demo.text(way) for way in dict.fromkeys(ways)]

    assert any(re.search(r"what was done about it stood at −?\d+\.\d on a scale from −10", page) for page in pages)


@pytest.mark.parametrize(
    "address", ["/issues/none", "/people/Nobody", "/rules/none", "/pledges/none", "/statements/none"]
)
def test_what_the_record_does_not_hold_has_no_page(desk: Served, address: str) -> None:
    assert desk.client.get(address).status_code == 404
