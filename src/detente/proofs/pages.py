"""Whether furniture, languages, outlets and stamps are told from running text as the data says."""

from collections.abc import Callable, Iterator

from detente.domain.spans import Span
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.furniture import FurnitureCues, Reach, Where
from detente.rules.languages import Language, Script, load_languages
from detente.rules.outlets import load_outlets
from detente.rules.stamps import load_stamps
from detente.rules.toml import DATA, read_toml
from detente.text.day_lines import day_of_line
from detente.text.languages import language_of
from detente.text.outlets import named_by, without_company
from detente.text.passages import lay_out
from detente.text.published import stamped_day
from detente.text.sentences import split_sentences
from detente.text.shapes import GLUED, glue
from detente.text.strays import content_of, stem_of

BEFORE = "The two foreign ministers met in Riga on Monday and agreed to reopen the bridge before the winter."
AFTER = "Neither of them would say who is to pay for it, but both spoke of a fair share for each side."
"""A report around the furniture of an example."""
MOSTLY = 0.4
"""Most words of meaning, of all words, in an example of plain words."""


def check_furniture(ground: Ground) -> Iterator[Checked]:
    """The lines of data/furniture.toml: alone and in a report."""
    cues = ground.tools.furniture
    for cue in cues.cues:
        rule = Rule("furniture.toml", cue.id)
        for text in cue.examples:
            is_last = cue.where is Where.TAIL or cue.reach is Reach.REST
            report = (BEFORE, AFTER, text) if is_last else (BEFORE, text, AFTER)
            kept = _kept("\n\n".join(report), cues)
            is_cut = BEFORE in kept and AFTER in kept and text not in kept
            yield rule.finds(text, is_found=cue.find(text, text.casefold()) is not None and is_cut)
        for text in cue.not_examples:
            is_kept = text in _kept(f"{BEFORE}\n\n{text}\n\n{AFTER}", cues)
            yield rule.leaves(text, is_found=cue.find(text, text.casefold()) is not None or not is_kept)
    for name, shows in _groups(cues):
        group, rule = getattr(cues, name), Rule("furniture.toml", name)
        for text in group.examples:
            yield rule.finds(text, is_found=shows(text))
        for text in group.not_examples:
            yield rule.leaves(text, is_found=shows(text))


def check_languages(_: Ground) -> Iterator[Checked]:
    """The texts of data/languages.toml."""
    cues = load_languages()
    tongues: list[Language | Script] = [*cues.languages, *cues.scripts]
    for tongue in tongues:
        rule = Rule("languages.toml", tongue.name)
        for text in tongue.examples:
            yield rule.gives(text, language_of(f"{text} {text}", cues).name, tongue.name)
        for text in tongue.not_examples:
            yield rule.leaves(text, is_found=language_of(f"{text} {text}", cues).code == tongue.code)


def check_outlets(_: Ground) -> Iterator[Checked]:
    """The lines of data/outlets.toml: the outlet that they name."""
    outlets = load_outlets()
    for mark in outlets.marks:
        rule = Rule("outlets.toml", mark.id)
        for text, outlet in mark.examples:
            yield rule.gives(text, named_by(mark, text, outlets), outlet)
        for text in mark.not_examples:
            yield rule.gives(text, named_by(mark, text, outlets), None)
    company, rule = read_toml(DATA / "outlets.toml")["company"], Rule("outlets.toml", "company")
    for name in company["examples"]:
        yield rule.finds(name, is_found=without_company(name, outlets) != name)
    for name in company["not_examples"]:
        yield rule.leaves(name, is_found=without_company(name, outlets) != name)


def check_stamps(_: Ground) -> Iterator[Checked]:
    """The lines of data/stamps.toml: the day that they state."""
    stamps = load_stamps()
    for name, kind in (("published", stamps.published), ("updated", stamps.updated)):
        rule = Rule("stamps.toml", name)
        for text, day in kind.examples:
            yield rule.gives(text, str(stamped_day(text, kind, stamps.line)), day)
        for text in kind.not_examples:
            yield rule.gives(text, stamped_day(text, kind, stamps.line), None)
    rule = Rule("stamps.toml", "line")
    for text, day in stamps.line.examples:
        yield rule.gives(text, str(day_of_line(text, stamps.line)), day)
    for text in stamps.line.not_examples:
        yield rule.gives(text, day_of_line(text, stamps.line), None)


def _groups(cues: FurnitureCues) -> Iterator[tuple[str, Callable[[str], bool]]]:
    """For each group of words what shows that they are at work in a line."""
    stops = cues.abbreviations.words
    yield "abbreviations", lambda text: len([*split_sentences(text, Span(0, len(text)), stops)]) == 1
    yield "openers", lambda text: glue(text, cues) >= GLUED
    yield "plain", lambda text: len(content_of(text, cues)) <= MOSTLY * len(text.split())
    yield "endings", lambda text: stem_of(text, cues) != text.casefold()


def _kept(text: str, cues: FurnitureCues) -> str:
    return "\n".join(text[p.start : p.end] for p in lay_out(text, cues).passages)
