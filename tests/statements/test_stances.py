"""Stories of what speakers support, oppose, demand, regret or deny."""

import pytest

from said import statements


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Silva denied that the ferry had sunk.", ("denies", "denied")),
        ("“We regret the loss of the ferry,” Ana Silva said.", ("regrets", "regret")),
        ("“The ferry sank. We reject the charge,” Ana Silva said.", ("opposes", "reject")),
        ("Ana Silva said she opposed the new ferry.", ("opposes", "opposed")),
        ("Ana Silva called for a new ferry.", ("demands", "called")),
        ("“We support the new ferry,” Ana Silva said.", ("supports", "support")),
        ("“We do not support the new ferry,” Ana Silva said.", (None, None)),
        ("“They support the new ferry,” Ana Silva said.", (None, None)),
        ("“The ferry has sunk,” Ana Silva said.", (None, None)),
        ("“We support,” Ana Silva said.", (None, None)),
    ],
)
def test_a_stance_is_told_with_its_word(text: str, wanted: tuple[str | None, str | None]) -> None:
    said = statements(text)

    assert [(s.stance, s.stance_cue) for s in said][:1] == [wanted]
