"""Reports made by editing others, so that it is known which copies which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from detente.domain.reports import Report


def _phrases(text: str) -> list[str]:
    return text.replace("\n", "|").split("|")


WHO = _phrases("""\
the foreign minister of Arnor|a spokesman for the palace in Edoras|three envoys from the southern ports
the council of the river towns|an adviser who asked not to be named|the new governor of the border district
officials in both capitals|the head of the customs union|a retired general who knows the region well
the leader of the largest opposition party|the chamber of shipowners|two members of the delegation
the trade minister, on his third visit this year|the king's chief negotiator
farmers on both banks of the Anduin|the director of the mining agency
the ambassador, speaking at the airport|judges of the high court in Annúminas|a committee of the lower house
the coast guard of Gondor|bankers who follow the iron market|the interior ministry
women who worked in the quarries as girls|the deputy commander of the northern garrison
the finance minister and her counterpart|an official of the harbour board|the youngest member of the cabinet
delegates from nine provinces|a historian at the university of Bree|the union of bridge builders""")
DID = _phrases("""\
said that the old treaty could not be renewed in its present form
promised to bring the matter before parliament|rejected the latest offer as too little and too late
welcomed the reopening of the mountain road|spoke for two hours about tolls and guards
signed a paper that nobody outside the room has seen|called the seizure of four barges an insult
denied that any grain had been turned back|asked for the return of the silver taken in the war
agreed to count the refugees again by the winter|put the blame on smugglers from the marshes
warned that iron would become dearer for everybody|offered to pay half of the cost of the bridge
would not be drawn on whether the fleet had sailed|told reporters that a second round was likely
withdrew a complaint that had lain with the arbiters for years
praised what he called the patience of ordinary people|laid a wreath at the memorial for the drowned
left the hall before the others had finished speaking|published figures that surprised even the experts
doubted that the ceasefire would outlast the harvest
repeated an apology first given by an earlier government|announced a fund for the families of the missing
proposed a line drawn through the middle of the lake|refused to let the inspectors see the lower galleries
wants the talks to be moved to a neutral town|has been pressing for lower duties on salt and wool
confirmed a report that a patrol had been fired upon|lifted a ban on timber that dates from the last century
compared the quarrel to a dispute between brothers""")
HOW = _phrases("""\
after a dinner that went on until midnight|on the second day of the meeting|in a letter of eleven pages
although the weather had closed the passes|at the request of the smaller parties
with an eye to the coming elections|in front of a crowd that waved both flags
before flying home to a difficult budget|without naming any country|for the first time since the flood
during a stop at the shipyard|while the cameras were still running|to the dismay of the merchants' guild
in answer to a question from a student|as snow fell on the square outside
according to minutes seen by this newspaper|hours before the deadline ran out
in a tone that was milder than last month's|despite objections from the army
under an arrangement kept secret for years|at a hurried briefing by the quay
following a telephone call from the emperor|with hardly a glance at his notes
in the presence of the patriarch|on behalf of towns that have no seat at the table
at the close of a long and wearying week""")
TAIL = _phrases("""\
and few in the room believed it|which had been expected since the spring
a step that could cost him his office|but the details are to be settled later
and the price of bread fell the next morning|as the law of both countries demands
though nothing was put in writing|and a further meeting is planned for the autumn
whatever the neighbours may think of it|which is more than his predecessor ever did
and the river has been quiet ever since|a point on which all sides seem to agree
so that the barges can pass by night again|and the archives will be opened to scholars
if the assembly gives its consent|because the old maps contradict one another|and no one was hurt
even where the wall has fallen down|leaving the hardest question for another day
and the markets took little notice""")
FIRST = _phrases("Ana|Bero|Cael|Dorin|Elwe|Falco|Gerd|Hale")
LAST = _phrases("Bar|Cor|Del|Fen|Gal|Mor|Tul")
ENDING = _phrases("dan|eth|in|wick")
QUOTED = _phrases("""\
“We have waited long enough for an answer, and we shall not leave without one,” the envoy said.
“A bridge is built from both banks, or it is not built at all,” the minister told the guests at the opening.
“Nobody here has forgotten the winter of the great hunger,” an old woman said at the gate.
“This paper is only as good as the people who keep it,” the chairman warned.
“I came as a neighbour and I am going home as one,” the visitor said on the steps.""")
BACKGROUND = _phrases("""\
The two countries fought over the valley for eleven years before a truce was signed in the abbey of Lond.
Trade between them has doubled since then, but the treaty on the fisheries was never ratified by either side.
About forty thousand people were driven from their homes along the river, and most of them have not come back.
A court of arbiters found in favour of the southern towns, a ruling that the north has refused to carry out.""")
LEADS = _phrases("""\
It was the kind of morning on which nobody expects news. By noon the square was full.
Our correspondent writes from the frontier. What follows has been shortened.
Readers may remember the affair of the lighthouse. It has come back.
There is movement at last in a quarrel that has outlived three governments. Here is what is known.""")
SYNONYMS = dict(
    pair.split(":")
    for pair in _phrases("""\
