"""Reports from files and folders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from detente.domain.days import NOT_KNOWN, When
from detente.domain.findings import Problem, Stage
from detente.domain.reports import Report
from detente.rules.furniture import load_furniture
from detente.rules.languages import load_languages
from detente.rules.outlets import load_outlets
from detente.rules.stamps import load_stamps
from detente.sources.decoding import LARGEST, Undecodable, decode, too_large
from detente.sources.manifest import NAME, Entry, read_manifest
from detente.text.html import Page, read_page
from detente.text.languages import ENGLISH, language_of
from detente.text.outlets import outlet_in
from detente.text.page_days import day_of_address
from detente.text.passages import Layout, lay_out
from detente.text.published import is_stamp, published_in

PAGES = frozenset({".html", ".htm"})
TEXTS = frozenset({".txt", ".md"})
MOST_DAYS_APART = 7
"""Days between what a manifest and a report say of its publication; less may be a time zone or a weekly paper."""


def gather(  # the manifest beside the reports is passed over where use_manifest is false
    paths: Sequence[Path],
    manifest: Path | None,
    use_manifest: bool,  # noqa: FBT001
) -> Iterator[Report | Problem]:
    """The reports of files and folders, folders with all that lies in them, each file once; nothing is raised."""
    shelf = _Shelf(manifest if use_manifest else None)
    if shelf.manifest:
        yield from shelf.open(shelf.manifest)
    seen: set[Path] = set()
    for given, file in ((path, file) for path in paths for file in _files_in(path)):
        if isinstance(file, Problem):
            yield file
        elif _resolved(file) not in seen:
            seen.add(_resolved(file))
            if use_manifest and manifest is None:
                yield from shelf.open_beside(file, given)
            yield from _read(file, shelf.entry_of(file))
        elif file == given:
            yield _problem(file, "this file is named twice; it is read once")
    yield from shelf.unused(paths)


@dataclass(slots=True)
class _Shelf:
    """The manifests that were opened so far."""

    manifest: Path | None
    opened: dict[Path, dict[str, Entry]] = field(default_factory=dict)
    quiet: set[Path] = field(default_factory=set)
    used: set[tuple[Path, str]] = field(default_factory=set)

    def open(self, path: Path, *, is_quiet: bool = False) -> Iterator[Problem]:
        """Read a manifest once; its trouble is told unless only one file of its folder was asked for."""
        if path in self.opened or (path != self.manifest and not _is_file(path)):
            return
        self.opened[path] = {}
        if is_quiet:
            self.quiet.add(path)
        for found in read_manifest(path):
            if isinstance(found, Entry):
                self.opened[path][found.file] = found
            elif not is_quiet:
                yield found

    def open_beside(self, file: Path, given: Path) -> Iterator[Problem]:
        """Read the manifests in a file's folder and in those above it, up to the folder that was given."""
        yield from self.open(file.parent / NAME, is_quiet=file == given)
        for parent in _parents(file, given):
            yield from self.open(parent / NAME)

    def entry_of(self, file: Path) -> Entry | None:
        """The line of a manifest that names a file: by its way from the manifest, or by its bare name."""
        for path, entries in self.opened.items():
            names = [_from(path.parent, file)] if path != self.manifest else [_from(path.parent, file), file.as_posix()]
            names += [file.name] if path == self.manifest else []
            for name in names:
                entry = entries.get(name or "")
                if entry:
                    self.used.add((path, entry.file))
                    return entry
        return None

    def unused(self, paths: Sequence[Path]) -> Iterator[Problem]:
        """A Problem for each line whose file is nowhere."""
        for path, entries in self.opened.items():
            homes = [path.parent, *(given if given.is_dir() else given.parent for given in paths)]
            for name, entry in entries.items():
                if path in self.quiet or (path, name) in self.used or any(_is_file(home / name) for home in homes):
                    continue
                reason = "but there is no such file; correct the name or take the line out"
                yield _problem(path, f"line {entry.number} names “{name}”, {reason}")


