"""Which office of a state a report's name for a role tells, from data/given_roles.toml."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from detente.errors import RuleError
from detente.rules.offices import POSTS
from detente.rules.toml import DATA, read_toml, refuse_unknown_keys, words

FILE = "given_roles.toml"
PROOF_KEYS = frozenset({"role", "held", "once", "clashes"})


@dataclass(frozen=True, slots=True)
class RoleProof:
    """A role, what was held that day and ever, and whether these disagree."""

    role: str
    held: tuple[str, ...]
    once: tuple[str, ...]
    clashes: bool


@dataclass(frozen=True, slots=True)
class GivenRoles:
    """Names that tell one office of a state, and the words that make them another."""

    names_by_post: Mapping[str, tuple[str, ...]]
    qualifiers: frozenset[str]
    proofs: tuple[RoleProof, ...]

    def post_of(self, role: str, owners: Collection[str]) -> str | None:
        """The post that a role tells, where nothing but a state's names (`owners`, in lower case) stands beside it."""
        folded = role.lower().replace("’", "'").replace("-", " ").removeprefix("the ")
        if self.qualifiers & set(folded.split()):
            return None
        for post, names in self.names_by_post.items():
            for name in names:
                before, found, after = folded.rpartition(name)
                if found and _is_owner(before, owners) and _is_owner(after.removeprefix(" of "), owners):
                    return post
        return None


@cache
def load_given_roles() -> GivenRoles:
    """The content of data/given_roles.toml; RuleError where it has no proofs."""
    content = read_toml(DATA / FILE)
    refuse_unknown_keys(content, {"posts", "qualifiers", "examples", "not_examples"}, FILE)
    refuse_unknown_keys(content["posts"], frozenset(POSTS), FILE)
    if not content.get("examples") or not content.get("not_examples"):
        message = f"{FILE}: the posts have examples and not_examples"
        raise RuleError(message)
    return GivenRoles(
        names_by_post={post: words(content["posts"], post, FILE) for post in content["posts"]},
        qualifiers=frozenset(words(content["qualifiers"], "words", FILE)),
        proofs=tuple(_proofs([*content["examples"], *content["not_examples"]])),
    )


def _proofs(entries: Sequence[Mapping[str, object]]) -> list[RoleProof]:
    found = []
    for entry in entries:
        refuse_unknown_keys(entry, PROOF_KEYS, FILE)
        held, once = (words(entry, key, FILE) for key in ("held", "once"))
        found.append(RoleProof(str(entry["role"]), held, once, clashes=bool(entry.get("clashes"))))
    return found


def _is_owner(words_beside: str, owners: Collection[str]) -> bool:
    """Whether what stands beside the name of an office is nothing or the state."""
    bare = words_beside.strip().removeprefix("the ").removesuffix("'s").removesuffix("'")
    return not bare or bare in owners
