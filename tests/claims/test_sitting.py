"""The day as of which an undated report is read."""

from reading import findings


def test_an_undated_report_is_of_the_time_of_those_who_hold_office_in_it() -> None:
    text = "Japanese Prime Minister Fumio Kishida spoke in Tokyo. Mr Yoon Suk-yeol praised Japan."

    (claim,) = (c for c in findings(text, None).claims if c.type == "SUPPORT")

    assert [(p.id, p.is_power) for p in claim.parties.actors] == [("KOR", True)]


def test_who_left_office_before_another_one_came_is_history() -> None:
    text = "South Korean President Lee Jae-myung praised Japan. In 1983 the US President Ronald Reagan praised Japan."

    claims = [c for c in findings(text, None).claims if c.type == "SUPPORT"]

    assert "Lee Jae-myung" in {p.via for c in claims for p in c.parties.actors}
