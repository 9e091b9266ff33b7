"""PLOVER 2.0: what kinds of act there are, and what became of an act."""

from enum import StrEnum


class ActType(StrEnum):
    """The 16 types of PLOVER 2.0."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """What the report says became of an act."""

    HAPPENED = "happened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"
    NEGATED = "negated"


UTTERED = frozenset({ActType.AGREE, ActType.CONCEDE, ActType.THREATEN, ActType.REQUEST})
"""Acts that have happened when they were uttered; what is promised or asked is another thing."""
SAID = UTTERED | {ActType.REJECT, ActType.ACCUSE, ActType.SUPPORT}
"""Acts that are done by saying so: what they are about has not happened for being spoken of."""

SCORE_BY_TYPE = {
    ActType.AGREE: 2.5,
    ActType.CONSULT: 2.5,
    ActType.SUPPORT: 5.0,
    ActType.CONCEDE: 4.5,
    ActType.COOPERATE: 9.5,
    ActType.AID: 10.0,
    ActType.RETREAT: 6.5,
    ActType.REQUEST: 0.0,
    ActType.ACCUSE: -3.0,
    ActType.REJECT: -2.0,
    ActType.THREATEN: -3.5,
    ActType.PROTEST: -5.0,
    ActType.SANCTION: -6.0,
    ActType.MOBILIZE: -5.5,
    ActType.COERCE: -7.0,
    ActType.ASSAULT: -9.0,
}
"""PLOVER's conflict-cooperation scale, -10 to +10 (PLOVER 2.0, draft manual)."""

MODES_BY_TYPE: dict[ActType, dict[str, float]] = {
    ActType.CONSULT: {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
    ActType.RETREAT: {
        "withdraw": 8,
        "release": 6.5,
        "disarm": 10,
        "ceasefire": 7.5,
        "access": 6.5,
        "resign": 4.5,
    },
    ActType.REQUEST: {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
    ActType.ACCUSE: {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
    ActType.REJECT: {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
    ActType.THREATEN: {
        "restrict": -3,
        "arrest": -3.5,
        "relations": -3.5,
        "expel": -3.5,
        "territory": -4,
        "violence": -3.5,
    },
    ActType.PROTEST: {
        "demo": -5,
        "riot": -7,
        "strike": -5,
        "hunger": -4.5,
        "boycott": -4.5,
        "obstruct": -4.5,
        "vandalize": -5,
    },
    ActType.SANCTION: {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
    ActType.MOBILIZE: {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
    ActType.COERCE: {
        "seize": -7,
        "restrict": -7,
        "censor": -6.5,
        "curfew": -6.5,
        "martial-law": -7.5,
        "arrest": -7,
        "deport": -7,
        "withhold": -7,
        "misinformation": -6.5,
        "cyber": -7,
    },
    ActType.ASSAULT: {
        "abduct": -8.5,
        "beat": -7.5,
        "torture": -8.5,
        "sexual": -8.5,
        "targeted": -9.5,
        "destroy": -8.5,
        "primitive": -8,
        "firearms": -9,
        "explosives": -9,
        "suicide-attack": -9.5,
        "aerial": -9.5,
        "drone": -9.5,
        "heavy-weapons": -9.5,
        "crowd-control": -7.5,
        "unconventional": -10,
    },
}
"""The modes of each type with their scores (PROTEST-vandalize takes its type's); a type that is not a key has none."""

CONTEXTS = frozenset(
    {
        "military",
        "intelligence",
        "executive",
        "legislative",
        "election",
        "political_institutions",
        "pro_democracy",
        "pro_autocracy",
        "economic",
        "legal",
        "reparations",
        "human_rights",
        "rights_freedoms",
        "repression",
        "human_security",
        "gender",
        "lgbt",
        "religion_ethnicity",
        "inequality",
        "diplomatic",
        "territory",
        "peacekeeping",
        "health",
        "asylum",
        "migration",
        "disasters",
        "natural_resource",
        "environment",
        "technology",
        "terrorism",
        "cbrn",
        "cyber",
        "misinformation",
        "crime",
        "corruption",
        "illegal_drugs",
        "trafficking",
    }
)
"""The 37 contexts of PLOVER 2.0."""


def score(type_: ActType, mode: str | None) -> float:
    """The place of an act on PLOVER's scale; its mode's where it has one."""
    return float(MODES_BY_TYPE.get(type_, {}).get(mode or "", SCORE_BY_TYPE[type_]))
