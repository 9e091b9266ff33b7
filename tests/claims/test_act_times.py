"""Which words tell when an act was done, and on which side of them it lies."""

from datetime import date

import pytest

from detente.domain.acts import ActType
from detente.domain.days import Side, Tense, TimePhrase
from reading import a_report, claims, settled

LEAD = """The rain in Lima went on for most of the week.

The streets of the old town were empty on most evenings.

Many shops stayed closed, and the trams stood still.

A baker on the square sold bread from his window.

The river rose by a metre and carried off two boats.

"""
"""So many paragraphs that what follows them is no longer the news of the day."""

OPENING = """The rain in Lima went on for most of the week. The streets were empty. """
"""So many sentences that what follows them no longer opens the report."""


def told(text: str, type_: str) -> tuple[str, str | None, str] | None:
    """The phrase, what it counts from and the side of the act of a type, the first of them in the text."""
    times = [c.time for c in claims(text) if c.type is ActType(type_)]
    return None if times[0] is None else _shown(times[0])


def _shown(time: TimePhrase) -> tuple[str, str | None, str]:
    return time.exact, time.anchor, time.side.value


@pytest.mark.parametrize(
    ("text", "type_", "time"),
    [
        # what is done by saying or deciding so is of that day
        ("Peru announced on Saturday that it was severing all ties with Chile.", "SANCTION", ("Saturday", None, "at")),
        ("Peru's parliament voted on Tuesday to impose sanctions on Chile.", "SANCTION", ("Tuesday", None, "at")),
        ("Peru said on Monday that it rejects Chile's claim.", "REJECT", ("Monday", None, "at")),
        # what had been done when it was told was done by then
        ("Peru's army said on Monday that Chile had shelled a village.", "ASSAULT", ("Monday", None, "by")),
        ("Chile has imposed sanctions on Peru, its ministry said on Monday.", "SANCTION", ("Monday", None, "by")),
        ("Peru said on Monday that Chile had left and shelled a village.", "ASSAULT", ("Monday", None, "by")),
        ("Peru said on Monday that reports confirmed that Chile shelled a village.", "ASSAULT", ("Monday", None, "by")),
        (
            "Peru said on Monday that Chile's attack on a village in Peru was wrong.",
            "ASSAULT",
            ("Monday", None, "by"),
        ),
        # a clause on the other side of a semicolon tells nothing of it
        ("After Chile attacked a village.", "ASSAULT", None),
        ("Chile recalled its envoy from Peru; Brazil's minister flew to Lima on 4 May.", "SANCTION", None),
        # counted from another clause
        (
            "Peru recalled its envoy on Tuesday, a day after Chile attacked a village.",
            "ASSAULT",
            ("a day", "Tuesday", "earlier"),
        ),
        (
            "Chile attacked a village on Monday, three days before Peru recalled its envoy.",
            "SANCTION",
            ("three days", "Monday", "later"),
        ),
        (
            "Peru recalled its envoy from Chile a week after the two sides met on 3 May.",
            "SANCTION",
            ("a week", "3 May", "later"),
        ),
        (
            "Peru recalled its envoy from Chile a week before the two sides met on 3 May.",
            "SANCTION",
            ("a week", "3 May", "earlier"),
        ),
        (
            "One week after Chile shot down a Peruvian drone, nobody wants war.",
            "ASSAULT",
            ("One week", None, "earlier"),
        ),
        (
            "Peru recalled its envoy on Friday, hours after Chile attacked a village.",
            "ASSAULT",
            ("hours", "Friday", "earlier"),
        ),
        # after another clause, by an unknown length
        ("Peru recalled its envoy on Friday, after Chile attacked a village.", "ASSAULT", ("Friday", None, "by")),
        ("The talks, suspended since 2018 after Chile attacked a village, go on.", "ASSAULT", ("2018", None, "at")),
        ("Ties have been cut since 1980, after Chile attacked a village.", "ASSAULT", ("1980", None, "by")),
        ("Peru recalled its envoy on Friday before Chile attacked a village.", "ASSAULT", None),
        ("Peru recalled its envoy after Chile attacked a village.", "ASSAULT", None),
        # a purpose has the time of what serves it
        ("Brazil fired tear gas in 1999 to stop trucks with Chilean aid.", "COERCE", ("1999", None, "at")),
        # what is said is of the day of the saying, and the words that are said have their own
        ('Peru said in a statement: "On March 4, Chile attacked a village."', "ASSAULT", ("March 4", None, "at")),
        (
            "On Monday, Peru said that Chile's attack was a clear violation of the treaty.",
            "ACCUSE",
            ("Monday", None, "at"),
        ),
        # the end of a thing is not its day
        ("Peru said Sunday it agreed to suspend its tariffs on Chile until July 9.", "CONCEDE", ("Sunday", None, "by")),
        # a noun that holds a promise
        (
            "The row follows Chilean President Ana Bo's April announcement that she would impose tariffs on Peru.",
            "THREATEN",
            ("April", None, "at"),
        ),
        # what is planned has the day for which it is planned
        ("Peru's president will meet Chile's president on Monday.", "AGREE", ("Monday", None, "at")),
        # "currently" is no day
        ("Chile is currently imposing tariffs on Peru.", "SANCTION", None),
        # "today" in a quotation counts from the day of the saying
        (
            '"We imposed sanctions on Chile today," Peru\'s president said on Tuesday.',
            "SANCTION",
            ("today", "Tuesday", "spoken"),
        ),
        ('"We imposed sanctions on Chile today," Peru\'s president said.', "SANCTION", ("today", None, "spoken")),
        ("Peru imposed sanctions on Chile today.", "SANCTION", ("today", None, "at")),
        # a year in a relative clause is not that of the next sentence
        (
            "Peru praised the pact that was made in May 2018. Brazil imposed sanctions on Chile on 5 January.",
            "SANCTION",
            ("5 January", None, "at"),
        ),
        # what is told with "when" is of one moment with what it goes with
        ("Chile closed its border with Peru when a storm hit Arica in May.", "COERCE", ("May", None, "at")),
        ("Peru promised on Monday to recall its envoy when the talks ended in May.", "AGREE", ("Monday", None, "at")),
        ("Peru recalled its envoy on Monday, when Chile shelled a village.", "ASSAULT", ("Monday", None, "at")),
        ("Chile shelled a village when the talks went on after 3 May had passed.", "ASSAULT", None),
        ("Chile shelled a village when Peru was told in May.", "ASSAULT", ("May", None, "at")),
        # and with "where" of one occasion, where those who met go on
        (
            "On 3 May Peru and Chile met in Quito, where they agreed to exchange prisoners.",
            "AGREE",
            ("3 May", None, "at"),
        ),
        ("On 3 May Peru's army left Arica, where a minister accused Chile of theft.", "ACCUSE", None),
        # a clause on a time is of that time, which has gone on since
        ("Ties have worsened since May, when Chile attacked a village in Peru.", "ASSAULT", ("May", None, "at")),
        # what has been done since is not of the time of what was done
        ("Peru and Chile signed a pact in 1993 and have held 22 rounds of talks.", "CONSULT", None),
        # a day that opens a sentence, before a name of two words
        ("Last Tuesday South Sudan recalled its envoy from Kenya.", "SANCTION", ("Last Tuesday", None, "at")),
        # what lies a time after a saying is not said
        (
            "Peru has put off a visit to Chile, officials said on Tuesday, a week after Chile shelled a village.",
            "ASSAULT",
            ("a week", "Tuesday", "earlier"),
        ),
        # "the day after" is one day off
        (
            "Peru recalled its envoy on Monday, the day after Chile shelled a village.",
            "ASSAULT",
            ("the day after", "Monday", "earlier"),
        ),
        # an occasion that another sentence dates
        (
            "Talks in Lima were held on 3 May. The day after the talks, Peru recalled its envoy from Chile.",
            "SANCTION",
            ("The day after", "3 May", "at"),
        ),
        (
            "A bombing which killed nine took place on 3 May. Peru recalled its envoy a week after the bombing.",
            "SANCTION",
            ("a week", "3 May", "later"),
        ),
        (
            "He spoke of a bombing which killed nine on 3 May. Peru recalled its envoy the week after the bombing.",
            "SANCTION",
            ("the week after", "3 May", "at"),
        ),
        (
            "Talks were held on 3 May, and talks were held on 5 May. Peru recalled its envoy a day after the talks.",
            "SANCTION",
            None,
        ),
        (
            "Talks in Lima were held on 3 May. Peru recalled its envoy a day after the talks in Rome.",
            "SANCTION",
            None,
        ),
        # what was said is of the day on which it was agreed to be so
        (
            "On Monday, EU leaders agreed it was likely that Peru was behind the attack.",
            "ACCUSE",
            ("Monday", None, "at"),
        ),
        # an occasion is of the day of what is done at it
        (
            "On 18 May, at a summit in Lima, the leaders of Peru and Chile agreed to reopen the border.",
            "CONSULT",
            ("18 May", None, "at"),
        ),
    ],
)
def test_an_act_is_dated_by_the_words_that_tell_its_time(
    text: str, type_: str, time: tuple[str, str | None, str] | None
) -> None:
    assert told(text, type_) == time


