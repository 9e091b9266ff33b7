"""Coding of single sentences, with the parties found in them or given with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from detente.claims.act_times import time_acts
from detente.claims.attributing import attribute
from detente.claims.coding import CodedAct, code_acts
from detente.claims.completing import complete
from detente.claims.dating import date_phrase
from detente.claims.first_person import with_first_person
from detente.claims.given import GivenParties, Side, side_at
from detente.claims.guessing import Guesser, Place, learn
from detente.claims.hearing import hear
from detente.claims.implying import principals
from detente.claims.linking import Links, link_report
from detente.claims.spoken import code_spoken
from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, When, on_day
from detente.domain.findings import Statement
from detente.domain.parties import Party
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.find_actors import find_actors
from detente.mentions.find_acts import ActMention, find_acts
from detente.mentions.find_quotations import find_quotations
from detente.mentions.find_times import find_times
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.acts import ActRules, load_act_rules
from detente.rules.anaphora import Anaphora, load_anaphora
from detente.rules.cues import StatusCues, load_status_cues
from detente.text.datelines import dateline_of
from detente.text.parse import Parser, load_parser
from detente.text.parsed import Passage, Sentence

Row = dict[str, Any]


@dataclass(frozen=True)
class LineCoder:
    """What coding a sentence needs; the guesser learns when it is first asked."""

    parser: Parser
    knowledge: Knowledge
    acts: ActRules
    status: StatusCues
    anaphora: Anaphora

    def sentences_of(self, text: str) -> tuple[Sentence, ...]:
        """The parse of a text without paragraphs, but for the dateline before it: who is named there does nothing."""
        dateline = dateline_of(text, may_be_named=False)
        start = dateline.length if dateline is not None else 0
        return self.parser.parse(text, [Passage(0, start, len(text))]) if text[start:].strip() else ()

    def links_of(self, sentences: Sequence[Sentence], day: date | None = None) -> Links:
        """Who is named in a text, as of a day."""
        return link_report(sentences, find_actors(sentences, self.knowledge), self.knowledge, day)

    def acts_of(self, text: str) -> tuple[CodedAct, ...]:
        """The acts that a text without paragraphs tells, as of no day."""
        sentences = self.sentences_of(text)
        return self.coded(text, sentences, self.links_of(sentences))

    def coded(self, text: str, sentences: Sequence[Sentence], links: Links) -> tuple[CodedAct, ...]:
        """The acts of a parsed text whose names are linked."""
        said = attribute(Report(text), sentences, find_quotations(text, [Passage(0, 0, len(text))]), links)
        statements = [s for s in said if isinstance(s, Statement)]
        finder = with_first_person(links, sentences, statements, self.knowledge)
        two = principals(sentences, finder)
        mentioned = find_acts(sentences, self.acts)
        told = hear(code_acts(sentences, mentioned, finder, self.status, two), sentences, finder, self.status)
        spoken = code_spoken(sentences, mentioned, finder, self.status, told)
        return complete((*told, *spoken), sentences, finder, self.anaphora, two)

    @cached_property
    def guesser(self) -> Guesser:
        """What the examples of the rules teach about acts that no rule names."""
        return learn(self.parser, self.acts, self._lessons())

    def _lessons(self) -> Iterator[tuple[Place, ActType]]:
        for rule in self.acts.rules:
            for example in rule.examples:
                sentences = self.sentences_of(example.text)
                mentions = [m for m in find_acts(sentences, self.acts) if m.rule.type is rule.type]
                yield from ((_lesson(sentences[m.sentence], m), example.type) for m in mentions[:1])


def load_line_coder() -> LineCoder:
    """A coder with the packaged parser, names and rules."""
    return LineCoder(load_parser(), load_knowledge(), load_act_rules(), load_status_cues(), load_anaphora())


def code_lines(lines: Iterable[Mapping[str, Any]], coder: LineCoder | None = None) -> Iterator[Row]:
    """For each line with an `id` and a `text` its claims; one claim where an `actor` and a `recipient` are given.

    Where one of the two is given, the claims are those in which it stands on that side.
    """
    tools = coder or load_line_coder()
    for line in lines:
        day = date.fromisoformat(line["date"]) if line.get("date") else None
        if line.get("actor") and line.get("recipient"):
            yield {"id": line["id"], "claims": _given(line["text"], line, day, tools)}
        else:
            claims = _found(line["text"], day, tools)
            yield {"id": line["id"], "claims": [claim for claim in claims if _keeps_to(claim, line)]}


def code_given(
    lines: Iterable[tuple[str, str, tuple[int, int], tuple[int, int]]], coder: LineCoder | None = None
) -> Iterator[Row]:
    """The same for lines of id, text and the places of the two parties."""
    named = ({"id": id_, "text": text, "actor": actor, "recipient": other} for id_, text, actor, other in lines)
    return code_lines(named, coder)


def _keeps_to(claim: Row, line: Mapping[str, Any]) -> bool:
    """Whether the one party that is given, where one is, stands on its side of the claim."""
    for given, side in (("actor", "actors"), ("recipient", "recipients")):
        places = [(p["start"], p["end"]) for p in claim[side] if p["start"] is not None]
        if line.get(given) and not any(Span(*line[given]).meets(Span(*place)) for place in places):
            return False
    return True


def _found(text: str, day: date | None, tools: LineCoder) -> list[Row]:
    sentences = tools.sentences_of(text)
    acts = tools.coded(text, sentences, tools.links_of(sentences, day)) if sentences else ()
    return [
        _row(act, [_party(p) for p in act.parties.actors], [_party(p) for p in act.parties.recipients])
        | {"date": found}
        for act, found in _dated(acts, sentences, day)
    ]


def _dated(
    acts: Sequence[CodedAct], sentences: Sequence[Sentence], day: date | None
) -> Iterator[tuple[CodedAct, Row | None]]:
    """Each act with the days of the phrase that dates it, where there is one."""
    published = on_day(day, Basis.METADATA) if day else None
    for timed in time_acts(acts, sentences, find_times(sentences)):
        yield timed.act, _date(date_phrase(timed.time, published)) if timed.time else None


def _given(text: str, line: Mapping[str, Any], day: date | None, tools: LineCoder) -> list[Row]:
    """One claim between the two given parties: by a rule where one fires, else by what the rules' examples teach."""
    sentences = tools.sentences_of(text)
    links = tools.links_of(sentences, day)
    actor = side_at(sentences, links, Span(*line["actor"]), text)
    recipient = side_at(sentences, links, Span(*line["recipient"]), text)
    if actor is None or recipient is None:
        return []
    parties = [_party(actor.party)], [_party(recipient.party)]
    for as_found in (True, False):
        finder = GivenParties(actor, recipient, sentences, as_found=as_found)
        two = principals(sentences, finder)
        acts = code_acts(sentences, find_acts(sentences, tools.acts), finder, tools.status, two)
        best = max(acts, key=_closeness, default=None)
        if best is not None and _closeness(best)[0] > 0:
            ((_, found),) = _dated([best], sentences, day)
            return [_row(best, *parties) | {"date": found}]
    type_ = tools.guesser.guess(_between(sentences, actor, recipient))
    guessed = {"type": type_, "mode": None, "status": Status.HAPPENED, "rule": f"model/{type_.lower()}", "date": None}
    return [guessed | {"actors": parties[0], "recipients": parties[1]}]