def _files_in(path: Path) -> Iterator[Path | Problem]:
    """The files to read under a path, sorted by name; of a folder only those that may be reports."""
    try:
        if not path.is_dir():
            yield path
            return
        if path.suffix.casefold() in PAGES | TEXTS:
            yield _problem(path, "this is a folder, although it is named like a file; the files in it are read")
        children = sorted(path.iterdir(), key=lambda child: child.name)
    except OSError as error:
        yield _problem(path, f"this folder cannot be opened: {error.strerror}")
        return
    found = [item for child in children for item in _child(child)]
    if not found and not any(child.is_dir() for child in children):
        yield _problem(path, "this folder holds no report: no .txt, .md, .html or .htm file lies in it")
    yield from found


def _child(child: Path) -> Iterator[Path | Problem]:
    if child.name.startswith("."):
        return
    try:
        is_folder = child.is_dir() and not child.is_symlink()
    except OSError:
        is_folder = False
    if is_folder:
        yield from _files_in(child)
    elif child.suffix.casefold() in PAGES | TEXTS:
        yield child


def _read(file: Path, entry: Entry | None) -> Iterator[Report | Problem]:
    is_page = file.suffix.casefold() in PAGES
    content = _content(file)
    if isinstance(content, Problem):
        yield content
        return
    decoded = decode(content, is_page=is_page)
    if isinstance(decoded, Undecodable):
        yield _problem(file, decoded.reason)
        return
    if decoded.remark:
        yield _problem(file, decoded.remark)
    page = read_page(decoded.text) if is_page else Page(decoded.text.removeprefix("\ufeff"))
    if isinstance(page, Problem):
        yield replace(page, path=file.as_posix())
        return
    yield from _report(file, page, entry)


def _content(file: Path) -> bytes | Problem:
    try:
        if not file.is_file():
            reason = "there is no such file" if not file.exists() else "this is not a file that can be read"
            return _problem(file, reason)
        size = file.stat().st_size
        if size > LARGEST:
            return _problem(file, too_large(size))
        return file.read_bytes()
    except (OSError, ValueError) as error:
        return _problem(file, f"the file cannot be opened: {getattr(error, 'strerror', None) or error}")


def _report(file: Path, page: Page, entry: Entry | None) -> Iterator[Report | Problem]:
    """The report of a page or text with what its manifest says of it, unless it is in another language."""
    layout = lay_out(page.text, load_furniture())
    running = "\n".join(page.text[p.start : p.end] for p in layout.passages)
    tongue = language_of(running or page.text, load_languages())
    if tongue != ENGLISH:
        yield _problem(file, f"this report seems to be in {tongue.name}; only English is read: give a translation")
        return
    known = entry or Entry(0, file.name)
    own = page.published if page.published.is_known else published_in(page.text, layout, load_stamps())
    if not own.is_known:
        own = day_of_address(known.url or page.url or "")
    if known.published and not known.published.meets(own, slack=MOST_DAYS_APART):
        yield _problem(file, _contradiction(known.published, own))
    outlets = load_outlets()
    by_address = outlets.outlet_of(known.url or page.url or "")
    yield Report(
        text=page.text,
        path=file.as_posix(),
        url=known.url or page.url,
        outlet=known.outlet
        or (by_address.name if by_address else page.outlet)
        or outlet_in(page.text, layout.furniture, outlets),
        title=known.title or page.title or _title(page.text, layout),
        language=tongue.code,
        published=known.published or (own if own.is_known else NOT_KNOWN),
    )


def _title(text: str, layout: Layout) -> str | None:
    """The longest heading above the first passage, but not the line that tells the day."""
    first = layout.passages[0].start if layout.passages else 0
    above = [" ".join(text[s.start : s.end].split()) for s in layout.headings if s.end <= first]
    return max((line for line in above if not is_stamp(line, load_stamps())), key=len, default=None)


def _contradiction(told: When, own: When) -> str:
    return (
        f"the manifest says that this report came out on {told.earliest}, the report itself {own.earliest} "
        f"({own.reason}); the manifest is believed"
    )


def _resolved(file: Path) -> Path:
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError):
        return file


def _parents(file: Path, given: Path) -> list[Path]:
    """The folders above a file's own, up to the one that was given."""
    if file == given:
        return []
    return [parent for parent in file.parent.parents if parent == given or given in parent.parents]


def _from(home: Path, file: Path) -> str | None:
    """The way from a folder to a file, or None where the file lies elsewhere."""
    try:
        return _resolved(file).relative_to(_resolved(home)).as_posix()
    except ValueError:
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _problem(path: Path, reason: str) -> Problem:
    return Problem(Stage.SOURCE, reason, path=path.as_posix())
