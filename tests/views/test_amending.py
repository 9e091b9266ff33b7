"""What a person put right is told wherever the event is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from factory import ARNOR, GONDOR, PAIR, ROHAN, SUMMIT_DAY, World, name, report, state
from factory import event as an_act

from detente.domain.acts import ActType, Status
from detente.domain.corrections import ActorsAre, Correction, DayIs, RecipientsAre, StatusIs, TypeIs
from detente.domain.days import Basis, on_day
from detente.domain.derived import Derived, Event, Placed
from detente.domain.findings import Claim
from detente.domain.ids import RuleId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Directed
from detente.domain.spans import Span
from detente.events.correcting import amend
from detente.views.amending import amended_words, amendment_objects
from detente.views.brief import Scope, draft_brief
from detente.views.event_objects import event_object
from detente.views.phrasing import load_phrasing
from detente.views.render import render_html, render_markdown
from detente.views.wording import Wording

WORDING = Wording(load_phrasing(), name, {}, {})


def amended(event: Event, *corrections: Correction, why: str = "read it again") -> Event:
    """An event that a person put right in all its claims."""
    words = [Judgement(Verdict.CORRECT, (event.id,), "Jo", date(2031, 6, 1), why, correction=c) for c in corrections]
    mentions = []
    for m in event.mentions:
        claim = amend(m.claim, words)
        mentions.append(Placed(claim, claim.day_said or m.when, read=m.when if claim.day_said else None))
    first = mentions[0].claim
    return replace(
        event,
        mentions=tuple(mentions),
        type=first.type,
        status=first.status,
        parties=first.parties,
        when=mentions[0].when,
    )


def an_event() -> Event:
    return max(World().derived().events, key=lambda e: (e.type is ActType.CONSULT, len(e.mentions)))


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (TypeIs(ActType.AGREE), "Type read as CONSULT; corrected to AGREE by Jo on 1 June 2031: read it again"),
        (TypeIs(ActType.CONSULT), "Type CONSULT, as it was read, confirmed by Jo on 1 June 2031: read it again"),
        (StatusIs(Status.PLANNED), "Status read as happened; corrected to planned by Jo on 1 June 2031: read it again"),
        (DayIs("2031-05"), "Day read as 6 May 2031; corrected to May 2031 by Jo on 1 June 2031: read it again"),
        (
            RecipientsAre((state(ROHAN),)),
            "Towards whom: read as nobody; corrected to Rohan by Jo on 1 June 2031: read it again",
        ),
    ],
)
def test_a_correction_is_told_in_a_sentence(correction: Correction, told: str) -> None:
    event = replace(
        an_event(), mentions=tuple(replace(m, when=on_day(SUMMIT_DAY, Basis.STATED)) for m in an_event().mentions)
    )

    words = amended_words(amended(event, correction), WORDING)

    assert words == (told,)


def with_a_mode() -> Event:
    event = an_event()
    mentions = tuple(replace(m, claim=replace(m.claim, mode="visit")) for m in event.mentions)
    return replace(event, mode="visit", mentions=mentions)


def test_a_mode_that_goes_with_the_type_is_told() -> None:
    words = amended_words(amended(with_a_mode(), TypeIs(ActType.AGREE)), WORDING)

    assert words == (
        "Type read as CONSULT (mode visit); corrected to AGREE (no mode) by Jo on 1 June 2031: read it again",
    )


def test_other_programs_get_the_mode_that_went_with_the_type() -> None:
    told = event_object(amended(with_a_mode(), TypeIs(ActType.AGREE)))

    assert all(m["read"] == {"type": "CONSULT", "mode": "visit"} for m in told["mentions"])  # type: ignore[attr-defined]


def test_other_programs_get_what_was_read_and_who_corrected_it() -> None:
    event = amended(an_event(), ActorsAre((state(ROHAN),)), StatusIs(Status.NEGATED))

    told = event_object(event)

    assert told["corrections"] == amendment_objects(event)
    assert [(c["field"], c["value"], c["by"]) for c in amendment_objects(event)] == [
        ("status", "negated", "Jo"),
        ("actors", "Rohan", "Jo"),
    ]
    assert amendment_objects(event)[1]["parties"] == [{"id": "ROH", "kind": "state", "name": "Rohan"}]


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_the_brief_tells_of_it(render: Callable[..., str]) -> None:
    derived: Derived = World().derived()
    corrected = tuple(amended(e, TypeIs(ActType.AID)) if e.id == an_event().id else e for e in derived.events)

    text = render(draft_brief(replace(derived, events=corrected), Scope(PAIR), name))

    assert "corrected to AID by Jo on 1 June 2031: read it again" in text


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_a_key_judgement_tells_of_it_as_the_chronology_does(render: Callable[..., str]) -> None:
    derived: Derived = World().derived()
    corrected = tuple(amended(e, TypeIs(ActType.AID)) if e.id == an_event().id else e for e in derived.events)

    text = render(draft_brief(replace(derived, events=corrected), Scope(PAIR), name))

    key, _, rest = text.partition("Chronology</h2>" if "</h2>" in text else "## Chronology")
    assert all("corrected to AID by Jo on 1 June 2031: read it again" in part for part in (key, rest))


def test_a_sentence_does_not_put_other_parties_before_a_report_s_own_words() -> None:
    told = report("Arnor barred all ships.")
    actor = replace(state(ARNOR), span=Span(0, 5))
    claim = Claim(
        told.quote(Span(0, 22)), ActType.COERCE, Directed((actor,)), Status.HAPPENED, RuleId("x/y"), Span(6, 12)
    )

    read, put_right = (WORDING.act(e) for e in (an_act(claim), amended(an_act(claim), ActorsAre((state(ROHAN),)))))

    assert (read, "Rohan" in put_right, "barred" in put_right) == ("Arnor barred all ships", True, False)


def test_an_act_of_another_type_is_called_by_that() -> None:
    event = amended(an_event(), TypeIs(ActType.REJECT))

    assert WORDING.label(event) == load_phrasing().act(ActType.REJECT, None).label


def test_who_acts_towards_whom_reads_as_it_was_put_right() -> None:
    event = amended(an_event(), TypeIs(ActType.AID), RecipientsAre((state(GONDOR),)))

    assert isinstance(event.parties, Directed)
    assert WORDING.act(event).startswith("Arnor")
