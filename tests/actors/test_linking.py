from collections.abc import Callable
from datetime import date

import pytest
from linked import Linked

from detente.domain.parties import PartyKind

MARCH_2023 = date(2023, 3, 20)
Link = Callable[..., Linked]


@pytest.mark.parametrize(
    ("text", "word", "ids"),
    [
        ("Japan complained.", "Japan", ["JPN"]),
        ("Tokyo complained.", "Tokyo", ["JPN"]),
        ("The Kremlin complained.", "Kremlin", ["RUS"]),
        ("They met in Tokyo.", "Tokyo", []),
        ("They met in Osaka.", "Osaka", []),
        ("The Israeli army withdrew.", "army", ["ISR"]),
        ("Norway's foreign ministry complained.", "ministry", ["NOR"]),
        ("Japanese and South Korean officials met.", "officials", ["JPN", "KOR"]),
        ("The leaders of Chile and Peru met.", "leaders", ["CHL", "PER"]),
        ("The Pentagon complained.", "Pentagon", ["USA"]),
        ("NATO officials complained.", "officials", ["NATO"]),
        ("The minister of trade of Peru resigned.", "minister", ["PER"]),
        ("The Osaka police made an arrest.", "police", ["JPN"]),
        ("A US-based firm complained to Peru.", "firm", [None]),
        ("Hamas fired rockets.", "Hamas", ["HAMAS"]),
        ("A Hamas spokesman spoke.", "spokesman", ["HAMAS"]),
        ("They spoke in French.", "French", []),
        ("The French complained.", "French", ["FRA"]),
        ("The Obama administration complained.", "administration", ["USA"]),
        ("Kenya's Supreme Court ruled.", "Court", ["KEN"]),
        ("Two gunmen fled.", "gunmen", [None]),
        ("Two Syrians fled.", "Syrians", ["SYR"]),
        ("The Russians complained.", "Russians", ["RUS"]),
        ("They kept their office.", "office", []),
        ("TOKYO - The talks ended.", "TOKYO", []),
        ("They met in Tokyo and Seoul.", "Seoul", []),
        ("The US-based firm complained.", "US", []),
        ("The Moscow-led bloc complained.", "Moscow", []),
        ("Which US consulate should it close?", "consulate", ["USA"]),
        ("The army of the city of Osaka marched.", "army", ["JPN"]),
        ("The police in Osaka were calm.", "police", ["JPN"]),
        ("An American complained.", "American", ["USA"]),
        ("Peru protested. Congress met.", "Congress", ["PER"]),
        ("The Ministry of Defence of Peru complained.", "Ministry", ["PER"]),
        ("Peruvian troops and Chilean police met.", "police", ["CHL"]),
        ("A general of the army of Peru resigned.", "general", ["PER"]),
        ("A Greek-flagged tanker sank.", "tanker", ["GRC"]),
        ("A South Korean-flagged ship sank.", "ship", ["KOR"]),
        ("A Turkish-backed militia marched.", "militia", ["TUR"]),
        ("A Greek-style ship sank.", "ship", []),
        ("An Atlantic-flagged ship sank.", "ship", []),
        ("In Lima the opposition objected.", "opposition", ["PER"]),
        ("In May the opposition objected.", "opposition", [None]),
        ("A NATO member objected to Peru.", "member", [None]),
        ("NATO's members objected to Peru.", "members", ["NATO"]),
        ("A NATO member's jets left Peru.", "jets", [None]),
        ("The diplomats at the Kenyan embassy in Lima left.", "diplomats", ["KEN"]),
        ("The embassy in Lima closed.", "embassy", [None]),
        ("The two neighbours, Peru and Chile, agreed.", "neighbours", ["PER", "CHL"]),
        ("Ministers from the two neighbours, Peru and Chile, met.", "Ministers", ["PER", "CHL"]),
        ("Kenya saw Dutch, Danish and Swedish envoys.", "envoys", ["NLD", "DNK", "SWE"]),
        ("Kenya saw Dutch, Danish envoys.", "envoys", ["DNK"]),
        ("Two rivals, Ali and Frazier, met.", "rivals", []),
        ("Peru's minister met his counterparts from Chile and Bolivia.", "counterparts", ["CHL", "BOL"]),
        ("Ukraine's president flew to Brussels.", "Brussels", ["BEL"]),
        ("The EU objected. Ukraine's president flew to Brussels.", "Brussels", ["EU"]),
        ("Peru sued Chile. The army of the bloc's members left.", "army", [None]),
    ],
)
def test_a_noun_phrase_stands_for_its_parties(link: Link, text: str, word: str, ids: list[str | None]) -> None:
    assert link(text).ids(word) == ids


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Two Syrians fled.", "Syrians", PartyKind.GROUP),
        ("A Danish shipping company complained.", "company", PartyKind.COMPANY),
        ("Samsung complained.", "Samsung", PartyKind.COMPANY),
        ("The Danish army complained.", "army", PartyKind.STATE),
        ("Danish opposition leaders complained.", "leaders", PartyKind.GROUP),
        ("A former Danish minister complained.", "minister", PartyKind.PERSON),
        ("Xinhua reported it.", "Xinhua", PartyKind.GROUP),
        ("UN peacekeepers withdrew.", "peacekeepers", PartyKind.BODY),
    ],
)
def test_only_those_who_act_for_a_state_are_it(link: Link, text: str, word: str, kind: PartyKind) -> None:
    assert link(text).parties(word)[0].kind is kind


