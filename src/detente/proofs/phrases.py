"""Whether the brief's English does what its examples say."""

from collections.abc import Iterator

from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.toml import DATA, read_toml
from detente.views.phrasing import load_phrasing


def check_phrasing(_: Ground) -> Iterator[Checked]:
    """The names of data/phrasing.toml: with an article where English sets one, and without."""
    phrasing, articles = load_phrasing(), read_toml(DATA / "phrasing.toml")["articles"]
    rule = Rule("phrasing.toml", "articles")
    for name in articles["examples"]:
        yield rule.gives(name, phrasing.name_in_sentence(name.removeprefix("the ")), name)
    for name in articles["not_examples"]:
        yield rule.gives(name, phrasing.name_in_sentence(name), name)
