"""Who does what to whom in a clause, whatever its voice, its shape and what it leaves out.

Every function takes a sentence and the index of a token and gives indices of tokens, coordination spread out. So a
rule says "ACTOR expel RECIPIENT" once, and passive voice, relative clauses, coordination, control, raising, participles
and infinitives need no rule of their own. The relations are those of spaCy's English scheme (ClearNLP).
"""

from collections.abc import Collection, Iterator

from detente.text.parsed import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES_WITHOUT_SUBJECT = ("xcomp", "advcl", "ccomp", "pcomp")
RELATIVE_TAGS = frozenset({"WDT", "WP"})
BY = "by"
OBJECT_CONTROL = ("of", "from", "for", "into")
"""Prepositions after which the object acts: "accused her of spying", "kept them from leaving"."""
COMITATIVE = frozenset({"along", "together", "alongside"})
"""The words by which a noun takes another beside it, the first two with "with"."""
OF_OCCASION = frozenset({"in", "during", "amid"})
"""The prepositions before what something happens in: "died in fighting"."""
OF_GERUNDS = frozenset({"by", "of", "between", "with"})
"""The prepositions by which a gerund that stands for a noun takes those who take part."""
NOMINAL = ("NOUN", "PROPN", "NUM", "ADP", "PRON")
MAX_DEPTH = 12
"""How far a left-out subject is looked for; deeper sentences are lists or noise."""


def spread(sentence: Sentence, i: int) -> list[int]:
    """Token i and all that is coordinated with it."""
    found = [i]
    for at in found:
        found += [k.i for k in sentence.kids(at, "conj")] + in_company(sentence, at)
    return found


def in_company(sentence: Sentence, i: int) -> list[int]:
    """Those beside token i by a preposition that adds them: "Peru along with Chile"."""
    found: list[int] = []
    for kid in sentence.kids(i, "prep"):
        inner = list(sentence.kids(kid.i, "prep", "advmod"))
        if kid.lower in COMITATIVE or any(k.lower in COMITATIVE for k in inner):
            found += [obj.i for k in (kid, *inner) for obj in sentence.kids(k.i, "pobj")]
    return found


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in the passive voice, also as a participle after its noun."""
    if any(True for _ in sentence.kids(verb, "auxpass", "nsubjpass")):
        return True
    token = sentence.tokens[verb]
    if token.tag != "VBN":
        return False
    if token.dep in ("acl", "amod"):
        return True
    if any(k.dep == "aux" for k in sentence.kids(verb)):
        return False
    if token.dep == "conj":
        return is_passive(sentence, token.head)
    return token.dep in ("advcl", "oprd")


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is denied by a word of its own: "does not meet", "will no longer meet"."""
    places = (verb, *(k.i for k in sentence.kids(verb, "advmod")))
    return any(True for place in places for _ in sentence.kids(place, "neg"))


def surface_subject(sentence: Sentence, verb: int, depth: int = 0) -> list[int]:
    """What stands as the subject of a verb, looked for in the clauses over it where it is left out."""
    subjects = list(sentence.kids(verb, *SUBJECTS)) or _beside_auxiliary(sentence, verb)
    if subjects and subjects[0].tag in RELATIVE_TAGS:
        return _antecedent(sentence, verb)
    if subjects:
        # of two long names joined by "and" parsers make two subjects
        is_joined = any(True for _ in sentence.kids(subjects[0].i, "cc"))
        # "the ministers of Peru, Chile and Bolivia met": parsers may cut the list and leave its first part hanging
        cut_off = [k for k in sentence.kids(verb, "dep") if is_joined and k.i < subjects[0].i and k.pos in NOMINAL]
        return [i for kid in (*cut_off, *(subjects if is_joined else subjects[:1])) for i in spread(sentence, kid.i)]
    token = sentence.tokens[verb]
    if depth < MAX_DEPTH and token.dep in ("acl", "relcl"):
        return _subject_of_modifier(sentence, verb, depth)
    if depth < MAX_DEPTH and (token.dep in CLAUSES_WITHOUT_SUBJECT or token.dep == "conj"):
        return _subject_over(sentence, verb, depth)
    return _stranded_subject(sentence, verb)


def agents(sentence: Sentence, verb: int) -> list[int]:
    """Those who do what the verb says: its subject, or the "by" of a passive."""
    if not is_passive(sentence, verb):
        return surface_subject(sentence, verb)
    found = [obj for by in sentence.kids(verb, "agent") for obj in _objects_of(sentence, by.i)]
    return found or prepositional(sentence, verb, (BY,)) or by_below(sentence, verb)