def test_a_family_name_may_come_before_the_full_one(link: Link) -> None:
    linked = link("Rojas came late. Peruvian president Pedro Rojas was in Chile.")

    assert linked.ids("Rojas") == ["PER"]


def test_a_counterpart_is_no_role_of_his_own(link: Link) -> None:
    speaker = link("Norway's foreign minister met his Danish counterpart Lars Holm.").speaker("Holm")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == ("Lars Holm", None, "DNK")


def test_a_president_is_the_state_on_the_day(link: Link) -> None:
    party = link("Yoon Suk Yeol spoke.", MARCH_2023).parties("Yoon")[0]

    assert (party.id, party.kind, party.via, party.sector) == ("KOR", PartyKind.STATE, "Yoon Suk Yeol", "GOV")


def test_a_president_who_left_is_a_person(link: Link) -> None:
    party = link("Moon Jae-in spoke.", MARCH_2023).parties("Moon")[0]

    assert (party.id, party.kind, party.sector) == ("KOR", PartyKind.PERSON, "ELI")


def test_a_title_of_the_time_makes_a_past_president_the_state(link: Link) -> None:
    party = link("In 1984, US President Ronald Reagan sent envoys home.", MARCH_2023).parties("Reagan")[0]

    assert (party.id, party.kind) == ("USA", PartyKind.STATE)


def test_one_called_former_stays_a_person(link: Link) -> None:
    text = "Former US President Bill Clinton spoke. Later President Clinton left."

    party = link(text, MARCH_2023).parties("Clinton", 1)[0]

    assert party.kind is PartyKind.PERSON


def test_an_unknown_minister_takes_the_state_of_the_title(link: Link) -> None:
    text = "Peruvian Trade Minister Ada Quispe resigned. Quispe gave no reason."

    party = link(text).parties("Quispe", 1)[0]

    assert (party.id, party.kind, party.via) == ("PER", PartyKind.STATE, "Ada Quispe")


def test_an_apposition_tells_role_and_state(link: Link) -> None:
    speaker = link("Ada Quispe, Peru's deputy trade minister, said it was late.").speaker("Quispe")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == ("Ada Quispe", "Peru's deputy trade minister", "PER")


def test_an_apposition_before_the_name_tells_role_and_state(link: Link) -> None:
    speaker = link("Peru's deputy trade minister, Ada Quispe, said it was late.").speaker("Quispe")

    assert speaker is not None
    assert (speaker.name, speaker.state) == ("Ada Quispe", "PER")


def test_a_state_after_the_name_is_the_title_too(link: Link) -> None:
    party = link("President Ada Quispe of Peru spoke to reporters.").parties("Quispe")[0]

    assert (party.id, party.via) == ("PER", "Ada Quispe")


def test_a_title_of_several_words_reaches_over_of(link: Link) -> None:
    speaker = link("US Deputy Secretary of State Linda Harmon said it was late.").speaker("Harmon")

    assert speaker is not None
    assert (speaker.role, speaker.state) == ("US Deputy Secretary of State", "USA")


def test_where_a_professor_teaches_is_not_whom_he_speaks_for(link: Link) -> None:
    speaker = link("Ada Moe, a professor at the Seoul campus of Lund University, said it was late.").speaker("Moe")

    assert speaker is not None
    assert speaker.state is None


