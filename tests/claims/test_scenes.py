"""Paragraphs that go back to an older time."""

import pytest

from detente.domain.acts import ActType
from reading import claims


@pytest.mark.parametrize(
    ("text", "type_", "is_of_old"),
    [
        ("In 2019 Chile closed the border. Peru expelled Chile's ambassador.", "SANCTION", True),
        ("In 2019 Chile closed the border.\n\nPeru expelled Chile's ambassador.", "SANCTION", False),
        ("On Thursday Chile closed the border. Peru expelled Chile's ambassador.", "SANCTION", False),
        # within the sentence itself
        ("In 2019, Chile's president flew to Lima, where a minister accused Chile of theft.", "ACCUSE", True),
        ("Chile had demanded in 2019 that Peru extradite two rebels; Peru refused.", "REJECT", True),
        # what had been done sets the time as well
        ("Chile had closed the border. Peru expelled Chile's ambassador.", "SANCTION", True),
        ("Chile had closed the border. Peru closed its ports. Peru expelled Chile's ambassador.", "SANCTION", False),
        # it goes on past another old time, and ends where a phrase, the tense or a speaker comes back
        ("In 2019 Chile closed the port. It closed the roads in 2020. Peru condemned Chile.", "ACCUSE", True),
        (
            "In 2019 Chile closed the port. The roads, closed on Thursday, are long. Peru condemned Chile.",
            "ACCUSE",
            False,
        ),
        ("In 2019 Chile closed the port. The roads are long. Peru condemned Chile.", "ACCUSE", False),
        ("In 2019 Chile closed the port. Peru said that it rejected Chile's claim.", "REJECT", False),
        ("In 2019 Chile closed the port. Peru accuses Chile of theft.", "ACCUSE", False),
        # "since" an old time reaches to the report's own
        ("Since 2019 Chile closed its ports. Peru condemned Chile.", "ACCUSE", False),
        # a length or what cannot be dated tells no time
        ("Once Chile closed the port. Peru condemned Chile.", "ACCUSE", False),
    ],
)
def test_what_follows_an_old_time_is_of_old(text: str, type_: str, *, is_of_old: bool) -> None:
    *_, found = [c for c in claims(text) if c.type is ActType(type_)]

    assert (found.tense is None) is is_of_old
