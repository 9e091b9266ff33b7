"""Putting an event right from the pages."""

import html
import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from fixtures_of_desk import TOKEN, Served
from httpx2 import Response

from detente.domain.derived import Event
from detente.engines.correcting import party_written, write_party
from detente.record.asked import Asked
from detente.record.store import Record

HEADERS = {"Origin": "http://127.0.0.1:8000"}
Fields = dict[str, list[str]]


def first(desk: Served, type_: str) -> str:
    """The address of the first event of a type."""
    found = re.search(r'href="(/events/e-\w+)"', desk.text(f"/events?type={type_}"))
    assert found
    return found[1]


def form_of(page: str) -> Fields:
    """What the form that puts right holds when nobody has written into it."""
    (form,) = re.findall(r'<form class="correct".*?</form>', page, re.DOTALL)
    fields: Fields = {}
    for name, value in re.findall(r'<input [^>]*?name="(\w+)"[^>]*? value="([^"]*)"', form):
        fields.setdefault(name, []).append(html.unescape(value))
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.DOTALL):
        fields[name] = re.findall(r"<option selected>([^<]*)<", options)
    return fields


def sent(desk: Served, fields: Mapping[str, str | list[str]], **more: str | list[str]) -> Response:
    """The answer to a form."""
    whole = {**fields, "by": "Jo", "why": "Read it again.", **more}
    return desk.client.post("/corrections", data=whole, headers=HEADERS, follow_redirects=False)


def put_right(desk: Served, **written: str | list[str]) -> Response:
    """The answer to the form of the fine, with some fields written anew."""
    return sent(desk, form_of(desk.text(first(desk, "SANCTION"))), **written)


def judgements(desk: Served) -> list[tuple[str, str]]:
    """The fields that were put right, and how."""
    with Record(desk.record) as record:
        return [(j.correction.field.value, j.correction.value) for j in record.judgements() if j.correction]


def test_a_form_shows_what_stands(desk: Served) -> None:
    fields = form_of(desk.text(first(desk, "SANCTION")))

    assert {n: fields[n] for n in ("type", "status", "day", "actors", "recipients")} == {
        "type": ["SANCTION"],
        "status": ["planned"],
        "day": ["2031-05-09"],
        "actors": ["China", "", ""],
        "recipients": ["Japan", "", ""],
    }


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ({"type": "COERCE"}, [("type", "COERCE")]),
        ({"status": "happened"}, [("status", "happened")]),
        ({"day": "2031-05"}, [("day", "2031-05")]),
        ({"actors": ["China", "kor"]}, [("actors", "China; South Korea")]),
        ({"recipients": ["", ""]}, [("recipients", "nobody")]),
        ({"type": "AID", "day": "unknown"}, [("type", "AID"), ("day", "unknown")]),
        (
            {"actors": ["Japan"], "recipients": ["company@CHN:a mill"]},
            [("actors", "Japan"), ("recipients", "a mill (CHN)")],
        ),
    ],
)
def test_each_changed_field_is_a_judgement(
    desk: Served, written: Mapping[str, str | list[str]], saved: list[tuple[str, str]]
) -> None:
    status = put_right(desk, **written).status_code

    assert (status, judgements(desk)) == (303, saved)


def test_what_is_put_right_is_shown_at_once_with_what_was_read(desk: Served) -> None:
    way = first(desk, "SANCTION")

    put_right(desk, type="COERCE", status="happened", day="2031-05", actors=["South Korea"])

    page = desk.text(way)
    assert "Type read as SANCTION; corrected to COERCE by Jo on 1 June 2031: Read it again." in page
    assert "read as planned" in page
    assert "South Korea: Jo says so (2031-06-01: “Read it again.”)" in html.unescape(page)
    assert "COERCE" in desk.text("/events?type=COERCE")
    assert "corrected to COERCE by Jo" in desk.text("/review")


def test_the_list_of_judgements_and_its_tables_carry_it(desk: Served) -> None:
    put_right(desk, type="COERCE")

    (told,) = json.loads(desk.text("/judgements.json"))

    assert (told["correction"], told["state"]) == ({"field": "type", "value": "COERCE"}, "stands")
    assert "type: " in desk.text("/judgements")
    assert ",type,COERCE,Read it again." in desk.text("/judgements.csv")


