"""Which frames stand within which words, found without a look at the others."""

from collections.abc import Iterator
from dataclasses import replace

from detente.claims.framing import Frame
from detente.claims.reading import read_frames
from detente.domain.spans import Span
from detente.rules.saying import load_sayings
from detente.text.parse import load_parser
from said import paragraphs


class _Watched(list[Frame]):
    """Frames that count how many of them are looked at, once they are watched."""

    seen = 0

    def __iter__(self) -> Iterator[Frame]:
        self.seen += len(self)
        return super().__iter__()

    def __getitem__(self, at: slice) -> list[Frame]:  # type: ignore[override] # only slices are asked for
        found = super().__getitem__(at)
        self.seen += len(found)
        return found


def test_frames_within_words_are_found_without_a_look_at_the_others() -> None:
    text = " ".join(f"The envoy said that minister {n} said that the port was open." for n in range(300))
    reading = read_frames(text, load_parser().parse(text, paragraphs(text)), (), load_sayings())
    frames = _Watched(reading.frames)
    reading = replace(reading, frames=frames)
    contents = [content for frame in frames for content in frame.contents]
    reading.frames_within(Span(0, 1))
    frames.seen = 0

    found = [frame for content in contents for frame in reading.frames_within(content)]

    assert len(frames) / 3 < len(found) == frames.seen
