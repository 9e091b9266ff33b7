"""What was proved once is not proved again; what does not hold stops detente."""

from dataclasses import replace
from pathlib import Path

import pytest

from detente.engines import proving
from detente.engines.proving import Tried, ensure_proved, keep_proof, key_of, try_rules
from detente.engines.workshop import packaged
from detente.errors import RuleError
from detente.record.contents import Reading

READING = Reading("9.9", "rules", "code", "parser")


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A cache of its own, and what a person was told; the data has one sentence, and it holds."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(proving, "try_rules", lambda *_: [Tried("a.toml, line 3", "a/b", "It rained.", None)])
    return []


def broken(count: int) -> list[Tried]:
    return [Tried(f"a.toml, line {n}", "a/b", "It rained.", "is not found") for n in range(1, count + 1)]


def test_data_is_proved_once(proofs: list[str]) -> None:
    ensure_proved(READING, None, proofs.append)
    ensure_proved(READING, None, proofs.append)

    assert len(proofs) == 1


@pytest.mark.parametrize("change", [{"rules": "other"}, {"pipeline": "other"}, {"detente": "9.10"}])
def test_what_changed_is_proved_again(proofs: list[str], change: dict[str, str]) -> None:
    ensure_proved(READING, None, proofs.append)
    ensure_proved(replace(READING, **change), None, proofs.append)

    assert len(proofs) == 2


def test_a_sentence_that_comes_out_otherwise_stops(proofs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "try_rules", lambda *_: broken(1))

    with pytest.raises(RuleError, match=r"^a.toml, line 1: a/b: 'It rained.' is not found.$"):
        ensure_proved(READING, None, proofs.append)


def test_of_many_faults_the_first_are_told(proofs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "try_rules", lambda *_: broken(7))

    with pytest.raises(RuleError, match=r"line 5: .*\n2 more; `detente check-rules` lists them.$"):
        ensure_proved(READING, None, proofs.append)


def test_without_a_home_it_is_proved_each_time(proofs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")

    ensure_proved(READING, None, proofs.append)
    ensure_proved(READING, None, proofs.append)

    assert len(proofs) == 2


def test_a_package_may_come_proved(proofs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "proved.txt").write_text(f"{key_of(READING)}\n", encoding="utf-8")
    monkeypatch.setattr(proving, "files", lambda _: tmp_path)

    ensure_proved(READING, None, proofs.append)

    assert proofs == []


def test_names_are_given_out_only_when_proved(proofs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "try_rules", lambda *_: broken(1))

    with pytest.raises(RuleError):
        packaged(tell=proofs.append).names()


def test_a_fault_tells_its_file_and_line(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        'type = "SANCTION"\n\n[[rule]]\nid = "sanction/banish"\nclauses = ["ACTOR banish {envoy} of RECIPIENT"]\n'
        'examples = [\n  "Kenya met Peru."\n]\nnot_examples = ["The \\"choir\\" sang."]\n',
        encoding="utf-8",
    )

    tried = list(try_rules([own]))

    assert [(one.place, bool(one.fault)) for one in tried] == [
        ("mine.toml, line 7", True),
        ("mine.toml, line 9", False),
    ]


def test_keeping_a_proof_twice_is_keeping_it_once(proofs: list[str]) -> None:
    keep_proof(key_of(READING))
    keep_proof(key_of(READING))

    ensure_proved(READING, None, proofs.append)

    assert proofs == []
