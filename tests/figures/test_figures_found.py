"""Stories of numbers: which are figures, what they are worth, what they measure and who gives them."""

from itertools import pairwise

import pytest

from detente.claims.measuring import measure
from detente.domain.findings import Figure
from detente.domain.reports import Report
from detente.mentions.find_numbers import find_numbers
from detente.rules.numbers import load_number_rules
from detente.text.parse import load_parser
from detente.text.parsed import Passage

RULES = load_number_rules()


def figures_of(text: str) -> tuple[Figure, ...]:
    cuts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i)), len(text)]
    passages = [Passage(n, start, end) for n, (start, end) in enumerate(pairwise(cuts))]
    sentences = load_parser().parse(text, passages)
    return measure(Report(text), sentences, find_numbers(sentences, RULES), RULES)


def values(text: str) -> list[tuple[float, str]]:
    return [(round(f.value, 4), f.unit) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lima bought one hundred and four lorries.", [(104, "lorries")]),
        ("Forty-two ships sailed.", [(42, "ships")]),
        ("Half a million people fled.", [(500_000, "people")]),
        ("They sent two thousand three hundred tents.", [(2300, "tents")]),
        ("The state owes a 52-billion-dollar debt.", [(52e9, "USD")]),
        ("Aid of US$3.5m and Rs 500 crore arrived.", [(3.5e6, "USD"), (5e9, "INR")]),
        ("It cost between €5 and €7 billion.", [(5e9, "EUR"), (7e9, "EUR")]),
        ("Prices rose from 3 to 5 percent.", [(3, "%"), (5, "%")]),
        ("The fleet has 20-30 boats.", [(20, "boats"), (30, "boats")]),
        ("Rates fell by 2 percentage points.", [(2, "percentage points")]),
        ("Exports grew by a third last year.", [(0.3333, "share")]),
        ("Half the crop failed.", [(0.5, "share")]),
        ("Three in ten Finns agreed.", [(0.3, "share")]),
        ("Some 9 out of 10 farmers agreed.", [(0.9, "share")]),
        ("Chile expelled 14 envoys; Peru expelled 3 more.", [(14, "envoys"), (3, "envoys")]),
        ("Chile expelled 14 envoys, and eight of them left.", [(14, "envoys"), (8, "envoys")]),
        ("At least 12 were killed.", [(12, "people")]),
        ("One of two pilots survived.", [(1, "pilots")]),
        ("The mines — over a hundred — were cleared.", [(100, "mines")]),
        ("Norway will lend 14 Leopard 2 tanks.", [(14, "tanks")]),
        ("Chile seized 80 Soviet-era Cuban rifles.", [(80, "rifles")]),
        ("Of the 193 members, 141 voted in favour.", [(193, "members"), (141, "members")]),
        ("The 11-nation pact has a 90-day trial.", [(11, "nations"), (90, "days")]),
        ("More than 2000 soldiers marched.", [(2000, "soldiers")]),
        ("The pilot was warned 10 times.", [(10, "times")]),
        ("They trained for 30 seconds or less.", [(30, "seconds")]),
        ("Nine of her ships sank.", [(9, "ships")]),
        ("Lima expelled 12 Cuban envoys Monday.", [(12, "envoys")]),
        ("Lima met 12 New Zealand and Australian envoys.", [(12, "envoys")]),
        ("The list: 60 envoys Chile, 13 Peru.", [(60, "envoys")]),
        ("They ordered two black, heavy guns.", [(2, "guns")]),
        ("The flood hurt 14 people, three of them children.", [(14, "people"), (3, "children")]),
        ("The death toll rose to 34.", [(34, "people")]),
        ("The number of visits fell from 40 in 2016 to 12 in 2022.", [(40, "visits"), (12, "visits")]),
        ("The number of Danes in Peru has passed 4 million.", [(4_000_000, "Danes")]),
        ("Border crossings doubled to 4,300 a day.", [(4300, "border crossings")]),
        ("Chile put its losses at 50.", [(50, "losses")]),
        ("Prices rose to 300 on Monday.", []),
        ("The total fell to 30.", []),
        ("The harbour fell to 30.", []),
        ("A crew of 26 was saved.", [(26, "people")]),
        ("The queue of 26 was long.", []),
        ("Some 900 Danes live there, up from fewer than 40 in 2015.", [(900, "Danes"), (40, "Danes")]),
        ("Turkey hosts 310 Danes, Lebanon 80 and so on.", [(310, "Danes"), (80, "Danes")]),
        (
            "The port pumps 300 barrels a day and Chile now pumps 80.",
            [(300, "barrels per day"), (80, "barrels per day")],
        ),
        ("It passed by 141 votes to seven.", [(141, "votes"), (7, "votes")]),
        ("Chile pays $185 per 1,000 cubic metres of gas.", [(185, "USD")]),
        ("Peru marked 30 years of peace.", [(30, "years")]),
        ("Peru owes $4.1 billion.", [(4_100_000_000, "USD")]),
        ("A third would stay neutral.", [(0.3333, "share")]),
        ("The army admitted to 14 dead.", [(14, "people")]),
    ],
)
def test_figures_are_worth_what_the_report_says(text: str, wanted: list[tuple[float, str]]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "She flew on flight 17 with Challenger 2 tanks.",
        "The Group of Seven and World War Two.",
        "Mr Berg (54) spoke.",
        "Anna, 9, and a boy aged 12 sang.",
        "A woman 90 years old wept.",
        "The score was 3-2 in the mid-1990s.",
        "They meet on 4 July, at 10 pm, or May 3, 2022.",
        "In two weeks the minister will fly.",
        "They will meet in 20 days.",
        "He met his three sons two years ago.",
        "They spent the last six weeks there.",
        "They stayed one week.",
        "These are two reasons for one war.",
        "Chile's two ports closed.",
        "The third of May is a feast.",
        "The first half of the match was dull.",
        "No third party came.",
        "It was a 2018-19 plan with 5G and the 1980s in mind.",
        "1. Talk to them.",
        "The other half of the deal failed.",
        "Thirty five",
        "The prize is 12",
        "In the 2019 talks 4 pm was set.",
        "It scored 5/7 points.",
        "Three-way talks opened.",
        "Bring 3 to",
        "She said 7-",
        "There was a 2009 study of 5 min read.",
    ],
)
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert not values(text)