def test_a_phrase_is_the_day_itself_unless_it_is_said_otherwise() -> None:
    (claim,) = claims("Peru recalled its ambassador from Chile on Monday.")

    assert claim.time is not None
    assert claim.time.side is Side.AT


@pytest.mark.parametrize(
    ("text", "type_", "is_of_old"),
    [
        ("Peru previously said it would impose sanctions on Chile.", "THREATEN", True),
        ("Peru always rejected Chile's claim.", "REJECT", True),
        ("Peru said it would impose sanctions on Chile.", "THREATEN", False),
        (f"{LEAD}The tariff was raised after Chile attacked a village in Peru.", "ASSAULT", True),
        ("The tariff was raised after Chile attacked a village in Peru.", "ASSAULT", False),
        (f"{OPENING}The tariff was raised after Chile attacked a village in Peru.", "ASSAULT", True),
        (f"{LEAD}Chile refused the deal since it did not recognise Peru.", "REJECT", False),
        # what is added to a word of old is of old
        (f"{OPENING}Peru previously threatened Chile with tariffs and expelled its envoy.", "SANCTION", True),
        # what "did" happen is conceded
        ("Chile did expel Peru's ambassador, but talks go on.", "SANCTION", True),
        ("Chile expelled Peru's ambassador, but talks go on.", "SANCTION", False),
        ("Chile did not attack Peru.", "ASSAULT", False),
        # a noun alone takes as known what it names
        ("The suspension of aid to Peru by Chile worries shopkeepers.", "SANCTION", True),
        ("Chile's suspension of aid to Peru worries shopkeepers.", "SANCTION", True),
        ("Talks between Chile and Peru worry shopkeepers.", "CONSULT", False),
        # what is told of the subject beside the news
        ("Chile, which expelled Peru's ambassador, met Bolivia.", "SANCTION", True),
        ("Chile met Peru, which expelled its ambassador.", "SANCTION", False),
        ("Chile, which expels Peru's ambassador, met Bolivia.", "SANCTION", False),
        # "had" follows the past of a verb of telling
        ("Peru said that Chile had attacked a village.", "ASSAULT", False),
        (f"{LEAD}Peru said that Chile had attacked a village.", "ASSAULT", True),
        ("Chile had attacked a village in Peru.", "ASSAULT", True),
        (f"{LEAD}Rebels fired a missile provided by Peru.", "AID", True),
        ("Rebels fired a missile provided by Peru.", "AID", False),
    ],
)
def test_what_is_of_old_has_not_the_time_of_the_report(text: str, type_: str, *, is_of_old: bool) -> None:
    (found, *_) = [c for c in claims(text) if c.type is ActType(type_)]

    assert (found.tense is None) is is_of_old


