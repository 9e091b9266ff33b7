"""Who an actor's words mean, as of a day: `detente who` and the evaluation of the actor data ask here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.domain.ids import ActorId
from detente.rules.actors import Kind, Knowledge, Named
from detente.rules.names import fold
from detente.rules.offices import Office, Person
from detente.rules.roles import POWERS, Sense

_WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|'s|’s|,")
_POSSESSIVE = re.compile(r"(\w)\s*['’]s\b")
CURRENT_MARK = 2.0
TITLE_MARK = 3.0
"""A title that fits outweighs an office held that day: "Senator" before a name that a minister bears too."""


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """What is known of the one whom words mean."""

    country: ActorId | None = None
    sector: str | None = None
    person: Person | None = None
    offices: tuple[Office, ...] = ()
    """What he held on the day, highest first."""
    name: str | None = None
    """The name by which the data knows him."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A known name among the words."""

    first: int
    last: int
    named: tuple[Named, ...]


def who(text: str, day: date | None, knowledge: Knowledge) -> WhoAnswer:
    """Whom words such as "the Norwegian foreign minister" or "Jens Stoltenberg" mean on a day."""
    words = _words(text, knowledge)
    hits = _hits(words, knowledge)
    head = _head(words, hits, knowledge)
    at_head = [hit for hit in hits if hit.first <= head <= hit.last]
    persons = [n.person for hit in at_head for n in hit.named if n.person] or _called(words, head, hits, knowledge)
    lemmas = [_lemma(w, knowledge) for w in words]
    if persons:
        title = lemmas[: at_head[0].first if at_head else head]
        return _person(persons, title, _country(words, hits, head, knowledge), day, knowledge)
    sense = knowledge.roles.sense(lemmas[: head + 1], lemmas[head + 1 :])
    if at_head:
        return _named(at_head[0], words, hits, knowledge)
    country = _country(words, hits, head, knowledge)
    if sense is None:
        sense = next((s for end in range(len(lemmas), 0, -1) if (s := knowledge.roles.sense(lemmas[:end]))), None)
    return WhoAnswer(country, _sector(sense, hits), name=None)


def _words(text: str, knowledge: Knowledge) -> list[str]:
    """The words; one with a hyphen is parted where a role ends it ("ex-diplomat") and no role knows the whole."""
    found: list[str] = []
    for word in _WORDS.findall(_POSSESSIVE.sub(r"\1 's", text)):
        parts = word.split("-")
        is_role = len(parts) > 1 and knowledge.roles.role_of((parts[-1].lower(),)) is not None
        found += parts if is_role and not knowledge.roles.knows(word.lower()) else [word]
    return found


def _hits(words: Sequence[str], knowledge: Knowledge) -> list[_Hit]:
    text = knowledge.pieces(words)
    hits, at = [], 0
    while at < len(text):
        end, named = knowledge.names.longest(text, at)
        if end == at:
            at += 1
            continue
        meant = tuple(n for n in dict.fromkeys(named) if n.kind is not Kind.NOTHING)
        hits.append(_Hit(text[at].word, text[end - 1].word, meant))
        at = end
    return hits


def _head(words: Sequence[str], hits: Sequence[_Hit], knowledge: Knowledge) -> int:
    """The number of the head noun: the last word before the first preposition that is in no name or role."""
    inside = {i for hit in hits for i in range(hit.first, hit.last + 1)}
    stops = knowledge.reference.stops
    ends = [
        i for i, word in enumerate(words)
        if i and i not in inside and (word.lower() in stops or word == ",") and not _in_role(words, i, knowledge)
    ]  # fmt: skip
    head = ends[0] - 1 if ends else len(words) - 1
    if len(ends) > 1 and words[head].lower() in knowledge.reference.amounts:
        return ends[1] - 1  # "a group of men" are men
    return len(words) - 1 if len(ends) == 1 and words[head].lower() in knowledge.reference.amounts else head


def _in_role(words: Sequence[str], i: int, knowledge: Knowledge) -> bool:
    """Whether a preposition stands within the words of one role ("director of central intelligence")."""
    lemmas = [_lemma(w, knowledge) for w in words]
    return any(
        (found := knowledge.roles.role_of(lemmas[:end])) is not None and found[1] < i
        for end in range(i + 2, min(i + 4, len(words)) + 1)
    )