def test_a_correction_is_undone_from_its_event(desk: Served) -> None:
    way = first(desk, "SANCTION")
    put_right(desk, type="COERCE")
    (word,) = re.findall(r'name="on" value="(j-\w+)"', desk.text(way))

    desk.judge(on=word, verdict="withdraw", why="A slip.")

    page = desk.text(way)
    assert form_of(page)["type"] == ["SANCTION"]
    assert "withdrawn" in page
    assert "A slip." in page


def test_of_two_corrections_the_earlier_is_shown_as_overruled(desk: Served) -> None:
    way = first(desk, "SANCTION")
    put_right(desk, type="COERCE")

    sent(desk, form_of(desk.text(way)), type="AID", by="An")

    page = desk.text(way)
    assert "overruled by a later word" in page
    assert form_of(page)["type"] == ["AID"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"day": "soon"}, "“soon” is no day; write it as 2023-03-16"),
        ({"day": ""}, "A day cannot be taken away."),
        ({"type": "ACUSE"}, "“ACUSE” is no type. Did you mean ACCUSE?"),
        ({"status": "done"}, "“done” is no status."),
        ({"actors": ["Jappan"]}, "Nothing is called “Jappan”. Did you mean Japan?"),
        ({"actors": ["Japan"]}, "Nobody acts on himself"),
        ({"actors": [""], "recipients": [""]}, "An act needs at least one party."),
        ({"type": "AID", "by": " "}, "A judgement is signed and gives its reason."),
        ({"type": "AID", "why": ""}, "A judgement is signed and gives its reason."),
        ({}, "Nothing was changed"),
    ],
)
def test_what_is_wrong_is_told_where_it_was_written_and_nothing_is_saved(
    desk: Served, written: Mapping[str, str | list[str]], told: str
) -> None:
    answer = put_right(desk, **written)

    assert (answer.status_code, told in html.unescape(answer.text), judgements(desk)) == (422, True, [])


def test_what_was_written_is_kept_when_something_is_wrong(desk: Served) -> None:
    answer = put_right(desk, day="soon", actors=["Jappan", "Peru"], why="Because.")

    fields = form_of(answer.text)
    assert [fields[n] for n in ("day", "actors", "why", "was_day")] == [
        ["soon"],
        ["Jappan", "Peru", "", ""],
        ["Because."],
        ["2031-05-09"],
    ]


def test_a_mended_form_is_saved(desk: Served) -> None:
    answer = put_right(desk, day="soon")

    status = sent(desk, form_of(answer.text), day="2031-05-08").status_code

    assert (status, judgements(desk)) == (303, [("day", "2031-05-08")])


def test_two_who_have_the_page_open_put_two_things_right(desk: Served) -> None:
    fields = form_of(desk.text(first(desk, "SANCTION")))

    sent(desk, fields, type="COERCE")
    sent(desk, fields, status="happened", by="An")

    after = form_of(desk.text(first(desk, "COERCE")))
    assert (after["type"], after["status"]) == (["COERCE"], ["happened"])


def test_a_form_that_was_shown_before_the_other_side_was_emptied_leaves_an_act_with_someone(desk: Served) -> None:
    fields = form_of(desk.text(first(desk, "SANCTION")))
    sent(desk, fields, recipients=[""])

    answer = sent(desk, fields, actors=[""], by="An")

    assert (answer.status_code, "needs at least one party" in answer.text) == (422, True)
    assert judgements(desk) == [("recipients", "nobody")]


def test_one_who_acted_is_put_on_the_other_side(desk: Served) -> None:
    way = first(desk, "SANCTION")
    sent(desk, form_of(desk.text(way)), recipients=[""])

    sent(desk, form_of(desk.text(way)), actors=[""], recipients=["China"])

    after = form_of(desk.text(way))
    assert (after["actors"], after["recipients"]) == (["", ""], ["China", "", ""])


