from pathlib import Path

from detente.rules.fingerprint import _hash, _walk, code_hash, extended_hash, extension_in, rules_hash


def tree(folder: Path, **contents: str) -> str:
    for name, content in contents.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return _hash(_walk(folder))


def test_the_same_files_have_the_same_hash_wherever_they_lie(tmp_path: Path) -> None:
    assert tree(tmp_path / "a", b="1", c__d="2") == tree(tmp_path / "x", c__d="2", b="1")


def test_another_name_is_another_hash(tmp_path: Path) -> None:
    assert tree(tmp_path / "a", b="1") != tree(tmp_path / "x", c="1")


def test_no_two_trees_run_together(tmp_path: Path) -> None:
    assert tree(tmp_path / "a", b="1c", d="2") != tree(tmp_path / "x", b="1", c="d2")


def test_what_python_caches_is_no_part_of_it(tmp_path: Path) -> None:
    before = tree(tmp_path, b="1")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "b.pyc").touch()

    assert tree(tmp_path, b="1") == before


def test_rules_and_code_are_two_things() -> None:
    assert rules_hash() != code_hash()


def test_settings_of_ones_own_extend_the_knowledge(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("a = 1", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no knowledge", encoding="utf-8")

    extended = extended_hash(tmp_path)

    assert extended == f"{rules_hash()}+{extension_in(extended)}"
    assert extension_in(extended) == tree(tmp_path / "other", **{"own.toml": "a = 1"})
    assert extension_in(rules_hash()) is None
