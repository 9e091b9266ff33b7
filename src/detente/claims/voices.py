"""Who speaks in a frame of saying: by the report's own names, joined with what the linking knows."""

from detente.claims.framing import Frame
from detente.claims.naming import NamesInText, SpeakerFinder
from detente.claims.reading import Reading
from detente.domain.findings import Speaker


class Voices:
    """The speakers of a report's frames."""

    def __init__(self, reading: Reading, links: SpeakerFinder | None) -> None:
        sayers = {(f.sentence, f.sayer) for f in reading.frames if f.sayer is not None}
        self._text = reading.text
        self._names = NamesInText(reading.text, reading.sentences, reading.sayings, reading.quoted, sayers)
        self._links = links

    def speaker(self, frame: Frame) -> Speaker | None:
        """Who speaks in a frame; None where it tells no one, or a pronoun of whom nothing was said."""
        if frame.sayer is None:
            return None
        found = self._speaker_at(frame.sentence, frame.sayer)
        if frame.signature is not None and (found is None or found.name is None):
            name = " ".join(self._text[frame.signature.start : frame.signature.end].split())
            return Speaker(name, span=frame.signature)
        return found

    def addressee(self, frame: Frame) -> str | None:
        """Who is told, as the report names him at his fullest."""
        told = self._speaker_at(frame.sentence, frame.addressee) if frame.addressee is not None else None
        teller = self.speaker(frame)
        is_known = told is not None and (teller is None or told.label != teller.label)
        return told.label if told is not None and is_known else None

    def _speaker_at(self, sentence: int, token: int) -> Speaker | None:
        own = self._names.speaker_at(sentence, token)
        place = self._names.antecedent(sentence, token)
        linked = self._links.speaker_at(*place) if self._links is not None and place is not None else None
        if own is None or linked is None:
            return own
        name = max((n for n in (own.name, linked.name) if n), key=_length, default=None)
        return Speaker(name, own.role or linked.role, linked.state, own.span)


def _length(words: str) -> int:
    return len(words.split())
