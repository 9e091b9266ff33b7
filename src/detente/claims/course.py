"""A report as its acts are told one after the other: where evidence for a missing party is looked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.claims.coding import CodedAct, PartyFinder
from detente.claims.filling import once
from detente.domain.acts import ActType
from detente.domain.parties import Party
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Course:
    """A report as its acts are told one after the other."""

    acts: Sequence[CodedAct]
    sentences: Sequence[Sentence]
    finder: PartyFinder
    anaphora: Anaphora
    two: tuple[Party, ...]
    """The two powers that the report is plainly about, or none."""
    done: list[CodedAct] = field(default_factory=list)
    """The acts before, with their recipients."""

    def sentence_of(self, act: CodedAct) -> Sentence:
        """The sentence in which an act is told."""
        return self.sentences[act.mention.sentence]

    def before(self, act: CodedAct, reach: int | None = None) -> Iterator[CodedAct]:
        """The acts told before one, the nearest first: all, or those of its own sentence and so many before it."""
        for earlier in reversed(self.done):
            if reach is not None and act.mention.sentence - earlier.mention.sentence > reach:
                return
            yield earlier

    def powers_at(self, sentence: Sentence, nouns: Iterable[int]) -> tuple[Party, ...]:
        """The powers that nouns of a sentence stand for, each once."""
        return once(p for i in nouns for p in self.finder.parties_at(sentence.index, i) if p.is_power)

    def is_about_oneself(self, act: CodedAct) -> bool:
        """Whether what an act is about is the actor's own: "his predecessor", "that our president resign"."""
        if act.type is ActType.MOBILIZE:
            return False  # forces are one's own, and still move against somebody
        sentence, own = self.sentence_of(act), act.actor_keys
        owners = [k.i for i in act.mention.recipients for k in sentence.kids(i, "poss")]
        doers = [k.i for i in act.mention.complements for k in sentence.kids(i, "nsubj")]
        return any(p.key in own for p in self.powers_at(sentence, (*owners, *doers)))
