"""What was done, told in a report's own words; each sentence is one that a reader would take from the report."""

from datetime import date

import pytest
from factory import ARNOR, GONDOR, event, name, quote, report

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, Tense, TimePhrase, When, on_day
from detente.domain.findings import Claim, Speaker, Statement
from detente.domain.ids import RuleId
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.rules.toml import DATA, read_toml
from detente.views.gist import gist_of
from detente.views.phrasing import load_phrasing
from detente.views.wording import Wording

CUES = read_toml(DATA / "phrasing.toml")["gist"]
TOLD = When(date(2031, 5, 1), date(2031, 5, 7), Precision.WEEK, Basis.LEAD)


def place(told: Report, exact: str, after: int = 0) -> Span:
    start = told.text.index(exact, after)
    return Span(start, start + len(exact))


def act(
    text: str, actors: tuple[str, ...], trigger: str, *, clause: str = "", status: Status = Status.HAPPENED
) -> tuple[Report, Claim]:
    """One claim of a text; the first actor is Arnor, the second Gondor, each where the text names it."""
    told = report(text)
    powers = zip((ARNOR, GONDOR), actors, strict=False)
    parties = tuple(Party(p, PartyKind.STATE, name(p), span=place(told, words)) for p, words in powers)
    sides = Joint(parties) if len(parties) > 1 else Directed(parties)
    rule = RuleId("agree/by-hand")
    words = quote(told, clause or text.rstrip("."))
    return told, Claim(words, ActType.AGREE, sides, status, rule, place(told, trigger), tense=Tense.PAST)


def sentence(
    told: Report, *claims: Claim, when: When = NOT_KNOWN, statements: tuple[Statement, ...] = (), has_day: bool = False
) -> str:
    wording = Wording(load_phrasing(), name, {s.id: s for s in statements}, {told.id: told.text})
    return wording.act(event(*claims, when=when), has_day=has_day)


@pytest.mark.parametrize(
    ("text", "actors", "trigger", "wanted"),
    [
        (
            "After a night of talks, Arnor agreed to reopen the road.",
            ("Arnor",),
            "agreed",
            "Arnor agreed to reopen the road",
        ),
        ("The two states also agreed to drop the case.", ("The two", "The two"), "agreed", None),
        ("Arnor and Gondor agreed to drop the case.", ("Arnor", "Gondor"), "agreed", "Arnor and Gondor agreed to"),
        ("Arnor, which has agreed to drop it", ("Arnor",), "agreed", "Arnor has agreed to drop it"),
        ("Its king had agreed to drop the case", ("Its king",), "agreed", "Arnor had agreed to drop the case"),
        # what stands between the name and the act makes another sentence of it
        ("Arnor's plan to sleep agreed with its king.", ("Arnor",), "agreed", "Arnor made a promise or an offer"),
        # a name after a preposition does not act
        ("The words of Arnor agreed with those of Gondor.", ("Arnor",), "agreed", "Arnor made a promise or an offer"),
        ("In the hall agreed the men of Arnor.", ("Arnor",), "agreed", "Arnor made a promise or an offer"),
        ("Arnor agreed.", ("Arnor",), "agreed", "Arnor made a promise or an offer"),
        ("Arnor agreed to “open the road to all.", ("Arnor",), "agreed", "Arnor made a promise or an offer"),
    ],
)
def test_an_act_is_told_as_its_report_tells_it(
    text: str, actors: tuple[str, ...], trigger: str, wanted: str | None
) -> None:
    told, claim = act(text, actors, trigger)

    assert sentence(told, claim).startswith(wanted or "Arnor and Gondor agreed")


def test_a_clause_that_is_cut_off_serves_no_line() -> None:
    told, claim = act(
        "Arnor agreed to keep a plan that others hate.", ("Arnor",), "agreed", clause="Arnor agreed to keep a plan"
    )

    assert sentence(told, claim) == "Arnor made a promise or an offer"


def test_the_time_in_a_clause_gives_way_to_the_day_of_the_line() -> None:
    told, claim = act("Arnor agreed on Tuesday to drop the case.", ("Arnor",), "agreed")
    timed = Claim(
        claim.quote,
        claim.type,
        claim.parties,
        claim.status,
        claim.rule,
        claim.trigger,
        time=TimePhrase(place(told, "Tuesday"), "Tuesday"),
    )

    line = sentence(told, timed, when=on_day(date(2031, 5, 6), Basis.RESOLVED), has_day=True)

    assert line == "On 6 May 2031 Arnor agreed to drop the case"


