from dataclasses import replace
from datetime import date

import pytest
from factory import (
    ARNOR,
    GONDOR,
    SUMMIT_DAY,
    World,
    between,
    claim,
    event,
    group,
    name,
    quote,
    report,
    state,
    unknown_statement,
)

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.findings import Claim, Speaker, Statement
from detente.domain.ids import ActorId, RuleId
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.views.phrasing import load_phrasing
from detente.views.wording import Wording

WORLD = World()
WORDING = Wording(load_phrasing(), name, {s.id: s for s in WORLD.statement().statements})
TO_GONDOR = Directed((state(ARNOR),), (state(GONDOR),))
MAY = (date(2031, 5, 1), date(2031, 5, 31))


def told(
    type_: ActType = ActType.ACCUSE, parties: Directed | Joint = TO_GONDOR, status: Status = Status.HAPPENED
) -> Claim:
    return claim(quote(WORLD.herald, "met in Bree"), type_, parties, status)


@pytest.mark.parametrize(
    ("when", "column", "opening"),
    [
        (on_day(SUMMIT_DAY, Basis.STATED), "6 May 2031", "On 6 May 2031"),
        (on_day(SUMMIT_DAY, Basis.INFERRED), "about 6 May 2031", "About 6 May 2031"),
        (
            between(date(2031, 5, 5), date(2031, 5, 11), Precision.WEEK),
            "5–11 May 2031",
            "Between 5 and 11 May 2031",
        ),
        (between(*MAY, Precision.MONTH), "May 2031", "In May 2031"),
        (between(*MAY, Precision.MONTH, Basis.INFERRED), "about May 2031", "About May 2031"),
        (between(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR), "2019", "In 2019"),
        (between(date(1910, 1, 1), date(1945, 12, 31), Precision.LONGER), "1910–1945", "In 1910–1945"),
        (
            between(date(2031, 5, 6), date(2031, 5, 8), Precision.DAY),
            "6–8 May 2031",
            "Between 6 and 8 May 2031",
        ),
        (between(date(2031, 5, 30), date(2031, 6, 2), Precision.DAY), "30 May – 2 June 2031", None),
        (between(date(2031, 12, 30), date(2032, 1, 2), Precision.DAY), "30 December 2031 – 2 January 2032", None),
        (between(date(2018, 1, 1), None, Precision.YEAR), "since 2018", "Since 2018"),
        (between(None, SUMMIT_DAY, Precision.DAY), "until 6 May 2031", "Until 6 May 2031"),
        (When(None, SUMMIT_DAY, Precision.LONGER, Basis.LEAD), "by 6 May 2031", "By 6 May 2031"),
        (between(date(2018, 1, 1), None, Precision.LONGER), "since 2018", "Since 2018"),
        (between(SUMMIT_DAY, None, Precision.LONGER), "since 6 May 2031", "Since 6 May 2031"),
        (NOT_KNOWN, "day not known", ""),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(when: When, column: str, opening: str | None) -> None:
    shown = WORDING.day(when), WORDING.opening(when)

    assert shown == (column, shown[1] if opening is None else opening)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.HAPPENED, "Arnor criticised or accused Gondor"),
        (Status.PLANNED, "Arnor was to criticise or accuse Gondor"),
        (Status.HYPOTHETICAL, "Arnor might criticise or accuse Gondor"),
        (Status.DEMANDED, "Arnor was called on to criticise or accuse Gondor"),
        (Status.NEGATED, "Arnor did not criticise or accuse Gondor"),
    ],
)
def test_only_what_happened_is_told_as_having_happened(status: Status, sentence: str) -> None:
    assert WORDING.act(event(told(status=status))) == sentence


def test_what_is_to_come_begins_from_its_day_and_not_since() -> None:
    to_come = between(SUMMIT_DAY, None, Precision.DAY)

    assert WORDING.day(to_come, Status.PLANNED) == "from 6 May 2031 on"


def test_what_is_no_one_s_is_left_to_the_quoted_words() -> None:
    parties = Directed((state(ARNOR),), (Party(None, PartyKind.GROUP, "the reset button"),))

    assert WORDING.act(event(told(ActType.ASSAULT, parties))) == "Arnor used force"


def test_several_parties_take_a_plural() -> None:
    both = Joint((state(ARNOR), state(GONDOR)))

    sentence = WORDING.act(event(told(ActType.CONSULT, both, Status.PLANNED)))

    assert sentence == "Arnor and Gondor were to hold talks"


def test_a_group_keeps_its_own_name() -> None:
    parties = Directed((group(ARNOR, "weavers of Arnor"),), (state(GONDOR),))

    assert WORDING.act(event(told(parties=parties))) == "Weavers of Arnor criticised or accused Gondor"


