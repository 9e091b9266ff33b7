"""Who does what to whom, whatever the shape of the clause; and what became of it."""

import pytest
from acts_of import Coder, ids

from detente.mentions import clauses

SHAPES = {
    "The Iranian envoys that Norway expelled left.": ("SANCTION", ["NOR"], ["IRN"]),
    "The Iranian envoy whom Norway expelled left.": ("SANCTION", ["NOR"], ["IRN"]),
    "Sweden condemned and sued Denmark.": ("ACCUSE", ["SWE"], ["DNK"]),
    "Norway, condemned by Iran, kept silent.": ("ACCUSE", ["IRN"], ["NOR"]),
    "The troops of Chad that attacked Niger and bombed Mali fled.": ("ASSAULT", ["TCD"], ["MLI"]),
    "Chad has begun to bomb Libya.": ("ASSAULT", ["TCD"], ["LBY"]),
    "Egypt launched raids and strikes on Libya.": ("ASSAULT", ["EGY"], ["LBY"]),
    "One of the two rivals, Peru, condemned Brazil.": ("ACCUSE", ["PER"], ["BRA"]),
    "Two of Turkey's jets bombed Syria.": ("ASSAULT", ["TUR"], ["SYR"]),
    "The Danish premier met John Smith.": ("CONSULT", ["DNK"], []),
    "Asylum was granted to a Cuban by Brazil.": ("AID", ["BRA"], ["CUB"]),
    "A Dutch court found the Syrian colonel guilty.": ("ACCUSE", ["NLD"], ["SYR"]),
    "Poland thanked Estonia for sending tanks to Ukraine.": ("AID", ["EST"], ["UKR"]),
    "Iran issued a statement condemning Oman.": ("ACCUSE", ["IRN"], ["OMN"]),
    "Chad freed Malian rebels that France said bombed Niger.": ("ASSAULT", ["MLI"], ["NER"]),
    "Iran refrained from bombing Iraq.": ("ASSAULT", ["IRN"], ["IRQ"]),
    "Following a call with the Polish premier, the Danish premier flew home.": ("CONSULT", ["DNK", "POL"], []),
    "Turkey says two of its F-16s bombed Syria.": ("ASSAULT", ["TUR"], ["SYR"]),
    "After the summit, Japan and Chile agreed to open the road.": ("AGREE", ["CHL", "JPN"], []),
    "Chad condemned the rebels who attacked.": ("ACCUSE", ["TCD"], []),
    "Peru along with Chile condemned Bolivia.": ("ACCUSE", ["CHL", "PER"], ["BOL"]),
    "Peru, alongside Chile, condemned Bolivia.": ("ACCUSE", ["CHL", "PER"], ["BOL"]),
    "Peru went along with the plan and condemned Bolivia.": ("ACCUSE", ["PER"], ["BOL"]),
    "Kenya and Uganda accused each other of lying.": ("ACCUSE", ["KEN", "UGA"], []),
    "Kenya and Uganda accused one another of lying.": ("ACCUSE", ["KEN", "UGA"], []),
    "Oman seized Iranian and Omani funds.": ("COERCE", ["OMN"], ["IRN"]),
    "Egypt bombed the Gaza Strip.": ("ASSAULT", ["EGY"], ["PSE"]),
    "The treaty from which Chad withdrew was old.": ("SANCTION", ["TCD"], []),
    "Kenya said Chad was destabilising the region.": ("ACCUSE", ["KEN"], ["TCD"]),
    "The Georgian president said on a visit to Latvia that he was glad.": ("CONSULT", ["GEO"], ["LVA"]),
    "Burundians were given shelter in Tanzania.": ("AID", ["TZA"], ["BDI"]),
    "Ghana got a letter from the Togolese president asking for help.": ("REQUEST", ["TGO"], ["GHA"]),
    "A letter asking Togo for help was sent by Ghana.": ("REQUEST", ["GHA"], ["TGO"]),
    "Bolivia has stopped buying Chilean grapes.": ("SANCTION", ["BOL"], ["CHL"]),
    "Egypt, together with Sudan, condemned Chad.": ("ACCUSE", ["EGY", "SDN"], ["TCD"]),
    "The foreign ministers of Egypt, Sudan and Ethiopia met in Kinshasa.": ("CONSULT", ["EGY", "ETH", "SDN"], []),
    "Peru expelled German, French and Spanish diplomats.": ("SANCTION", ["PER"], ["DEU", "ESP", "FRA"]),
    "Kenya lifted curbs on steel parts that it had imposed on Uganda.": ("RETREAT", ["KEN"], ["UGA"]),
    "Sudanese troops moved into Fashqa, an area farmed by Ethiopians.": ("MOBILIZE", ["SDN"], ["ETH"]),
    "Russia brokered a truce in Moscow.": ("CONSULT", ["RUS"], []),
    "The soldiers of Chad and the rebels met.": ("CONSULT", ["TCD"], []),
}

STANDINGS = {
    "The planned talks between Chile and Peru were in the papers.": ("AGREE", "planned"),
    "Serbia would attack Kosovo if it could.": ("ASSAULT", "hypothetical"),
    "Bolivia left without signing the treaty with Peru.": ("SUPPORT", "negated"),
    "Lebanon may face Israeli strikes on Beirut.": ("ASSAULT", "hypothetical"),
    "Chile is unlikely to sign the treaty with Peru.": ("SUPPORT", "hypothetical"),
    "Chad plans to sue Mali.": ("ACCUSE", "planned"),
    "Chad has a plan to bomb Libya.": ("THREATEN", "planned"),
    "Denmark must recall its envoy from Iran.": ("SANCTION", "demanded"),
    "In a speech, Denmark offered aid to Iran.": ("AGREE", "happened"),
}


@pytest.mark.parametrize(("text", "want"), SHAPES.items(), ids=list(SHAPES))
def test_who_does_what_to_whom(text: str, want: tuple[str, list[str], list[str]], coder: Coder) -> None:
    found = [(str(act.type), ids(act, "actors"), ids(act, "recipients")) for act in coder.acts_of(text)]

    assert want in found


@pytest.mark.parametrize(("text", "want"), STANDINGS.items(), ids=list(STANDINGS))
def test_what_became_of_it(text: str, want: tuple[str, str], coder: Coder) -> None:
    found = [(str(act.type), str(act.standing.status)) for act in coder.acts_of(text)]

    assert want in found


@pytest.mark.parametrize(
    "text", ["Who attacked Chad?", "Talks with Iran", "Attacked at dawn.", "He met her.", "Chad, eager to bomb, slept."]
)
def test_where_nobody_acts_there_is_nothing_to_code(text: str, coder: Coder) -> None:
    assert coder.acts_of(text) == ()


def test_a_pronoun_acts_for_whom_an_earlier_sentence_names(coder: Coder) -> None:
    last = coder.acts_of("Chad condemned Mali. It expelled the envoy of Niger.")[-1]

    assert ids(last, "actors") == ["TCD"]


def test_nothing_stands_over_the_head_of_a_sentence(coder: Coder) -> None:
    (sentence,) = coder.sentences_of("Chad condemned Mali.")

    assert clauses.governor(sentence, sentence.root.i) is None


def test_a_question_has_no_subject(coder: Coder) -> None:
    (sentence,) = coder.sentences_of("Who attacked Chad?")

    assert clauses.surface_subject(sentence, sentence.root.i) == []
