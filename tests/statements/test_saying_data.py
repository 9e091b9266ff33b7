import pytest

from detente.rules.saying import Cue, Group, SayingExample, load_sayings
from said import statements

SAYINGS = load_sayings()
ENTRIES: list[Group | Cue] = [*SAYINGS.groups, *SAYINGS.cues.values()]
PROVED = [(entry.id, e) for entry in ENTRIES for e in (*entry.examples, *entry.not_examples)]


@pytest.mark.parametrize(("entry", "example"), PROVED, ids=[f"{i}: {e.text[:40]}" for i, e in PROVED])
def test_each_entry_does_what_its_examples_say(entry: str, example: SayingExample) -> None:
    found = statements(example.text)

    last = max(found, key=lambda s: (s.quote.span.end, s.is_direct), default=None)

    given = None if last is None else last.speaker.label
    assert given == example.speaker, f"{entry}: {[(s.speaker.label, s.text) for s in found]}"
    assert example.content is None or example.content in [s.text for s in found]
