import re
from concurrent.futures import ThreadPoolExecutor

from fixtures_of_desk import Served

from detente.record.store import Record


def event(desk: Served, type_: str) -> tuple[str, str]:
    """The id of the first event of a type, and the claims that its page's form holds."""
    found = re.search(r'href="/events/(e-\w+)"', desk.text(f"/events?type={type_}"))
    assert found
    claims = re.search(r'name="claims" value="([^"]+)"', desk.text(f"/events/{found[1]}"))
    assert claims
    return found[1], claims[1]


def test_what_is_judged_wrong_is_gone_at_once(desk: Served) -> None:
    fined, claims = event(desk, "SANCTION")

    status = desk.judge(on=fined, claims=claims, verdict="wrong")

    assert status == 303
    assert "China fined Japan" not in desk.text("/events")
    assert "fined" in desk.text("/reports?q=fined")


def test_the_later_word_stands(desk: Served) -> None:
    fined, claims = event(desk, "SANCTION")
    desk.judge(on=fined, claims=claims, verdict="wrong")

    desk.judge(on=fined, claims=claims, verdict="right", why="After all.")

    assert "China fined Japan" in desk.text("/events")


def test_all_words_stand_in_the_list_of_judgements(desk: Served) -> None:
    fined, claims = event(desk, "SANCTION")

    desk.judge(on=fined, claims=claims, verdict="wrong", by="Jo", why="No fine is told.")

    text = desk.text("/judgements")
    assert "No fine is told." in text
    assert "Jo" in text


def test_a_judged_event_shows_what_was_said_of_it(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")

    desk.judge(on=met, claims=claims, verdict="right", why="Seen in both.")

    assert "Seen in both." in desk.text(f"/events/{met}")


def test_two_events_are_called_the_same(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")
    fined, _ = event(desk, "SANCTION")

    status = desk.judge(on=met, claims=claims, verdict="same", other=fined)

    with Record(desk.record) as record:
        (judgement,) = record.judgements()
    assert status == 303
    assert judgement.on == (met, fined)
    assert len(judgement.grounds[1]) == 1


def test_a_judgement_is_signed_and_gives_its_reason(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")

    answers = [desk.judge(on=met, claims=claims, verdict="right", **less) for less in ({"by": " "}, {"why": ""})]

    assert answers == [400, 400]


def test_nonsense_is_refused_in_words(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")

    answers = [
        desk.judge(on=met, claims=claims, verdict="maybe"),
        desk.judge(on="x", claims="", verdict="wrong"),
        desk.judge(on=met, claims=claims, verdict="same", other=met),
        desk.judge(on=met, claims=claims, verdict="same", other=""),
    ]

    assert answers == [400] * 4


def test_the_name_is_remembered(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")

    desk.judge(on=met, claims=claims, verdict="right", by="Ren Arai")

    assert 'value="Ren Arai"' in desk.text(f"/events/{met}")


def test_a_report_is_withdrawn_and_put_back(desk: Served) -> None:
    report = re.findall(r'href="/reports/(r-\w+)"', desk.text("/reports?outlet=ledger"))[0]

    desk.judge(on=report, verdict="withdraw")
    without = desk.text("/events")
    desk.judge(on=report, verdict="right", why="It is theirs.")

    assert "China fined Japan" not in without
    assert "China fined Japan" in desk.text("/events")


def test_two_people_at_once_lose_nothing(desk: Served) -> None:
    met, claims = event(desk, "CONSULT")

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda n: desk.judge(on=met, claims=claims, verdict="right", why=f"{n}."), range(12)))

    with Record(desk.record) as record:
        assert (said, len(record.judgements())) == ([303] * 12, 12)


def test_the_queue_begins_with_what_is_most_doubtful(desk: Served) -> None:
    text = desk.text("/review")

    assert text.index("China fined Japan") < text.index("Japan met South Korea")
    assert "told by one origin only" in text