def objects(sentence: Sentence, verb: int) -> list[int]:
    """Those to whom the verb is done: its object, or the subject of a passive, or the noun of a relative clause."""
    if is_passive(sentence, verb):
        return _passive_objects(sentence, verb)
    found: list[int] = []
    for kid in sentence.kids(verb, "dobj", "dative", "attr", "acomp", "oprd"):
        if kid.tag in RELATIVE_TAGS:
            found += _antecedent(sentence, verb)
        elif kid.dep == "dative" and kid.pos == "ADP":
            found += _objects_of(sentence, kid.i)
        else:
            found += spread(sentence, kid.i)
    found += _of_small_clause(sentence, verb) + _of_free_relative(sentence, verb)
    token = sentence.tokens[verb]
    if not found and token.dep == "relcl" and any(True for _ in sentence.kids(verb, "nsubj")):
        subject = next(sentence.kids(verb, "nsubj"))
        if subject.tag not in RELATIVE_TAGS:
            found = [token.head]
    return found or _shared_objects(sentence, verb)


def prepositional(sentence: Sentence, i: int, words: Collection[str]) -> list[int]:
    """What follows one of the prepositions that hang on token i."""
    found: list[int] = []
    for kid in (*sentence.kids(i, "prep", "agent", "dative"), *_strayed(sentence, i)):
        if kid.lower in words:
            found += _objects_of(sentence, kid.i)
        if kid.tag == "VBG":
            continue  # "according to Peru" is not done to Peru
        for inner in sentence.kids(kid.i, "prep"):
            if inner.lower in words:
                found += _objects_of(sentence, inner.i)
    return found


def _strayed(sentence: Sentence, noun: int) -> list[Token]:
    """The "of" right after a noun that the parser hung on the verb over it: "survived the shooting down of a jet"."""
    token = sentence.tokens[noun]
    if token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return []
    return [k for k in sentence.kids(token.head, "prep") if k.lower == "of" and noun < k.i <= noun + 2]


def complements(sentence: Sentence, verb: int) -> list[int]:
    """The verbs of the clauses that the verb governs: what is agreed, asked, threatened, said."""
    found: list[int] = []
    for kid in sentence.kids(verb, "xcomp", "ccomp"):
        found += spread(sentence, kid.i)
    return found


def possessors(sentence: Sentence, noun: int) -> list[int]:
    """Those whose a noun is: "Tokyo's curbs", "Israeli strikes", "the visit of the minister", "attacks by rebels"."""
    found = [k for kid in sentence.kids(noun, "poss") for k in spread(sentence, kid.i)]
    found += [kid.i for kid in sentence.kids(noun, "amod", "compound", "nmod")]
    return found + prepositional(sentence, noun, (BY, "of")) + by_below(sentence, noun)


def by_below(sentence: Sentence, i: int) -> list[int]:
    """Who acts by a "by" that the parser hung too low: "sent to the mine by Peru", "the seizure of a ship by Libya"."""
    open_ = [k.i for k in (*sentence.kids(i), *_strayed(sentence, i)) if k.i > i]
    while open_:
        token = sentence.tokens[open_.pop(0)]
        if token.lower == BY and token.pos == "ADP":
            return _objects_of(sentence, token.i)
        if token.pos in NOMINAL:
            open_ += sentence.children[token.i]
    return []


def is_gerund_noun(sentence: Sentence, i: int) -> bool:
    """Whether a gerund after a preposition names what went on as a noun does: "killed in shelling by rebels"."""
    token = sentence.tokens[i]
    if token.tag != "VBG" or sentence.tokens[token.head].lower not in OF_OCCASION:
        return False
    return all(k.dep == "prep" and k.lower in OF_GERUNDS for k in sentence.kids(i) if k.i > i)


def governor(sentence: Sentence, i: int) -> int | None:
    """The verb over a token: over a verb its governing verb, over a noun the verb that it depends on."""
    return next(governors(sentence, i), None)


def governors(sentence: Sentence, i: int) -> Iterator[int]:
    """The verbs over a token, the nearest first."""
    at = i
    while sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        if sentence.tokens[at].pos in ("VERB", "AUX"):
            yield at


def _objects_of(sentence: Sentence, preposition: int) -> list[int]:
    pronoun = next((k for k in sentence.kids(preposition, "pobj") if k.tag in RELATIVE_TAGS), None)
    if pronoun:  # "the deal from which it withdrew"
        return _antecedent(sentence, sentence.tokens[preposition].head)
    nouns = [k for obj in sentence.kids(preposition, "pobj") for k in spread(sentence, obj.i)]
    nouns = nouns or [k.i for k in sentence.kids(preposition, "pcomp") if is_gerund_noun(sentence, k.i)]
    return nouns or [kid.i for kid in sentence.kids(preposition, "amod") if kid.i > preposition]