def test_a_pronoun_gives_way_to_the_name() -> None:
    told, claim = act("Arnor was tired. It agreed to go home.", ("Arnor",), "agreed", clause="It agreed to go home")

    assert sentence(told, claim) == "Arnor agreed to go home"


def test_a_clause_of_what_was_agreed_is_told_as_agreed() -> None:
    told, claim = act(
        "Arnor and Gondor agreed to drop the case and to build a new road.",
        ("Arnor", "Gondor"),
        "agreed",
        clause="to build a new road",
    )

    assert sentence(told, claim) == "Arnor and Gondor agreed to build a new road"


def test_a_clause_after_the_word_of_agreeing_that_names_no_act_serves_no_line() -> None:
    told, claim = act("Arnor and Gondor agreed. Gondor was glad.", ("Arnor", "Gondor"), "agreed", clause="Gondor was")

    assert sentence(told, claim) == "Arnor and Gondor agreed"


def test_what_will_be_done_is_not_told_as_done() -> None:
    told, claim = act("Arnor will lift its toll on wool.", ("Arnor",), "lift")

    lines = [sentence(told, claim, when=when, has_day=True) for when in (TOLD, on_day(date(2031, 5, 6), Basis.STATED))]

    assert lines == [
        "As reported on 7 May 2031, Arnor is to lift its toll on wool",
        "On 6 May 2031 it was announced that Arnor would lift its toll on wool",
    ]


def test_a_plan_is_to_be_done() -> None:
    told, claim = act("Arnor would lift its toll on wool.", ("Arnor",), "lift", status=Status.PLANNED)

    assert sentence(told, claim) == "Arnor is to lift its toll on wool"


def test_what_did_not_happen_is_told_by_its_type() -> None:
    told, claim = act("Arnor agreed to nothing at all.", ("Arnor",), "agreed", status=Status.NEGATED)

    assert sentence(told, claim) == "Arnor did not make a promise or an offer"


def test_of_several_clauses_the_plain_one_is_taken() -> None:
    told = report("Arnor had agreed to drop the case. Arnor agreed to drop the case of the road.")
    arnor = [Party(ARNOR, PartyKind.STATE, "Arnor", span=place(told, "Arnor", at)) for at in (0, 10)]
    rule = RuleId("agree/by-hand")
    claims = [
        Claim(quote(told, words), ActType.AGREE, Directed((party,)), Status.HAPPENED, rule, place(told, "agreed", at))
        for words, party, at in (
            ("Arnor had agreed to drop the case", arnor[0], 0),
            ("Arnor agreed to drop the case of the road", arnor[1], 30),
        )
    ]

    assert sentence(told, *claims) == "Arnor agreed to drop the case of the road"


def test_a_clause_of_which_one_actor_stands_elsewhere_serves_no_line() -> None:
    told, claim = act("Gondor came. Arnor agreed to go.", ("Arnor", "Gondor"), "agreed", clause="Arnor agreed to go")

    assert sentence(told, claim) == "Arnor and Gondor agreed"


@pytest.mark.parametrize(
    ("speaker", "wanted"),
    [
        (Speaker(None, "officials", ARNOR), "Arnor agreed to drop the case"),
        (Speaker(None, "officials", GONDOR), "Arnor agreed to drop the case (told by: officials)"),
        (Speaker("Bilbo", "clerk", ARNOR), "Arnor agreed to drop the case, according to Bilbo"),
    ],
)
def test_who_gives_his_own_word_is_no_witness(speaker: Speaker, wanted: str) -> None:
    told, claim = act("Arnor agreed to drop the case.", ("Arnor",), "agreed")
    words = Statement(claim.quote, speaker, is_direct=False)
    said = Claim(
        claim.quote, claim.type, claim.parties, claim.status, claim.rule, claim.trigger, attributed_to=words.id
    )

    assert sentence(told, said, statements=(words,)) == wanted


@pytest.mark.parametrize("example", CUES["examples"] + CUES["not_examples"], ids=lambda e: e["text"])
def test_the_cues_prove_themselves(example: dict[str, str]) -> None:
    told, claim = act(example["text"], (example["actor"],), example["act"])

    found = gist_of(claim, load_phrasing().gist, told.text[claim.quote.span.end :])

    assert (found.words if found else None) == example.get("gist")
