"""Why an event is what it is, as a user asks, with the packaged parser."""

import json
from pathlib import Path
from typing import Any

import pytest
from fixtures_of_commands import Run

from detente.cli import main

REPORT = """Kenya will impose sanctions on Peru, its foreign ministry said.

Norway expelled two envoys of Chad on Monday. Sweden's prime minister met his Finnish counterpart in Malmo.

India has accused Brazil of theft.
"""


class Explainer:
    """A record of one report, asked as a user asks."""

    def __init__(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.record = record
        self._capsys = capsys

    def ask(self, *words: object) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        return (code, *self._capsys.readouterr())

    def event(self, type_: str) -> dict[str, Any]:
        events = json.loads(self.ask("show", "events", self.record, "--json")[1])
        (found,) = [event for event in events if event["type"] == type_]
        return dict(found)

    def why(self, type_: str) -> dict[str, Any]:
        (found,) = json.loads(self.ask("explain", self.record, self.event(type_)["id"], "--json")[1])
        return dict(found)


@pytest.fixture
def explainer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Explainer:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    line = {"file": "report.txt", "outlet": "The Gazette", "published": "2024-05-08"}
    (tmp_path / "reports.jsonl").write_text(json.dumps(line), encoding="utf-8")
    made = Explainer(tmp_path / "r.db", capsys)
    assert made.ask("read", tmp_path, "--record", made.record)[0] == 0
    return made


def test_the_sentence_the_words_and_the_rule_are_shown(explainer: Explainer) -> None:
    why = explainer.why("SANCTION")

    assert why["sentence"]["quote"] == "Norway expelled two envoys of Chad on Monday."
    assert [(word["part"], word["text"]) for word in why["matched"]][:2] == [("actor", "Norway"), ("act", "expelled")]
    assert why["rule"]["fitted"] in why["rule"]["patterns"]
    assert why["rule"]["examples"][0]["type"] == "SANCTION"
    assert why["rule"]["place"].startswith("sanction.toml, line ")


def test_the_day_is_explained_by_its_phrase(explainer: Explainer) -> None:
    date = explainer.why("SANCTION")["date"]

    assert (date["earliest"], date["phrase"]) == ("2024-05-06", "Monday")
    assert "Monday' in a report of 2024-05-08" in date["why"]


def test_a_day_without_a_phrase_is_explained_by_the_lead(explainer: Explainer) -> None:
    why = explainer.why("CONSULT")["date"]["why"]

    assert why == "no time phrase is in reach; told in the lead, in the past tense, in a report published 2024-05-08"


def test_what_is_told_as_past_but_not_as_news_is_explained_as_past(explainer: Explainer) -> None:
    why = explainer.why("ACCUSE")["date"]["why"]

    assert why == (
        "no time phrase is in reach; told in the lead, in the perfect tense, in a report published 2024-05-08: "
        "it had happened by then"
    )


def test_what_is_to_come_is_explained_by_its_cue_and_who_said_so(explainer: Explainer) -> None:
    why = explainer.why("THREATEN")

    assert (why["status"]["cue"], "is still to come it is THREATEN" in why["type"]["why"]) == ("will", True)
    assert "“will” makes what is told planned" in why["status"]["why"]
    assert why["attributed_to"]["cue"] == "said"


def test_one_who_acts_for_a_state_is_explained_by_his_words(explainer: Explainer) -> None:
    (sweden,) = [party for party in explainer.why("CONSULT")["actors"] if party["id"] == "SWE"]

    assert sweden["why"].startswith("“Sweden's prime minister”")
    assert sweden["why"].endswith("acts for Sweden")


def test_a_reader_gets_it_in_words(explainer: Explainer) -> None:
    code, out, _ = explainer.ask("explain", explainer.record, explainer.event("SANCTION")["id"])

    assert code == 0
    assert "  sentence   Norway expelled two envoys of Chad on Monday.\n" in out
    assert "  actor      Norway (NOR): “Norway” stands for Norway\n" in out
    assert "  who says   the report says so itself\n" in out
    assert out.count("  but not    ") > 0


def test_one_claim_is_explained_alone(explainer: Explainer) -> None:
    claim = explainer.event("SANCTION")["mentions"][0]["claim"]

    (why,) = json.loads(explainer.ask("explain", explainer.record, claim, "--json")[1])

    assert why["claim"] == claim


def test_what_a_person_put_right_is_explained_beside_what_was_read(explainer: Explainer) -> None:
    event = explainer.event("SANCTION")["id"]
    for option in (("--type", "COERCE"), ("--status", "negated"), ("--day", "2024-05"), ("--recipients", "Ghana")):
        explainer.ask("judge", explainer.record, "correct", event, *option, "--by", "Jo", "--why", "seen")

    _, out, _ = explainer.ask("explain", explainer.record, event)
    (why,) = json.loads(explainer.ask("explain", explainer.record, event, "--json")[1])

    assert "COERCE: Jo says so (" in out
    assert "read as SANCTION: sanction/" in out
    assert "read as happened: no word about the act says otherwise" in out
    assert "read as 2024-05-06: 'Monday' in a report of 2024-05-08" in out
    assert "  recipient  Ghana (GHA): Jo says so (" in out
    assert "  recipients Ghana: Jo says so (" in out
    assert [c["read"] for c in why["corrections"]] == ["SANCTION", "happened", "2024-05-06", "Chad"]


def test_an_unknown_id_gets_suggestions(explainer: Explainer) -> None:
    known = explainer.event("SANCTION")["id"]

    code, out, err = explainer.ask("explain", explainer.record, known[:-1])

    assert (code, out, err) == (2, "", f"No event or claim has the id {known[:-1]!r}. Did you mean {known}?\n")


def test_an_id_like_no_other_is_told_where_ids_are(explainer: Explainer) -> None:
    code, _, err = explainer.ask("explain", explainer.record, "zzz")

    assert (code, err) == (2, "No event or claim has the id 'zzz'. `detente show events` lists them.\n")


def test_the_id_of_something_else_is_told_as_such(explainer: Explainer) -> None:
    statement = json.loads(explainer.ask("show", "statements", explainer.record, "--json")[1])[0]["id"]

    code, _, err = explainer.ask("explain", explainer.record, statement)

    assert (code, err) == (2, f"{statement} is no event; `detente explain` is for events and claims.\n")


def test_a_claim_that_was_judged_wrong_is_in_no_event(explainer: Explainer) -> None:
    claim = explainer.event("SANCTION")["mentions"][0]["claim"]
    explainer.ask("judge", explainer.record, "wrong", claim, "--by", "Jo", "--why", "no such envoys")

    code, _, err = explainer.ask("explain", explainer.record, claim)

    assert (code, "it was judged wrong" in err) == (2, True)


def test_a_rule_that_is_gone_since_is_told(run: Run, record: Path) -> None:
    event = json.loads(run("show", "events", record, "--json").out)[0]["id"]

    ended = run("explain", record, event)

    assert ended.code == 0
    assert "by consult/met, a rule that this version does not have" in ended.out
    assert "not known: this version's rules or parser no longer code the sentence so" in ended.out