def _of_small_clause(sentence: Sentence, verb: int) -> list[int]:
    """For "found the general guilty" and "let free the pilot" the one who is judged, and what he is."""
    found: list[int] = []
    for kid in sentence.kids(verb, "ccomp"):
        if kid.pos == "ADJ" and not any(True for _ in sentence.kids(kid.i, "mark", "aux", "cop")):
            for noun in sentence.kids(kid.i, "nsubj", "dobj"):
                found += spread(sentence, noun.i)
            found.append(kid.i)
    return found


def _of_free_relative(sentence: Sentence, verb: int) -> list[int]:
    """For "bombed what it called a camp" the camp: what it is called is what it was done to."""
    found: list[int] = []
    for kid in sentence.kids(verb, "ccomp", "dobj"):
        if kid.pos == "VERB" and any(k.tag == "WP" for k in sentence.kids(kid.i, "dobj", "nsubj", "nsubjpass")):
            found += [k.i for k in sentence.kids(kid.i, "oprd", "attr", "dobj", "pobj") if k.pos in ("NOUN", "PROPN")]
    return found


def _shared_objects(sentence: Sentence, verb: int) -> list[int]:
    """For "condemned and sued the firm" the object of the later verb, which is the earlier one's, too."""
    if any(True for _ in sentence.kids(verb, "prep", "ccomp", "xcomp", "prt")):
        return []
    later = [k for k in sentence.kids(verb, "conj") if not any(True for _ in sentence.kids(k.i, *SUBJECTS))]
    return [k for other in later for obj in sentence.kids(other.i, "dobj") for k in spread(sentence, obj.i)]


def _antecedent(sentence: Sentence, verb: int) -> list[int]:
    """The noun that a relative clause hangs on; the verbs coordinated in the clause share it."""
    at = verb
    while sentence.tokens[at].dep in ("conj", "ccomp", "xcomp"):
        at = sentence.tokens[at].head
    token = sentence.tokens[at]
    if token.dep != "relcl":
        return []
    return spread(sentence, token.head)


def _passive_objects(sentence: Sentence, verb: int) -> list[int]:
    token = sentence.tokens[verb]
    if token.dep in ("acl", "amod") and token.tag == "VBN":
        return [token.head]
    # "were given shelter" keeps its second object
    return surface_subject(sentence, verb) + [kid.i for kid in sentence.kids(verb, "oprd", "dobj")]


def _beside_auxiliary(sentence: Sentence, verb: int) -> list[Token]:
    """For "said Chad was mining the road" the subject that the parser hung on the auxiliary."""
    return [k for aux in sentence.kids(verb, "aux") for k in sentence.kids(aux.i, *SUBJECTS)]


def _stranded_subject(sentence: Sentence, verb: int) -> list[int]:
    """For "After the summit, Japan and Korea agreed" the nouns that the parser took for an apposition."""
    at = verb - 1
    while at >= 0 and sentence.tokens[at].dep in ("aux", "advmod", "neg"):
        at -= 1
    while at >= 0 and sentence.tokens[at].dep in ("compound", "conj", "nmod"):
        at = sentence.tokens[at].head
    return spread(sentence, at) if at >= 0 and sentence.tokens[at].dep == "appos" else []


def _subject_of_modifier(sentence: Sentence, verb: int, depth: int) -> list[int]:
    """For "forces attacking the town" the forces; for "a plan to free them" those whose plan it is."""
    token = sentence.tokens[verb]
    noun = sentence.tokens[token.head]
    if token.dep == "relcl" or token.tag in ("VBG", "VBN", "VBD"):
        return [noun.i]
    owners = possessors(sentence, noun.i)
    if owners:
        return owners
    over = governor(sentence, noun.i)
    return surface_subject(sentence, over, depth + 1) if over is not None and noun.dep != "nsubj" else [noun.i]


def _subject_over(sentence: Sentence, verb: int, depth: int) -> list[int]:
    """The subject of the clause over a verb without one; of a controlled verb the one who is controlled."""
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if token.dep == "pcomp":
        over = head.i if head.pos in ("VERB", "AUX") else governor(sentence, head.i)
        if over is not None and head.lower in OBJECT_CONTROL and head.head == over:
            controlled = objects(sentence, over)
            if controlled:
                return controlled
        return surface_subject(sentence, over, depth + 1) if over is not None else []
    if token.dep == "xcomp":
        controlled = [k.i for k in sentence.kids(head.i, "dobj", "dative") if k.i < verb and k.pos != "ADP"]
        if controlled and not is_passive(sentence, head.i):
            return [k for c in controlled for k in spread(sentence, c)]
    if head.pos not in ("VERB", "AUX") and head.dep in ("acomp", "attr", "oprd"):
        head = sentence.tokens[head.head]  # "is unlikely to sign"
    if head.pos in ("VERB", "AUX"):
        return surface_subject(sentence, head.i, depth + 1)
    return []
