"""Sixty sentences in which a coder by key words goes wrong: denied, negated, hypothetical, future, past, idioms."""

import pytest
from acts_of import Coder, ids

Want = tuple[str, str, list[str], list[str]] | None
"""Type, status, actors and recipients of the one act, or None where there is none to code."""

PROBES: dict[str, Want] = {
    # denied and refused
    "Iran denied that it had attacked the Saudi refinery.": ("REJECT", "happened", ["IRN"], ["SAU"]),
    "Russia has denied the Estonian accusation.": ("REJECT", "happened", ["RUS"], ["EST"]),
    "Rwanda said it had not attacked Burundi.": ("REJECT", "happened", ["RWA"], ["BDI"]),
    "Bolivia refused to extradite the banker to Spain.": ("REJECT", "happened", ["BOL"], ["ESP"]),
    "Turkey will not ratify the Finnish accession.": ("REJECT", "happened", ["TUR"], ["FIN"]),
    "Serbia says it will never recognise Kosovo.": ("REJECT", "happened", ["SRB"], ["KOS"]),
    "Greece shot down the Turkish proposal.": ("REJECT", "happened", ["GRC"], ["TUR"]),
    "Egypt turned down Ethiopia's offer.": ("REJECT", "happened", ["EGY"], ["ETH"]),
    # negated
    "Peru did not sign the treaty with Ecuador.": ("SUPPORT", "negated", ["ECU", "PER"], []),
    "No agreement was reached between Libya and Malta.": ("AGREE", "negated", ["LBY", "MLT"], []),
    "Chile has never attacked Bolivia.": ("ASSAULT", "negated", ["CHL"], ["BOL"]),
    "Neither Japan nor China held talks on Sunday.": ("CONSULT", "negated", ["CHN", "JPN"], []),
    "India has not expelled the Canadian envoy.": ("SANCTION", "negated", ["IND"], ["CAN"]),
    "The Kenyan president did not meet his Somali counterpart.": ("CONSULT", "negated", ["KEN", "SOM"], []),
    # hypothetical
    "Ethiopia could attack Eritrea.": ("ASSAULT", "hypothetical", ["ETH"], ["ERI"]),
    "If Israel bombs Lebanon, prices will rise.": None,
    "Denmark is considering sanctions on Belarus.": ("SANCTION", "hypothetical", ["DNK"], ["BLR"]),
    "Poland might recall its ambassador from Hungary.": ("SANCTION", "hypothetical", ["POL"], ["HUN"]),
    # demanded
    "Spain urged Morocco to release the fishermen.": ("REQUEST", "happened", ["ESP"], ["MAR"]),
    "Norway called for talks between Sudan and Chad.": ("REQUEST", "happened", ["NOR"], ["SDN", "TCD"]),
    "Lebanon said Israel must withdraw its troops.": ("REQUEST", "happened", ["LBN"], ["ISR"]),
    "Thailand asked Myanmar to hand over the suspect.": ("REQUEST", "happened", ["THA"], ["MMR"]),
    # future
    "The French president will visit Algeria in May.": ("AGREE", "planned", ["FRA"], ["DZA"]),
    "Sweden will send medicine to Moldova.": ("AGREE", "planned", ["SWE"], ["MDA"]),
    "Ghana agreed to send troops to Mali.": ("AGREE", "happened", ["GHA"], ["MLI"]),
    "Russia said it would release the Ukrainian sailors.": ("AGREE", "happened", ["RUS"], ["UKR"]),
    "Ethiopia will withdraw its troops from Somalia.": ("CONCEDE", "planned", ["ETH"], ["SOM"]),
    "Jordan decided to lift the ban on Syrian fruit.": ("CONCEDE", "happened", ["JOR"], ["SYR"]),
    "China said it would impose tariffs on Australia.": ("THREATEN", "happened", ["CHN"], ["AUS"]),
    "Azerbaijan vowed to strike Armenia.": ("THREATEN", "happened", ["AZE"], ["ARM"]),
    "The Indian premier plans to meet the president of Nepal.": ("AGREE", "planned", ["IND", "NPL"], []),
    "Vietnam and Laos are expected to sign a pact.": ("AGREE", "planned", ["LAO", "VNM"], []),
    # historical
    "In 1990 Iraq invaded Kuwait.": ("ASSAULT", "happened", ["IRQ"], ["KWT"]),
    "Egypt and Israel signed the treaty in 1979.": ("SUPPORT", "happened", ["EGY", "ISR"], []),
    "Cuba, which jailed the American in 2009, freed him.": ("COERCE", "happened", ["CUB"], ["USA"]),
    "Portugal had broken off relations with Indonesia.": ("SANCTION", "happened", ["PRT"], ["IDN"]),
    # nominalised
    "The expulsion of two Russian diplomats by Norway was sudden.": ("SANCTION", "happened", ["NOR"], ["RUS"]),
    "Tokyo's curbs on exports to Seoul hurt chipmakers.": ("SANCTION", "happened", ["JPN"], ["KOR"]),
    "Saudi Arabia's bombing of Yemen went on.": ("ASSAULT", "happened", ["SAU"], ["YEM"]),
    "Talks between Armenia and Turkey ended in Vienna.": ("CONSULT", "happened", ["ARM", "TUR"], []),
    "The arrest of a Greek captain by Libya caused a row.": ("COERCE", "happened", ["LBY"], ["GRC"]),
    "The Polish president's visit to Lithuania lasted a day.": ("CONSULT", "happened", ["POL"], ["LTU"]),
    # quoted and attributed
    "The Latvian president “strongly condemned” Belarus.": ("ACCUSE", "happened", ["LVA"], ["BLR"]),
    "Turkey said Greece violated its airspace.": ("ACCUSE", "happened", ["TUR"], ["GRC"]),
    "Peru's president should not stop at words on Chile.": None,
    "According to Colombia, Venezuela is to blame.": ("ACCUSE", "happened", ["COL"], ["VEN"]),
    "Ukraine called the Hungarian veto a disgrace.": ("ACCUSE", "happened", ["UKR"], ["HUN"]),
    # voice and order
    "Two Malian soldiers were detained by Ivory Coast.": ("COERCE", "happened", ["CIV"], ["MLI"]),
    "Sanctions were imposed on Nicaragua by Canada.": ("SANCTION", "happened", ["CAN"], ["NIC"]),
    "Chad, accused by Sudan of arming rebels, closed no road.": ("ACCUSE", "happened", ["SDN"], ["TCD"]),
    "The Russian envoy whom Romania expelled left on Friday.": ("SANCTION", "happened", ["ROU"], ["RUS"]),
    # idioms
    "Kenya and Tanzania struck a deal on cattle.": ("AGREE", "happened", ["KEN", "TZA"], []),
    "Syria's army fought back against the rebels with artillery.": ("ASSAULT", "happened", ["SYR"], []),
    "Ecuador hit back at Mexico in a statement.": ("ACCUSE", "happened", ["ECU"], ["MEX"]),
    "The prime minister struck a chord with the voters of Ghana.": None,
    "Fiji opened fire on imports with a catchy advert.": None,
    "Japan and Italy locked horns in the final.": None,
    "The minister killed time at the airport in Lima.": None,
    "Sweden bombed at the song contest.": None,
    "Austria attacked from the first whistle.": None,
    "France was hit by a heat wave.": None,
}


@pytest.mark.parametrize(("text", "want"), PROBES.items(), ids=list(PROBES))
def test_a_sentence_is_coded_as_its_reader_takes_it(text: str, want: Want, coder: Coder) -> None:
    acts = coder.acts_of(text)

    found = [(str(act.type), str(act.standing.status), ids(act, "actors"), ids(act, "recipients")) for act in acts]
    assert want in found if want else found == []
