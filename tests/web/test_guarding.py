"""Hostile texts, hosts, sites and addresses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote as escaped

import pytest
from fake_workshop import TODAY, door
from fixtures_of_desk import TEXTS, TOKEN, Served, make_record, serve_record

from detente.domain.findings import Figure, Findings, Speaker, Statement
from detente.domain.judgements import Judgement, Verdict
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.record.store import Record
from detente.web.guarding import LONGEST_BODY

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "../../etc/passwd\x00",
)
RAW = re.compile(r"<script>alert|<img src=x|<svg/onload|(?:href|src)=\"javascript:")
PAGES = ("/", "/events", "/statements", "/figures", "/reports", "/people", "/problems", "/review", "/judgements")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Served]:
    """A desk over reports that hold an attack in every field that a report or a person can fill."""
    path = make_record(tmp_path / "hostile.db", TEXTS)
    with Record(path) as record:
        for attack in ATTACKS:
            text = f"Japan met South Korea. {attack} said so of 12 {attack}."
            report = Report(text, path=f"/{attack}", url=attack, outlet=attack, title=attack)
            words = report.quote(Span(23, 23 + len(attack)))
            found = door().workshop.make_reader()(report)
            statement = Statement(words, Speaker(attack, attack), is_direct=True, cue=attack)
            figure = Figure(words, 12, attack, measure=attack, period=attack, given_by=attack)
            whole = replace(found, statements=(statement,), figures=(figure,))
            assert isinstance(whole, Findings)
            record.save(whole, door().workshop.reading())
            record.save_judgement(Judgement(Verdict.WRONG, (attack,), attack, TODAY, attack))
    yield from serve_record(path)


@pytest.mark.parametrize("address", PAGES)
def test_markup_in_any_field_is_shown_and_not_run(hostile: Served, address: str) -> None:
    text = hostile.text(address)

    assert not RAW.search(text)


def test_markup_in_a_report_is_shown_and_not_run(hostile: Served) -> None:
    ways = set(re.findall(r'href="(/(?:reports|events|people|statements|figures)/[^"#]+)', hostile.text("/statements")))

    texts = [hostile.text(way.replace("&amp;", "&")) for way in sorted(ways)]

    assert len(texts) > len(ATTACKS)
    assert not any(RAW.search(text) for text in texts)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("address", ["/search?q=", "/events?outlet=", "/events?state=", "/events?since=", "/people/"])
def test_markup_in_an_address_is_shown_and_not_run(hostile: Served, address: str, attack: str) -> None:
    name, equals, _ = address.partition("=")
    path, _, parameter = name.partition("?")

    answer = (
        hostile.client.get(path, params={parameter: attack})
        if equals
        else hostile.client.get(path + escaped(attack, safe=""))
    )

    assert answer.status_code < 500
    assert not RAW.search(answer.text)


def test_a_link_leads_only_to_the_web(hostile: Served) -> None:
    texts = [hostile.text(f"/reports/{i}") for i in re.findall(r'href="/reports/(r-\w+)"', hostile.text("/reports"))]

    assert not any('href="javascript:' in text for text in texts)


def test_every_answer_forbids_scripts_of_others(desk: Served) -> None:
    answers = [desk.client.get(a) for a in ("/", "/nowhere", "/static/desk.css", "/events.csv", "/pairs/JPN/KOR/brief")]

    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'self'" in policy or "script-src" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::2]:80"])
def test_a_name_that_was_rebound_to_loopback_is_refused(desk: Served, host: str) -> None:
    answer = desk.client.get("/", headers={"Host": host})

    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:99"])
def test_loopback_is_let_in(desk: Served, host: str) -> None:
    answer = desk.client.get("/", headers={"Host": host})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1:8000"}, {"Origin": "x"}],
)
def test_a_post_of_another_site_is_refused(desk: Served, headers: dict[str, str]) -> None:
    answer = desk.client.post("/judgements", data={"token": TOKEN}, headers=headers)

    assert answer.status_code == 403


def test_a_post_without_the_desks_token_is_refused(desk: Served) -> None:
    status = desk.judge(token="another-one", on="e-000000000000", verdict="wrong")  # noqa: S106 - a wrong one

    with Record(desk.record) as record:
        assert (status, record.judgements()) == (400, ())


def test_a_post_that_is_too_long_is_refused(desk: Served) -> None:
    status = desk.judge(why="x" * LONGEST_BODY, on="e-000000000000", verdict="wrong")

    assert status == 403


def test_other_methods_are_refused(desk: Served) -> None:
    answers = [desk.client.request(method, "/events").status_code for method in ("PUT", "DELETE", "PATCH", "OPTIONS")]

    assert answers == [403] * 4


@pytest.mark.parametrize(
    "address",
    [
        "/static/../desk.py",
        "/static/%2e%2e/desk.py",
        "/static//etc/passwd",
        "/reports/..%2f..%2fetc",
        "/%2e%2e/x",
        "/docs",
    ],
)
def test_no_path_leaves_the_record(desk: Served, address: str) -> None:
    answer = desk.client.get(address)

    assert answer.status_code == 404
    assert "passwd" not in answer.text.replace(address, "")


def test_after_a_judgement_one_stays_on_the_desk(desk: Served) -> None:
    whole = {"token": TOKEN, "by": "Jo", "why": "x", "on": "e-000000000000", "verdict": "wrong"}
    headers = {"Origin": "http://127.0.0.1:8000"}
    backs = ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "/review#x"]

    to = [
        desk.client.post(
            "/judgements", data=whole | {"back": back, "why": back}, headers=headers, follow_redirects=False
        ).headers["location"]
        for back in backs
    ]

    assert to == ["/judgements"] * 4 + ["/review#x"]


@pytest.mark.parametrize(
    ("address", "helps"),
    [
        ("/evnts", 'href="/events"'),
        ("/pairs/Jappan/South Korea", 'href="/pairs/JPN/KOR"'),
        ("/events?state=Jappan", "Did you mean Japan"),
        ("/events?since=March", "write it as 2023-03-16"),
        ("/events?type=planned", "is a status, not a type"),
        ("/pairs/JPN/JPN", "one and the same"),
        ("/events/e-000000000000", "no page"),
    ],
)
def test_a_wrong_address_gives_a_page_that_helps(desk: Served, address: str, helps: str) -> None:
    answer = desk.client.get(address)

    assert answer.status_code in (400, 404)
    assert helps in answer.text


def test_an_id_that_begins_right_is_suggested(desk: Served) -> None:
    known = re.findall(r'href="(/events/e-\w+)"', desk.text("/events"))[0]

    answer = desk.client.get(known[:-3])

    assert f'href="{known}"' in answer.text