def test_a_name_with_junior_is_called_without_it(link: Link) -> None:
    text = "Philippine President Ferdinand Marcos Jr spoke. Marcos Jnr left."

    assert link(text, MARCH_2023).ids("Marcos", 1) == ["PHL"]


def test_the_government_called_by_a_leader_is_the_state(link: Link) -> None:
    party = link("The Obama administration expelled envoys.", MARCH_2023).parties("administration")[0]

    assert (party.id, party.kind) == ("USA", PartyKind.STATE)


def test_a_leader_who_left_long_ago_is_known_by_the_family_name(link: Link) -> None:
    party = link("Obama spoke to reporters.", MARCH_2023).parties("Obama")[0]

    assert (party.id, party.kind) == ("USA", PartyKind.PERSON)


def test_a_common_name_is_the_sitting_leader_of_a_state_that_is_spoken_of(link: Link) -> None:
    text = "South Korea was calm. On Monday President Biden called Mr Yoon."

    assert link(text, MARCH_2023).ids("Yoon") == ["KOR"]


def test_a_party_takes_the_state_beside_it(link: Link) -> None:
    party = link("South Korea's main opposition Democratic Party protested.").parties("Party")[0]

    assert (party.id, party.kind) == ("KOR", PartyKind.GROUP)


def test_a_place_can_be_asked_as_a_party(link: Link) -> None:
    linked = link("They arrived in Osaka.")

    assert [p.id for p in linked.links.place_at(*linked.place("Osaka"))] == ["JPN"]


def test_a_word_that_is_no_place_is_no_party(link: Link) -> None:
    linked = link("They arrived in Osaka.")

    assert linked.links.place_at(*linked.place("arrived")) == ()


def test_a_private_person_speaks_with_his_role(link: Link) -> None:
    text = "Ada Moe, a professor of law at Lund University, said it was late."

    speaker = link(text).speaker("Moe")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == ("Ada Moe", "professor of law at Lund University", None)


def test_a_ministry_speaks_by_its_role(link: Link) -> None:
    speaker = link("The Russian foreign ministry said it was late.").speaker("ministry")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == (None, "Russian foreign ministry", "RUS")


def test_a_state_speaks_by_its_name(link: Link) -> None:
    speaker = link("Australia said it was late.").speaker("Australia")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == ("Australia", None, "AUS")


def test_nobody_speaks_where_nobody_is_named(link: Link) -> None:
    assert link("It rained.").speaker("rained") is None


def test_a_family_name_alone_is_enough_for_one_in_high_office(link: Link) -> None:
    assert link("Kishida spoke to reporters.", MARCH_2023).ids("Kishida") == ["JPN"]


def test_a_family_name_that_is_a_word_needs_more(link: Link) -> None:
    assert "GBR" not in link("May was warm.", date(2018, 5, 1)).ids("May")


def test_a_form_of_address_is_more(link: Link) -> None:
    assert link("Mrs May spoke to reporters.", date(2018, 5, 1)).ids("May") == ["GBR"]


def test_a_name_of_several_is_the_one_of_the_state_in_the_title(link: Link) -> None:
    assert link("Chinese Foreign Minister Wang Yi spoke.", MARCH_2023).ids("Wang") == ["CHN"]


def test_two_bearers_of_one_name_who_fit_alike_are_nobody(link: Link) -> None:
    assert link("The RSF spoke.").ids("RSF") == []


def test_the_state_that_is_spoken_of_decides_between_two_bearers(link: Link) -> None:
    assert link("Sudan voted. The RSF lost, Sudan said.").ids("RSF") == ["RSF-SDN"]


def test_an_organ_takes_the_only_state_of_the_report(link: Link) -> None:
    assert link("Peru voted. The police were calm.").ids("police") == ["PER"]


def test_an_organ_takes_no_state_where_there_are_two(link: Link) -> None:
    assert link("Peru played Chile. The police were calm.").ids("police") == [None]


def test_a_place_tells_its_state(link: Link) -> None:
    linked = link("They met in Osaka.")

    assert linked.links.state_of(*linked.place("Osaka")) == "JPN"


def test_a_name_that_nobody_knows_is_told(link: Link) -> None:
    assert "Zorblatt Front" in link("The Zorblatt Front attacked Peru.").links.unknown
