"""From coded acts to claims: each with its words, its time phrase, its place and what it is about."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from detente.claims.act_times import Timed
from detente.claims.coding import CodedAct
from detente.claims.filling import NAMED, PLACES
from detente.claims.tenses import Lead, lead_of, tense_told
from detente.domain.acts import ActType
from detente.domain.findings import Claim, Statement, Unlinked
from detente.domain.ids import StatementId
from detente.domain.parties import Joint, Parties, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.rules.contexts import ContextCues, contexts_of
from detente.rules.roles import POWERS
from detente.text.parsed import Sentence, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
BESIDE = frozenset({"advcl", "relcl", "parataxis", "ccomp"})
"""The relations of clauses that tell of something else."""
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "off", "outside"})


def make_claims(
    report: Report,
    sentences: Sequence[Sentence],
    timed: Sequence[Timed],
    statements: Sequence[Statement],
    cues: ContextCues,
) -> tuple[Claim, ...]:
    """The claims of a report, in the text's order."""
    lead = lead_of(sentences)
    claims = [(_claim(report, sentences[t.act.mention.sentence], t, lead, cues), t) for t in timed]
    known = [(c, t) for c, t in claims if _names_somebody(c)]
    places = [c.quote.span if t.act.mention.pattern.is_said else c.trigger for c, t in known]
    given = [
        replace(c, attributed_to=_statement_around(statements, p)) for (c, _), p in zip(known, places, strict=True)
    ]
    return tuple(sorted(given, key=lambda c: (c.quote.span, c.trigger, c.rule)))


def _claim(report: Report, sentence: Sentence, timed: Timed, lead: Lead, cues: ContextCues) -> Claim:
    act = timed.act
    mention = act.mention
    about = _about(sentence, act)
    return Claim(
        quote=report.quote(act.clause),
        type=act.type,
        parties=_parties_alone(act, sentence),
        status=act.standing.status,
        rule=act.rule.id,
        trigger=sentence.tokens[mention.trigger].span,
        mode=act.mode,
        contexts=contexts_of(about, act.rule, cues),
        time=timed.time,
        is_lead=lead.holds(sentence),
        is_bare=act.is_bare,
        tense=tense_told(sentence, timed, lead),
        place=_place(sentence, (mention.trigger, mention.clause, *mention.parts, *mention.parties)),
        about=about,
        sentence=sentence.span,
        promise=act.promise,
        ground=act.ground,
    )


def _names_somebody(claim: Claim) -> bool:
    """Whether one of the parties is known or bears a name: of "troops" that fought "rebels" no record can be kept."""
    return any(p.id or not p.sector for p in (*claim.parties.actors, *claim.parties.recipients))


def _parties_alone(act: CodedAct, sentence: Sentence) -> Parties:
    """The parties without the things that stand in the recipient's place: "criticised Peru and the outcome"."""
    parties = act.parties
    if isinstance(parties, Joint):
        return parties
    # forces go to a region or a sea, and missiles fall there: it is a place, and nobody whom they threaten
    names = NAMED if act.type is ActType.MOBILIZE else NAMED | PLACES
    found = tuple(p for p in parties.recipients if _is_somebody(p, sentence, names))
    if any(p.id for p in found):
        # "the Peruvian consul and two other envoys" are Peru's
        found = tuple(p for p in found if p.id or (p.sector and p.sector not in POWERS))
    return replace(parties, recipients=found) if found or parties.actors else parties


def _is_somebody(party: Party, sentence: Sentence, names: Collection[str]) -> bool:
    """Whether a recipient is one who can be dealt with, or a place: neither a thing, nor an act, nor an amount."""
    if party.id or party.sector or party.span is None or party.kind is not PartyKind.GROUP:
        return True
    inside = [token for token in sentence.tokens if party.span.holds(token.span)]
    numbers = {token.i for token in inside}
    heads = [token for token in inside if token.head not in numbers or token.head == token.i]
    return any(token.entity in names and token.pos == "PROPN" for token in heads)


def unlinked_near(report: Report, claims: Sequence[Claim], names: Sequence[str]) -> tuple[Unlinked, ...]:
    """The names that stand in the sentence of a claim and were not linked, each once."""
    found: list[Unlinked] = []
    places = sorted({claim.sentence for claim in claims if claim.sentence})
    for name in names:
        for place in places:
            at = report.text.find(name, place.start, place.end)
            if at >= 0:
                found.append(Unlinked(report.quote(Span(at, at + len(name))), "name"))
                break
    return tuple(sorted(found, key=lambda u: u.quote.span))


def _place(sentence: Sentence, at: tuple[int, ...]) -> str | None:
    for i in dict.fromkeys(at):
        for kid in sentence.kids(i, "prep"):
            if kid.lower in PLACE_PREPOSITIONS:
                for obj in sentence.kids(kid.i, "pobj"):
                    if obj.entity in PLACES:
                        return _name(sentence, obj)
    return None


def _name(sentence: Sentence, head: Token) -> str:
    words = [k for k in sentence.kids(head.i, "compound", "nmod") if k.i < head.i]
    return " ".join(w.text for w in [*words, head])


def _about(sentence: Sentence, act: CodedAct) -> tuple[str, ...]:
    """Dictionary forms of the act's own words of meaning; parties' names, other clauses and days are left out."""
    mention = act.mention
    heads = (*mention.actors, *mention.recipients, *mention.parties)
    left_out = {i for head in heads for i in _names(sentence, head)}
    # what a threat threatens is its own verb where no other says it: "would respond", but "threatened to respond"
    left_out |= {mention.trigger} if act.promise is not ActType.THREATEN else set()
    own = _below(sentence, mention.trigger)
    for part in (*mention.parts, *mention.complements):
        own |= _below(sentence, part)
    for actor in (*mention.actors, *mention.parties):
        own -= _below(sentence, actor) - set(mention.recipients)
    words = (t for i in own - left_out if act.clause.holds((t := sentence.tokens[i]).span))
    return tuple(sorted({t.lemma.lower() for t in words if t.pos in CONTENT and t.entity not in ("DATE", "PERSON")}))


def _below(sentence: Sentence, i: int) -> set[int]:
    """Token i and what hangs on it, the clauses beside it left out."""
    found, open_ = {i}, [i]
    while open_:
        for kid in sentence.kids(open_.pop()):
            if kid.dep not in BESIDE and not (kid.dep == "conj" and kid.pos in ("VERB", "AUX")):
                found.add(kid.i)
                open_.append(kid.i)
    return found


def _names(sentence: Sentence, head: int) -> set[int]:
    near = {k.i for k in sentence.kids(head, "compound", "amod", "poss", "nmod") if k.pos in ("PROPN", "ADJ")}
    own = {head} if sentence.tokens[head].pos in ("PROPN", "PRON") else set()
    return near | own


def _statement_around(statements: Sequence[Statement], span: Span) -> StatementId | None:
    for statement in statements:
        if any(quote.span.holds(span) for quote in (statement.quote, *statement.stretches)):
            return statement.id
    return None
