"""Whether the rules of acts, contexts, status and taking up do what their examples say."""

from collections.abc import Iterator, Sequence

from detente.claims.coding import CodedAct
from detente.claims.status import standing
from detente.domain.acts import ActType, Status
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.acts import ActRule, Example
from detente.rules.toml import DATA, read_toml


def check_acts(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/acts."""
    for rule in ground.tools.acts.rules:
        yield from check_act_rule(rule, ground)


def check_act_rule(rule: ActRule, ground: Ground) -> Iterator[Checked]:
    """The sentences of one rule."""
    place = Rule(f"acts/{rule.place.partition(',')[0]}", rule.id)
    for example in rule.examples:
        yield Checked(place, example.text, _fault(rule, example, ground.coder.acts_of(example.text)))
    for text in rule.not_examples:
        is_coded = any(act.rule.id == rule.id for act in ground.coder.acts_of(text))
        yield Checked(place, text, "is coded, and is to be left alone" if is_coded else None)


def check_contexts(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/contexts.toml."""
    cues = ground.tools.contexts
    for cue in cues.cues:
        rule = Rule("contexts.toml", cue.name)
        for check, texts in ((rule.finds, cue.examples), (rule.leaves, cue.not_examples)):
            for text in texts:
                lemmas = [token.lemma for sentence in ground.sentences(text) for token in sentence.tokens]
                yield check(text, is_found=any(cue.name in cues.by_lemma.get(lemma.lower(), ()) for lemma in lemmas))


def check_status(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/status.toml: one of the words has the status."""
    content = read_toml(DATA / "status.toml")
    for group in (*content["group"], {"status": Status.PLANNED, **content["timetable"]}):
        rule = Rule("status.toml", group["status"])
        for check, texts in ((rule.finds, group["examples"]), (rule.leaves, group["not_examples"])):
            for text in texts:
                found = {
                    standing(sentence, token.i, token.i, ground.tools.status).status
                    for sentence in ground.sentences(text)
                    for token in sentence.tokens
                    if token.pos in ("VERB", "NOUN")
                }
                yield check(text, is_found=group["status"] in found)
    rule = Rule("status.toml", "turns")
    for example in content["turns"]["examples"]:
        found_acts = sorted(_told(act) for act in ground.coder.acts_of(example["text"]))
        yield rule.gives(example["text"], found_acts, sorted(example["acts"]))
    rule = Rule("status.toml", "onlookers")
    for check, texts in ((rule.finds, "not_examples"), (rule.leaves, "examples")):
        for text in content["onlookers"][texts]:
            yield check(text, is_found=bool(ground.coder.acts_of(text)))


def check_idioms(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/idioms.toml: in the one no act of the types is told, in the other there is."""
    for entry in read_toml(DATA / "idioms.toml")["idiom"]:
        types = {ActType(name) for name in entry["not"]}
        rule = Rule("idioms.toml", "+".join(sorted(types)))
        for check, texts in ((rule.finds, entry["not_examples"]), (rule.leaves, entry["examples"])):
            for text in texts:
                yield check(text, is_found=any(act.rule.type in types for act in ground.coder.acts_of(text)))


def check_taking_up(ground: Ground) -> Iterator[Checked]:
    """The texts of data/anaphora.toml: whom the last act is aimed at."""
    for name, group in read_toml(DATA / "anaphora.toml").items():
        rule = Rule("anaphora.toml", name)
        wanted = [(e["text"], e["recipient"]) for e in group["examples"]]
        for text, recipients in (*wanted, *((text, []) for text in group["not_examples"])):
            parties = ground.findings(text).claims[-1].parties
            yield rule.gives(text, sorted(p.id for p in parties.recipients if p.id and p.is_power), recipients)


def _fault(rule: ActRule, example: Example, coded: Sequence[CodedAct]) -> str | None:
    act = next((act for act in coded if act.rule.type is rule.type), None)
    if act is None:
        others = ", ".join(act.rule.id for act in coded)
        return f"is not coded as {rule.type}" + (f", but by {others}" if others else "")
    wanted: list[tuple[object, object]] = [(act.type, example.type), (act.standing.status, example.status)]
    if example.actor:
        wanted.append((_ids(act, "actors"), sorted(example.actor)))
    if example.recipient is not None:
        wanted.append((_ids(act, "recipients"), sorted(example.recipient)))
    wrong = [f"{_shown(found)}, not {_shown(right)}" for found, right in wanted if found != right]
    return f"is coded as {'; '.join(wrong)}" if wrong else None


def _told(act: CodedAct) -> str:
    """Type, status and actors of an act, as data/status.toml writes them."""
    return " ".join((act.type, act.standing.status, "+".join(_ids(act, "actors"))))


def _ids(act: CodedAct, side: str) -> list[str]:
    """The ids of the parties on one side, sorted."""
    return sorted({party.id for party in getattr(act.parties, side) if party.id})


def _shown(value: object) -> str:
    return "+".join(value) or "nobody" if isinstance(value, list) else str(value)