def test_corrections_at_once_lose_nothing(desk: Served) -> None:
    fields = form_of(desk.text(first(desk, "SANCTION")))

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda n: sent(desk, fields, type="AID", why=f"{n}.").status_code, range(12)))

    assert (said, len(judgements(desk))) == ([303] * 12, 12)


def test_a_form_of_elsewhere_is_refused(desk: Served) -> None:
    fields = form_of(desk.text(first(desk, "SANCTION")))
    whole = {**fields, "by": "Jo", "why": "So.", "type": "AID"}

    answers = [
        desk.client.post("/corrections", data=whole, headers={"Origin": "https://evil.example"}).status_code,
        desk.client.post("/corrections", data=whole).status_code,
        sent(desk, {**fields, "token": "guessed"}, type="AID").status_code,
        sent(desk, fields, type="AID", on="r-000000000000").status_code,
    ]

    assert (answers, judgements(desk)) == ([403, 403, 400, 400], [])


@pytest.mark.parametrize(("back", "way"), [("//evil.example", "/judgements"), ("/review#e-1", "/review#e-1")])
def test_the_way_back_stays_on_this_desk(desk: Served, back: str, way: str) -> None:
    answer = put_right(desk, type="AID", back=back)

    assert answer.headers["location"] == way


def test_what_is_wrong_with_an_event_that_is_gone_is_told(desk: Served) -> None:
    answer = sent(desk, {"token": TOKEN, "on": "e-000000000000", "claims": "", "was_type": "AID"}, type="BLAME")

    assert (answer.status_code, "“BLAME” is no type." in html.unescape(answer.text)) == (400, True)


def test_a_correction_of_an_event_that_is_gone_is_kept(desk: Served) -> None:
    gone = {"token": TOKEN, "on": "e-000000000000", "claims": "", "actors": "Japan", "was_actors": "Japan"}

    status = sent(desk, gone, type="AID").status_code

    assert status == 303
    assert "matches nothing now" in desk.text("/judgements")


def test_an_event_that_was_merged_otherwise_is_found_under_its_old_address(desk: Served) -> None:
    fined = first(desk, "SANCTION")
    put_right(desk, type="CONSULT", actors=["Japan", "South Korea"], recipients=[""])

    page = desk.text(fined)

    assert "corrected to CONSULT by Jo" in page
    assert "3 reports" in page


def test_a_name_of_any_letters_is_remembered(desk: Served) -> None:
    way = first(desk, "SANCTION")

    put_right(desk, type="COERCE", by="Анна Łuczak")

    assert form_of(desk.text(way))["by"] == ["Анна Łuczak"]


ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "</option></select><svg onload=alert(1)>",
]


def test_what_cannot_be_seen_is_left_out(desk: Served) -> None:
    put_right(desk, actors=["group:a\u202eb\u0000"], why="\u2028So.\u0007")

    with Record(desk.record) as record:
        (judgement,) = record.judgements()
    assert (judgement.why, judgements(desk)) == ("So.", [("actors", "a b")])


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_is_written_is_shown_and_never_run(desk: Served, attack: str) -> None:
    way = first(desk, "SANCTION")
    wrong = put_right(desk, day=attack, type=attack, actors=[attack], by=attack, why=attack)
    put_right(desk, actors=[f"group:{attack}"], by=attack, why=attack)

    pages = [wrong.text, *(desk.text(p) for p in (way, "/judgements", "/review", "/events"))]

    for page in pages:
        told = html.escape(attack).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
        assert told in page
        assert attack not in page or attack == told
        assert not re.search(r"<(script|img|svg)(?! src=\"/static)", page)
    assert "49" not in re.findall(r"<title>.*</title>", pages[1])[0]


def test_every_party_of_a_form_can_be_sent_back_as_it_stands(demo: Served) -> None:
    with demo.keeper.settled()[0] as settled:
        events = [e for e in settled.find(Asked("event"), 0, 1000).things if isinstance(e, Event)]
    parties = {p for e in events for p in (*e.parties.actors, *e.parties.recipients)}

    again = {p: party_written(write_party(p), demo.keeper.names) for p in parties}

    assert [p.name for p, read in again.items() if read.key != p.key] == []