def test_a_list_counts_what_the_words_before_it_count_and_each_name_once() -> None:
    text = "Peru expelled 23 diplomats. Others: Chile (4); South Sudan (3); Chile (4); Denmark: 2"

    figures = figures_of(text)

    assert [(f.value, f.unit, f.measure) for f in figures[1:]] == [
        (4, "diplomats", "Chile"),
        (3, "diplomats", "South Sudan"),
        (2, "diplomats", "Denmark"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru sold $6bn (€5bn; £4bn) in goods to Chile.", ["Peru sold … in goods to Chile"] * 3),
        ("Chile set a 20% duty on wine but cut it to 10%.", ["duty on wine"] * 2),
        ("It was the lowest harvest in 40 years.", ["lowest harvest"]),
        ("They have seven days to leave the port.", ["to leave the port"]),
        ("Around 85% said they wanted peace.", ["said they wanted peace"]),
        ("Peru raised the duty on wine to 50%.", ["duty on wine"]),
        ("Chile freed 40 prisoners.", ["freed … prisoners"]),
        ("Sales rose to 40 tonnes, up 12 percent.", ["Sales", "Sales"]),
        ("Turnout was 71 per cent, officials said.", ["Turnout"]),
        ("Peru hit nine camps in 25 minutes.", ["hit … camps", "hit … camps"]),
        ("A 145-metre-high wall fell.", ["wall"]),
        ("The firm that earned $4bn in 2020 closed.", ["firm … earned"]),
        ("Peru lost land and paid $4m.", ["Peru … paid"]),
        ("He paid $4m.", ["paid"]),
        ("Paying $4m to the port would help.", ["Paying"]),
        ("A rate of 5 percent.", ["rate"]),
        ("They kept the 5 percent rate.", ["rate"]),
        (
            "Pakistan said 31 people were killed and 57 injured in strikes.",
            ["people were killed", "injured in strikes"],
        ),
        ("Peru bought a debt of the bank valued at €95bn.", ["debt of the bank"]),
        ("It rose 5 percent.", ["rose"]),
        ("He won 58% of the vote against 41% for his rival.", ["vote", "vote"]),
        ("The road is 19 km long.", ["road"]),
        ("Peru set a 15% duty for July 9.", ["duty"]),
        ("Ana and Eva talked for forty minutes in Porto Alegre.", ["Ana … talked"]),
        ("They did not queue for twenty years to be fed by strangers.", ["queue"]),
        ("The envoys met only 12 times last year.", ["envoys met only"]),
        ("Peru says it warned the trawler 4 times before it fired.", ["warned the trawler"]),
        ("It fired after the trawler was inside the bay for 40 seconds.", ["trawler was inside the bay"]),
        ("They held a regatta in Lima on Monday, the first in nine years.", ["regatta in Lima … first"]),
        ("It is something that no club had brought for 9 years.", ["club … brought"]),
        ("A poll showed 41% against the plan to close the port.", ["against the plan to close the port"]),
        ("It rose from 58% in the last poll to 61% now.", [None]),
        ("Settlers own two-thirds of the island's fertile land.", ["Settlers own … island's fertile land"]),
        ("Fishers, who make up 9% of Peru's population, left.", ["Fishers … make up … Peru's population"]),
        ("Peru sold goods worth $12 billion to Chile.", ["Peru sold goods"]),
        ("Some 1,500 soldiers took part in the 10-day drills.", ["soldiers took part", "drills"]),
        ("Chile sent 14 guns in March and 12 more at the border.", ["sent … guns", "at the border"]),
        (
            "In the survey, 41% backed the deal, 36% rejected it and 23% were undecided.",
            ["backed the deal", "rejected it", "were undecided"],
        ),
        ("A majority of 61 percent said that they would vote no.", ["said that they would vote no"]),
        ("Chile accounts for 15 percent of Peru's imports.", ["Chile accounts for … Peru's imports"]),
        ("Peru's public debt stood at 21 percent of its output.", ["Peru's public debt stood at … output"]),
        ("Peru gets the $3 billion that Chile owes each year.", ["Chile owes"]),
        ("It gave the $3 billion that the fund of the two old ports had once lost.", ["gave"]),
        ("Only a quarter of those polled thought the truce would hold.", ["those polled thought the truce would hold"]),
        ("Those who left made up 42 percent of voters.", ["Those who left made up … voters"]),
        ("Asked for a name, 44 percent named Chile and 31 percent the navy.", ["named Chile", "navy"]),
        ("Chile pays $185 per 1,000 cubic metres of gas.", ["Chile pays … per 1,000 cubic metres of gas"]),
        ("The number of visits fell to 12.", ["number of visits"]),
        (
            "Of the 193 members, 141 voted for the text, seven voted against and 32 abstained.",
            ["members", "voted for the text", "voted against", "abstained"],
        ),
        ("Chile's stockpile of ore enriched to 60 percent grew by 33 kilograms.", ["ore enriched"]),
        ("The bank will lend Lima $7 billion at 5 percent.", ["bank … lend Lima", "bank … lend Lima $7 billion"]),
        ("Chile, which pumped 300 barrels a day in 1998, now pumps 80.", ["Chile … pumped", "Chile … pumps"]),
        ("The lead of the party shrank by six points.", ["lead of the party"]),
        ("The field is big, and Peru gets 81 percent of it.", ["Peru gets"]),
        ("Peru spends 2 percent of its output on arms, roughly $8 billion.", ["Peru spends … output on arms"] * 2),
        ("They will build a 28-kilometre tunnel at a cost of $15 billion.", ["tunnel at a cost"] * 2),
        ("Some 66 percent backed the deal; among the old only 21 percent did.", ["backed the deal"] * 2),
        ("Support stood at 54 percent, up from 47 percent.", ["Support"] * 2),
        ("By 12 votes to nine on Tuesday the court agreed.", ["votes", "votes"]),
    ],
)
def test_a_measure_is_in_the_reports_words(text: str, wanted: list[str | None]) -> None:
    assert [f.measure for f in figures_of(text)][: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A poll by the Lund Institute showed 64% in favour. Around 85% said no.", ["Lund Institute"] * 2),
        (
            "Exports reached 9 tonnes, according to the Bank of Peru. Imports reached 4 tonnes, the data showed.",
            ["the Bank of Peru"] * 2,
        ),
        ("He said 14 ships sank.", [None]),
        ("The navy said 14 ships sank.", ["The navy"]),
        ("Norway sank 14 ships.", [None]),
        ("Norway sank 14 ships, according to what she wrote.", [None]),
    ],
)
def test_who_gives_a_number_is_named(text: str, wanted: list[str | None]) -> None:
    assert [f.given_by for f in figures_of(text)] == wanted


def test_the_period_is_that_of_the_numbers_own_clause() -> None:
    figures = figures_of(
        "Last year Peru sold 40 tonnes while importing 3 tonnes. "
        "Some curbs ended in 2019, but a 25% levy on tin remained in place."
    )

    assert [f.period for f in figures] == ["Last year", "Last year", None]


def test_a_quote_holds_the_hedge_and_the_noun() -> None:
    figures = figures_of("Chile sent more than 40 fishing boats to the reef.")

    assert figures[0].quote.exact == "more than 40 fishing boats"


def test_hundreds_of_digits_are_no_figure() -> None:
    assert values(f"Lima bought 1{'0' * 400} lorries.") == []