said:stated|told:informed|agreed:consented|promised:pledged|spoke:talked|called:termed|asked:pleaded
wants:wishes|old:former|new:recent|big:large|largest:biggest|long:lengthy|paper:document|talks:negotiations
meeting:gathering|matter:question|town:city|towns:cities|people:inhabitants|road:highway|cost:expense
offer:proposal|quarrel:dispute|dispute:row|war:conflict|country:nation|countries:nations|leader:chief
head:chief|director:chief|visit:trip|report:account|figures:numbers|years:decades|likely:probable
hurt:injured|answer:reply|letter:note|hours:moments|crowd:throng|square:plaza|winter:cold|autumn:fall""")
)
EDITS = ("cut", "shuffle", "reword", "misspell", "lead")


@dataclass
class Dice:
    """Choices that are the same in every run."""

    seed: str
    throws: int = field(default=0)

    def below(self, number: int) -> int:
        self.throws += 1
        return int.from_bytes(blake2b(f"{self.seed}:{self.throws}".encode(), digest_size=8).digest()) % number

    def pick(self, things: Sequence[str]) -> str:
        return things[self.below(len(things))]

    def falls(self, percent: int) -> bool:
        return self.below(100) < percent

    def shuffled(self, things: Sequence[str]) -> list[str]:
        return [t for _, _, t in sorted((self.below(1 << 30), n, t) for n, t in enumerate(things))]


def an_original(number: int) -> list[str]:
    """The sentences of a report; others share its formulas, a quotation and the background at its end."""
    dice = Dice(f"original {number}")
    cast = [f"{dice.pick(FIRST)} {dice.pick(LAST)}{dice.pick(ENDING)}" for _ in range(4)]
    own = [_sentence(dice, cast) for _ in range(9 + dice.below(14))]
    own.insert(3, dice.pick(QUOTED))
    return [*own, *dice.shuffled(BACKGROUND)[: 1 + dice.below(2)]]


def a_copy(sentences: Sequence[str], name: str) -> list[str]:
    """One to three edits of each kind of change, one after the other."""
    dice, edited = Dice(f"copy {name}"), list(sentences)
    for edit in dice.shuffled(EDITS)[: 1 + dice.below(3)]:
        edited = _edited(edited, edit, dice)
    return edited


def copied_reports(originals: int, copies: int) -> Iterator[tuple[int, Report]]:
    """Edited copies of each original, with its number; the originals are not among them."""
    for number in range(originals):
        sentences = an_original(number)
        for n in range(copies):
            name = f"{number}.{n}"
            yield number, Report(" ".join(a_copy(sentences, name)), url=f"https://a.example/{name}")


def _sentence(dice: Dice, cast: Sequence[str] = ()) -> str:
    who = f"{dice.pick(cast)}, {dice.pick(WHO)}," if cast and dice.falls(50) else dice.pick(WHO)
    parts = [who, dice.pick(DID), dice.pick(HOW)]
    if dice.falls(30):
        parts = [f"{parts[2]},", parts[0], parts[1]]
    text = " ".join(parts) + (f", {dice.pick(TAIL)}" if dice.falls(40) else "")
    return f"{text[0].upper()}{text[1:]}."


def _edited(sentences: list[str], edit: str, dice: Dice) -> list[str]:
    match edit:
        case "cut":
            # from the end, as editors do, or here and there
            kept = max(5, len(sentences) * (45 + dice.below(45)) // 100)
            chosen = dice.shuffled(sentences)[:kept] if dice.falls(50) else sentences[:kept]
            return [s for s in sentences if s in chosen]
        case "shuffle":
            return dice.shuffled(sentences)
        case "reword":
            return [" ".join(SYNONYMS.get(w, w) if dice.falls(80) else w for w in s.split(" ")) for s in sentences]
        case "misspell":
            return [" ".join(_misspelt(w, dice) if dice.falls(6) else w for w in s.split(" ")) for s in sentences]
        case _:
            return [dice.pick(LEADS), _sentence(dice), *sentences[1:]]


def _misspelt(word: str, dice: Dice) -> str:
    at = dice.below(len(word))
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