@pytest.mark.parametrize(
    ("text", "type_", "tense"),
    [
        (f"{LEAD}Peru has accused Chile of theft.", "ACCUSE", Tense.PERFECT),
        ("Peru has accused Chile of theft.", "ACCUSE", Tense.PAST),
        (f"{OPENING}Peru has accused Chile of theft.", "ACCUSE", Tense.PERFECT),
        (f"{OPENING}Peru has now accused Chile of theft.", "ACCUSE", Tense.PAST),
        (f"{LEAD}Peru has now accused Chile of theft.", "ACCUSE", Tense.PERFECT),
        (f"{OPENING}Peru has cut aid, expelled Chile's envoy and criticised Brazil.", "SANCTION", Tense.PERFECT),
        (f"{OPENING}Peru has cut aid, expelled Chile's envoy and criticised Brazil.", "ACCUSE", Tense.PERFECT),
        (f"{OPENING}Peru has cut aid and Chile condemned Peru.", "ACCUSE", Tense.PAST),
        (f"{OPENING}Peru is poor and condemned Chile.", "ACCUSE", Tense.PAST),
        ("Bolivia, which has accused Chile of theft, met Peru.", "ACCUSE", Tense.PERFECT),
        ("Peru has been urging Chile to talk.", "REQUEST", Tense.PERFECT),
        (f"{LEAD}Peru has accused Chile of theft on Monday.", "ACCUSE", Tense.PAST),
    ],
)
def test_what_has_been_done_is_of_no_known_day_unless_it_is_the_news(text: str, type_: str, tense: Tense) -> None:
    (found, *_) = [c for c in claims(text) if c.type is ActType(type_)]

    assert found.tense is tense


def test_what_the_day_after_follows_was_done_the_day_before() -> None:
    report = a_report("On 3 May Libya expelled Malta's envoy, the day after Malta seized a Libyan ship.")

    days = [event.when.earliest for event in settled(report).events]

    assert days == [date(2031, 5, 2), date(2031, 5, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Malta's president was eager to attend on Monday when Libya condemned Tunisia.",
        "Malta pledged to try to attend on Monday when Libya condemned Tunisia.",
    ],
)
def test_the_day_of_a_clause_over_when_is_that_of_the_clause_with_it(text: str) -> None:
    assert told(text, "ACCUSE") == ("Monday", None, "at")
