"""Whether roles, names and words that point back mean whom their examples say."""

import re
from collections.abc import Iterator

from detente.claims.who import who
from detente.events.roles_given import clashes
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.offices import Office
from detente.rules.toml import DATA, read_toml

_POINTING = re.compile(r"(.*)\[(\w+)\](.*?)(?: => ([A-Z ]+))?")
"""A text with the word that points in brackets, and whom it means."""


def check_roles(ground: Ground) -> Iterator[Checked]:
    """The words of data/roles.toml: the sector of those whom they name."""
    content = read_toml(DATA / "roles.toml")
    for group in (*content["role"], *content["modifier"]):
        rule = Rule("roles.toml", group["id"])
        for text in group["examples"]:
            yield rule.gives(text, who(text, None, ground.tools.knowledge).sector, group["sector"])
        for text in group["not_examples"]:
            yield rule.leaves(text, is_found=who(text, None, ground.tools.knowledge).sector == group["sector"])


def check_given_roles(ground: Ground) -> Iterator[Checked]:
    """The roles of data/given_roles.toml: whether they disagree with the posts that were held."""
    rules, rule = ground.settling.given_roles, Rule("given_roles.toml", "posts")
    for proof in rules.proofs:
        held, ever = ([Office("Office", (p,), "GOV", None, None) for p in posts] for posts in (proof.held, proof.once))
        post = rules.post_of(proof.role, {"japan"})
        yield rule.gives(proof.role, post is not None and clashes(post, held, ever), proof.clashes)


def check_naming(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/naming.toml: a phrase that is no name of a state, and names like it."""
    group, rule = read_toml(DATA / "naming.toml")["not_names"], Rule("naming.toml", "not_names")
    for text in group["examples"]:
        yield rule.gives(text, _states(text, ground), [])
    for text in group["not_examples"]:
        yield rule.finds(text, is_found=bool(_states(text, ground)))


def check_reference(ground: Ground) -> Iterator[Checked]:
    """The texts of data/reference.toml: whom the word in brackets points to."""
    for name, group in read_toml(DATA / "reference.toml").items():
        if isinstance(group, list) or "examples" not in group:
            continue
        rule = Rule("reference.toml", name)
        for marked in (*group["examples"], *group["not_examples"]):
            match = _POINTING.fullmatch(marked)
            if match is None:
                yield Checked(rule, marked, "has no word in [brackets]")
                continue
            before, word, after, ids = match.groups()
            sentences, links = ground.linked(before + word + after)
            head = next((s.index, t.i) for s in sentences for t in s.tokens if t.start == len(before))
            yield rule.gives(marked, sorted(p.id for p in links.parties_at(*head) if p.id), (ids or "").split())


def _states(text: str, ground: Ground) -> list[str]:
    """The states that a text names, sorted."""
    _, links = ground.linked(text)
    parties = {p.id for there in links.parties_by_place.values() for p in there if p.id}
    return sorted(parties | set(links.states_by_place.values()))