def _closeness(act: CodedAct) -> tuple[int, int]:
    """How well an act fits the given parties, the higher the better; of equals the first."""
    actors = {p.name for p in act.parties.actors}
    recipients = {p.name for p in act.parties.recipients}
    both = ("actor" in actors) + ("recipient" in recipients | actors)
    return (both + ("actor" in actors), -act.mention.trigger)


def _between(sentences: Sequence[Sentence], actor: Side, recipient: Side) -> Place:
    """The words on the way from one party to the other over the tree, with the objects that hang on it."""
    sentence = sentences[actor.sentence]
    named = actor.tokens | (recipient.tokens if recipient.sentence == actor.sentence else frozenset())
    up = _upward(sentence, actor.head)
    down = _upward(sentence, recipient.head) if recipient.sentence == actor.sentence else []
    meeting = next((i for i in up if i in down), up[-1])
    way = [*up[: up.index(meeting) + 1], *down[: down.index(meeting) if meeting in down else 0]]
    objects = [k.i for i in way for k in sentence.kids(i, "dobj", "prt", "acomp", "attr", "xcomp", "neg")]
    return Place(sentence, tuple(i for i in dict.fromkeys([*way, *objects]) if i not in named), frozenset(named))


def _upward(sentence: Sentence, i: int) -> list[int]:
    found = [i]
    while sentence.tokens[found[-1]].head != found[-1]:
        found.append(sentence.tokens[found[-1]].head)
    return found


def _lesson(sentence: Sentence, mention: ActMention) -> Place:
    parties = frozenset((*mention.actors, *mention.recipients, *mention.parties))
    core = dict.fromkeys((mention.trigger, mention.clause, *mention.parts, *mention.complements))
    named = parties | {t.i for t in sentence.tokens if t.pos == "PROPN"}
    return Place(sentence, tuple(i for i in core if i not in parties), named)


def _row(act: CodedAct, actors: list[Row], recipients: list[Row]) -> Row:
    status = act.standing.status
    return {
        "type": act.type,
        "mode": act.mode,
        "status": status,
        "actors": actors,
        "recipients": recipients,
        "rule": act.rule.id,
    }


def _party(party: Party) -> Row:
    start, end = (party.span.start, party.span.end) if party.span else (None, None)
    return {"id": party.id, "name": party.name, "start": start, "end": end}


def _date(when: object) -> Row | None:
    if not isinstance(when, When) or when.earliest is when.latest is None:
        return None
    ends = {"earliest": when.earliest, "latest": when.latest}
    return {key: day.isoformat() if day else None for key, day in ends.items()} | {"precision": when.precision}