def test_a_doer_who_is_not_named_is_not_guessed() -> None:
    parties = Directed((), (state(GONDOR),))

    assert (
        WORDING.act(event(told(parties=parties)))
        == "Someone whom the report does not name criticised or accused Gondor"
    )


def test_place_and_day_stand_in_the_sentence() -> None:
    happened = event(replace(told(), place="Bree"), when=on_day(SUMMIT_DAY, Basis.STATED))

    sentence = WORDING.act(happened, has_day=True)

    assert sentence == "On 6 May 2031 Arnor criticised or accused Gondor in Bree"


@pytest.mark.parametrize(
    ("place", "ending"),
    [("Bree Airport", " at Bree Airport"), ("Bree", " in Bree"), ("the coast", ""), ("Gondor", "")],
)
def test_a_place_is_told_where_it_has_a_name_of_its_own(place: str, ending: str) -> None:
    sentence = WORDING.act(event(replace(told(), place=place)))

    assert sentence == f"Arnor criticised or accused Gondor{ending}"


def test_what_only_a_speaker_tells_is_given_to_him() -> None:
    said = replace(told(), attributed_to=WORLD.statement().statements[0].id)

    assert WORDING.act(event(said)) == "Arnor criticised or accused Gondor, according to Elessar"


def test_who_has_no_name_is_named_by_what_the_report_calls_him() -> None:
    aide = Statement(quote(WORLD.wire, "Arnor might join"), Speaker(None, "aide"), is_direct=False)
    wording = Wording(load_phrasing(), name, {aide.id: aide})

    sentence = wording.act(event(replace(told(), attributed_to=aide.id)))

    assert sentence == "Arnor criticised or accused Gondor (told by: aide)"


def test_two_parties_of_one_name_are_named_once() -> None:
    parties = (group(ARNOR, "traders of both"), group(GONDOR, "traders of both"), state(GONDOR))

    assert WORDING.parties(parties) == "traders of both and Gondor"


def test_what_a_report_also_tells_by_itself_is_not() -> None:
    said = replace(told(), attributed_to=WORLD.statement().statements[0].id)

    assert WORDING.act(event(said, told())) == "Arnor criticised or accused Gondor"


def test_a_statement_that_is_not_in_the_record_names_no_speaker() -> None:
    said = replace(told(), attributed_to=unknown_statement())

    assert WORDING.act(event(said)) == "Arnor criticised or accused Gondor"


def test_a_promise_is_worded_as_the_act_that_is_to_come() -> None:
    promise = replace(told(ActType.AGREE, status=Status.PLANNED), rule=RuleId("aid/give"))

    assert WORDING.act(event(promise)) == "Arnor was to give aid to Gondor"


def test_a_promise_that_was_made_stays_a_promise() -> None:
    promise = replace(told(ActType.AGREE), rule=RuleId("aid/give"))

    assert WORDING.act(event(promise)) == "Arnor made a promise or an offer to Gondor"


def test_several_who_act_towards_no_one_act_together() -> None:
    parties = Directed((state(ARNOR), state(GONDOR)))

    assert WORDING.act(event(told(ActType.AGREE, parties))) == "Arnor and Gondor agreed"


def test_a_mode_that_only_some_reports_tell_is_not_in_the_sentence() -> None:
    visit = replace(told(ActType.CONSULT), mode="visit")
    met = replace(event(visit, replace(told(ActType.CONSULT), rule=RuleId("consult/meet"))), mode="visit")

    assert WORDING.act(met) == "Arnor held talks with Gondor"


def test_a_rule_that_is_named_after_no_type_changes_nothing() -> None:
    accused = replace(told(), rule=RuleId("frown"))

    assert WORDING.act(event(accused)) == "Arnor criticised or accused Gondor"


def test_who_acted_for_a_state_is_shown_with_name_and_role() -> None:
    short = Directed((state(ARNOR, "Eldacar"),), (state(GONDOR),))
    full = Directed((state(ARNOR, "Eldacar", "king"),), (state(GONDOR, "the king", "the king"),))
    other = report("Eldacar met in Bree with no one.", "Other")
    met = event(told(parties=short), claim(quote(other, "met in Bree"), ActType.ACCUSE, full))

    assert WORDING.taking_part(met) == ("for Arnor: Eldacar (king)",)


def test_bodies_take_their_article() -> None:
    parties = Directed((Party(ActorId("UN"), PartyKind.BODY, "United Nations"),), (state(GONDOR),))
    wording = Wording(load_phrasing(), lambda _: "United Nations", {})

    assert wording.parties(parties.actors) == "the United Nations"
