"""Who makes known what a clause tells."""

from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence


def is_announced(sentence: Sentence, clause: int, cues: StatusCues) -> bool:
    """Whether the clause is what a verb of utterance says, or tells what the thing is that is announced."""
    token = sentence.tokens[_first_of_its_list(sentence, clause)]
    if token.dep == "relcl":
        noun = sentence.tokens[token.head]
        return noun.dep == "dobj" and sentence.tokens[noun.head].lemma.lower() in cues.utterance
    if token.dep not in ("ccomp", "xcomp", "acl"):
        return token.dep == "ROOT" and any(
            k.lemma in cues.utterance for k in sentence.kids(token.i, "parataxis", "ccomp") if k.i > token.i
        )
    return sentence.tokens[token.head].lemma.lower() in cues.utterance


def sayers(sentence: Sentence, clause: int, cues: StatusCues) -> list[int]:
    """Those who make known what a clause tells, by a verb of utterance over it or coordinated with that one."""
    token = sentence.tokens[_first_of_its_list(sentence, clause)]
    if token.dep not in ("ccomp", "parataxis"):
        own = [k.i for k in sentence.kids(token.i, "ccomp", "parataxis") if k.lemma.lower() in cues.utterance]
        return clauses.agents(sentence, own[0]) if own else []
    speaking = (v for v in clauses.spread(sentence, token.head) if sentence.tokens[v].lemma.lower() in cues.utterance)
    return next((clauses.agents(sentence, verb) for verb in speaking), [])


def _first_of_its_list(sentence: Sentence, verb: int) -> int:
    """The first of the verbs that a verb is coordinated with."""
    while (token := sentence.tokens[verb]).dep == "conj" and token.head != token.i:
        verb = token.head
    return verb
