import json
from collections.abc import Mapping
from typing import Any

import pytest

from detente.claims.code_lines import LineCoder, code_given, code_lines, load_line_coder


@pytest.fixture(scope="module")
def line_coder() -> LineCoder:
    return load_line_coder()


def _claims(line: Mapping[str, Any], coder: LineCoder) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = next(iter(code_lines([{"id": "1"} | dict(line)], coder)))["claims"]
    return claims


def _given(text: str, actor: str, recipient: str) -> dict[str, Any]:
    places = {
        side: [text.index(words), text.index(words) + len(words)]
        for side, words in (("actor", actor), ("recipient", recipient))
    }
    return {"text": text, **places}


def test_a_line_is_coded_with_the_parties_found_in_it(line_coder: LineCoder) -> None:
    (claim,) = _claims({"text": "Denmark expelled two Iranian diplomats."}, line_coder)

    assert (claim["type"], claim["actors"][0]["id"], claim["recipients"][0]["id"]) == ("SANCTION", "DNK", "IRN")


def test_the_places_of_the_parties_are_those_of_the_text(line_coder: LineCoder) -> None:
    text = "On Monday Denmark expelled two Iranian diplomats."

    (claim,) = _claims({"text": text}, line_coder)

    assert text[claim["actors"][0]["start"] : claim["actors"][0]["end"]] == "Denmark"


def test_the_day_of_an_act_counts_from_the_day_of_the_line(line_coder: LineCoder) -> None:
    (claim,) = _claims({"text": "Denmark expelled two Iranian diplomats on Monday.", "date": "2031-05-08"}, line_coder)

    assert claim["date"] == {"earliest": "2031-05-05", "latest": "2031-05-05", "precision": "day"}


def test_a_day_that_nobody_tells_is_none(line_coder: LineCoder) -> None:
    (claim,) = _claims({"text": "Denmark expelled two Iranian diplomats."}, line_coder)

    assert claim["date"] is None


@pytest.mark.parametrize("text", ["", "   ", "The cake is ready."])
def test_a_line_with_nothing_to_code_has_no_claims(text: str, line_coder: LineCoder) -> None:
    assert _claims({"text": text}, line_coder) == []


def test_given_parties_are_parties_whatever_they_are(line_coder: LineCoder) -> None:
    line = _given("The choir accused the bakery of theft.", "The choir", "the bakery")

    (claim,) = _claims(line, line_coder)

    assert (claim["type"], claim["actors"][0]["name"], claim["recipients"][0]["name"]) == (
        "ACCUSE",
        "The choir",
        "the bakery",
    )


def test_a_pronoun_stands_for_the_given_one_who_speaks(line_coder: LineCoder) -> None:
    line = _given("The Blue League said it would free the sailors.", "The Blue League", "the sailors")

    (claim,) = _claims(line, line_coder)

    assert (claim["type"], claim["rule"]) == ("AGREE", "retreat/release")


def test_where_no_rule_fires_the_examples_of_the_rules_teach(line_coder: LineCoder) -> None:
    line = _given("Denmark waged a long bombardment upon what Sweden owned.", "Denmark", "Sweden")

    (claim,) = _claims(line, line_coder)

    assert claim["rule"] == f"model/{claim['type'].lower()}"


def test_parties_of_two_sentences_are_still_given_one_claim(line_coder: LineCoder) -> None:
    line = _given("The Danes came. The wine of the Swedes was gone.", "The Danes", "the Swedes")

    assert len(_claims(line, line_coder)) == 1


def test_a_place_with_no_words_gives_no_claim(line_coder: LineCoder) -> None:
    line = {"text": "Denmark  slept.", "actor": [7, 8], "recipient": [0, 7]}

    assert _claims(line, line_coder) == []


def test_lines_of_places_say_the_same_as_lines_with_names(line_coder: LineCoder) -> None:
    line = _given("Denmark accused Sweden.", "Denmark", "Sweden")

    found = list(code_given([("7", line["text"], line["actor"], line["recipient"])], line_coder))

    assert json.dumps(found[0]["claims"]) == json.dumps(_claims(line, line_coder))


def test_a_day_that_cannot_be_counted_is_none(line_coder: LineCoder) -> None:
    (claim,) = _claims({"text": "Denmark expelled two Iranian diplomats the following day."}, line_coder)

    assert claim["date"] is None


def test_a_party_inside_a_longer_phrase_is_seen(line_coder: LineCoder) -> None:
    line = _given("Denmark condemned the captain of a ship that flew the flag of Sweden.", "Denmark", "Sweden")

    (claim,) = _claims(line, line_coder)

    assert claim["rule"] == "accuse/criticise"


@pytest.mark.parametrize(("recipient", "count"), [("two Iranian diplomats", 1), ("Monday", 0)])
def test_one_given_party_keeps_the_claims_that_have_it(recipient: str, count: int, line_coder: LineCoder) -> None:
    text = "Denmark expelled two Iranian diplomats on Monday."
    place = [text.index(recipient), text.index(recipient) + len(recipient)]

    assert len(_claims({"text": text, "recipient": place}, line_coder)) == count


def test_the_acts_of_a_text_are_those_of_its_sentences(line_coder: LineCoder) -> None:
    acts = line_coder.acts_of("Denmark expelled two Iranian diplomats. It rained.")

    assert [str(act.type) for act in acts] == ["SANCTION"]


def test_a_dateline_does_nothing(line_coder: LineCoder) -> None:
    (claim,) = _claims({"text": "LIMA, Peru (Reuters) - Police have arrested a Chilean envoy."}, line_coder)

    assert [party["id"] for party in claim["recipients"]] == ["CHL"]
    assert all(party["start"] >= len("LIMA, Peru (Reuters) - ") for party in claim["actors"])
