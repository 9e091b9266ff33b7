"""Whether statements, figures and times are read from the data's sentences as it says."""

from collections.abc import Iterator
from datetime import date

from detente.claims.attributing import attribute
from detente.claims.dating import timex_value
from detente.claims.measuring import measure
from detente.domain.findings import Statement
from detente.domain.reports import Report
from detente.mentions.find_numbers import find_numbers
from detente.mentions.find_quotations import find_quotations
from detente.mentions.find_times import find_times
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.saying import Cue, Group, SayingExample
from detente.rules.times import load_times
from detente.text.passages import lay_out

FRIDAY = date(2023, 3, 17)
"""The day on which the data's examples of times are read."""


def check_saying(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/saying.toml: who speaks last in them, and what he says."""
    sayings = ground.tools.sayings
    entries: list[Group | Cue] = [*sayings.groups, *sayings.cues.values()]
    for entry in entries:
        for example in (*entry.examples, *entry.not_examples):
            yield _said(Rule("saying.toml", entry.id), example, ground)


def check_numbers(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/numbers.toml: the figures in them."""
    rules, rule = ground.tools.numbers, Rule("numbers.toml", "examples")
    proofs = [(proof.text, proof.figures) for proof in rules.examples]
    for text, wanted in (*proofs, *((text, ()) for text in rules.not_examples)):
        sentences = ground.sentences(text)
        figures = measure(Report(text), sentences, find_numbers(sentences, rules), rules)
        keys = [list(figure) for figure in wanted] + [["value", "unit"]] * (len(figures) - len(wanted))
        found = [{key: getattr(figure, key) for key in them} for figure, them in zip(figures, keys, strict=False)]
        yield rule.gives(text, found, [dict(figure) for figure in wanted])


def check_times(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/times.toml: the phrase that a form finds, and the time that it means."""
    for form in load_times().forms:
        rule = Rule("times.toml", form.id)
        for example in form.examples:
            mentions = find_times(ground.sentences(example.text))
            found = {m.exact: (m.form, timex_value(m.timing, m.phrase, FRIDAY)) for m in mentions}
            yield rule.gives(example.text, found.get(example.phrase), (form.id, example.value))
        for text in form.not_examples:
            mentions = find_times(ground.sentences(text))
            yield rule.leaves(text, is_found=form.id in {m.form for m in mentions})


def _said(rule: Rule, example: SayingExample, ground: Ground) -> Checked:
    text, sentences = example.text, ground.sentences(example.text)
    quotations = find_quotations(text, lay_out(text, ground.tools.furniture).passages)
    found = [s for s in attribute(Report(text), sentences, quotations) if isinstance(s, Statement)]
    last = max(found, key=lambda s: (s.quote.span.end, s.is_direct), default=None)
    speaker = last.speaker.label if last else None
    if speaker != example.speaker or example.content is None:
        return rule.gives(text, speaker, example.speaker)
    contents = [s.text for s in found]
    return rule.gives(text, example.content if example.content in contents else contents, example.content)