def _lemma(word: str, knowledge: Knowledge) -> str:
    """A word in the singular, where the roles know it so."""
    low = word.lower().replace("’", "'")
    low = knowledge.naming.ranks.get(low, low)
    if knowledge.roles.role_of((low,)) is not None:
        return low
    for plural, singular in knowledge.reference.plurals:
        single = low[: len(low) - len(plural)] + singular if low.endswith(plural) else ""
        if single and knowledge.roles.knows(single):
            return single
    return low


def _called(words: Sequence[str], head: int, hits: Sequence[_Hit], knowledge: Knowledge) -> list[Person]:
    """The persons whom the last word calls by the family name alone."""
    if not words or not words[head][:1].isupper() or any(hit.first <= head <= hit.last for hit in hits):
        return []
    surname = words[head]
    before = [w for i, w in enumerate(words[:head]) if not any(hit.first <= i <= hit.last for hit in hits)]
    titled = bool(before) and (
        knowledge.roles.role_of([_lemma(w, knowledge) for w in before]) is not None
        or fold(before[-1]) in knowledge.naming.honorifics
    )
    alone = head == 0 and fold(surname) not in knowledge.naming.common_surnames
    return list(knowledge.called(surname)) if titled or alone else []


def _person(
    persons: Sequence[Person], title: Sequence[str], country: ActorId | None, day: date | None, knowledge: Knowledge
) -> WhoAnswer:
    role = knowledge.roles.sense(title)
    words = " ".join(title)

    def mark(person: Person) -> tuple[float, str, str]:
        offices = person.offices_on(day)
        held = [fold(o.title) for o in person.offices]
        fits = role is not None and any(t in words or any(w in t for w in title[-1:]) for t in held)
        rank = min((o.rank for o in person.offices), default=9)
        now = CURRENT_MARK if offices and (day is not None or offices[0].until is None) else 0
        stays = 0 if country is None or person.of == country else -10
        return (
            now + TITLE_MARK * fits - rank / 10 + stays,
            max((o.since or "" for o in person.offices), default=""),
            person.name,
        )

    best = max(persons, key=mark)
    sector = best.sector_on(day)
    if role is not None and (
        role.sector == "ELI" or sector is None or (sector == "ELI" and role.sector in POWERS and day is None)
    ):
        sector = role.sector
    return WhoAnswer(best.of, sector, best, best.offices_on(day), best.name)


def _named(hit: _Hit, words: Sequence[str], hits: Sequence[_Hit], knowledge: Knowledge) -> WhoAnswer:
    """What a name other than a person's stands for; another state before it decides between bearers."""
    others = {n.home for other in hits if other is not hit for n in other.named}
    order = [Kind.STATE, Kind.BODY, Kind.SEAT, Kind.ORGAN, Kind.GROUP, Kind.PARTY, Kind.PEOPLE, Kind.PLACE]
    named = min(hit.named, key=lambda n: (n.home not in others, order.index(n.kind)), default=None)
    if named is None:
        return WhoAnswer()
    sector = named.sector
    if named.kind is Kind.SEAT:
        sector = "GOV"
    elif named.kind in (Kind.PEOPLE, Kind.PLACE):
        sector = "CVL"
    elif sector is None:
        sense = knowledge.roles.sense([_lemma(w, knowledge) for w in words[hit.first : hit.last + 1]])
        sector = sense.sector if sense is not None and named.kind is Kind.BODY else None
    return WhoAnswer(named.home, sector, name=named.name)


def _country(words: Sequence[str], hits: Sequence[_Hit], head: int, knowledge: Knowledge) -> ActorId | None:
    """The state to which the head noun belongs: one named before it, else one after "of", "in" or "from"."""
    before = [hit for hit in hits if hit.last <= head]
    after = [hit for hit in hits if hit.first > head and _is_owner(words, hit, head, knowledge)]
    for hit in (*before, *after):
        homes = {n.home for n in hit.named if n.home is not None}
        if len(homes) == 1:
            return homes.pop()
    return None


def _is_owner(words: Sequence[str], hit: _Hit, head: int, knowledge: Knowledge) -> bool:
    between = [w.lower() for w in words[head + 1 : hit.first] if w.lower() in knowledge.reference.stops]
    return bool(between) and between[-1] in knowledge.reference.owners


def _sector(sense: Sense | None, hits: Sequence[_Hit]) -> str | None:
    """The role's sector; that of an organ beside it, where the role takes it or there is none."""
    organs = [
        n.sector for hit in hits for n in hit.named if n.kind in (Kind.ORGAN, Kind.GROUP, Kind.PARTY) and n.sector
    ]
    if sense is None:
        return organs[0] if organs else None
    if sense.role.is_carrier and organs and sense.sector == "GOV":
        return organs[0]
    return sense.sector
