"""Days, parties and acts in plain English, never more exact than the record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date, format_interval

from detente.domain.acts import ActType, Status
from detente.domain.corrections import Field
from detente.domain.days import Basis, Precision, When
from detente.domain.derived import Event
from detente.domain.findings import Claim, Speaker, Statement
from detente.domain.ids import ActorId, ReportId, RuleId, StatementId
from detente.domain.parties import Party, PartyKind
from detente.domain.spans import Quote
from detente.views.gist import Gist, gist_of
from detente.views.phrasing import ActPhrase, Phrasing, Verb

TOLD_AS_DONE = frozenset({Status.HAPPENED, Status.NEGATED})
_LOCALE = "en_GB"
_SKELETON_BY_PRECISION = {Precision.MONTH: "yMMMM", Precision.YEAR: "y", Precision.LONGER: "y"}
_DAYS = frozenset({Precision.DAY, Precision.WEEK})
_TURNS_OF_YEAR = frozenset({(1, 1), (12, 31)})
_MANY = 2
_NEXT_WORD = 20
"""Characters that hold the next word."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What putting a finding into words needs: the phrases, the names of powers, and who said what."""

    phrasing: Phrasing
    names: Callable[[ActorId], str]
    statement_by_id: Mapping[StatementId, Statement]
    text_by_id: Mapping[ReportId, str] = field(default_factory=dict)
    """The reports' texts: what stands after a quote shows whether its clause is whole."""

    def power(self, actor: ActorId) -> str:
        """A state or body as a sentence has it."""
        return self.phrasing.name_in_sentence(self.names(actor))

    def powers(self, actors: Iterable[ActorId]) -> str:
        """Several states or bodies as a sentence has them."""
        return self.phrasing.join([self.power(a) for a in actors])

    def day(self, when: When, status: Status = Status.HAPPENED) -> str:
        """A day as a column shows it: "16 March 2023", "March 2023", "since 2018"."""
        if when.earliest is None and when.latest is None:
            return self.phrasing.say("days", "unknown")
        if when.latest is None or when.earliest is None:
            begins = "since" if status in TOLD_AS_DONE else "from"
            ends = "by" if when.basis is Basis.LEAD else "until"
            key, known = (ends, when.latest) if when.earliest is None else (begins, when.earliest)
            return self.phrasing.say("days", key, day=self._end(known, when.precision)) if known else ""
        if _is_only_reported(when):
            return self.phrasing.say("days", "reported", day=self.one_day(when.latest))
        text = self._interval(when.earliest, when.latest, when.precision)
        return self.phrasing.say("days", "about", day=text) if when.basis is Basis.INFERRED else text

    def one_day(self, day: date) -> str:
        """A day of the calendar."""
        return str(format_date(day, self.phrasing.say("days", "days"), locale=_LOCALE))

    @staticmethod
    def index(value: float) -> str:
        """A value of an index as a reader is shown it."""
        return f"{value + 0.0:.1f}".replace("-", "−")

    def opening(self, when: When, status: Status = Status.HAPPENED) -> str:
        """A day as a sentence begins with it, or the empty string where it is not known."""
        if when.earliest is None and when.latest is None:
            return ""
        if _is_only_reported(when) and when.latest:
            return self.phrasing.say("days", "as_reported", day=self.one_day(when.latest))
        day = self.day(when, status)
        if when.earliest is None or when.latest is None or when.basis is Basis.INFERRED:
            return self.phrasing.capital(day)
        if when.precision in _DAYS and when.earliest != when.latest:
            first, last, _ = self._ends(when.earliest, when.latest)
            return self.phrasing.say("days", "in_span", first=first, last=last)
        return self.phrasing.say("days", "in_day" if when.precision in _DAYS else "in_longer", day=day)

    def parties(self, parties: Sequence[Party], people: Mapping[ActorId, Party] | None = None) -> str:
        """The parties of one side, each once, those who act for them behind them."""
        names = dict.fromkeys(self._party(p, people or {}) for p in parties)
        return self.phrasing.join(list(names)) or self.phrasing.say("sentence", "nobody")

    def act(self, event: Event, *, has_day: bool = False) -> str:
        """One sentence on an event, with its place, its status and, where only others' words tell it, theirs."""
        gist = self.gist(event)
        text = self._in_own_words(event, gist) if gist else self._in_words_of_its_type(event)
        if event.place and event.place[0].isupper() and event.place not in text:
            key = "at_place" if event.place.split()[-1] in self.phrasing.at_places else "place"
            text = self.phrasing.say("sentence", key, sentence=text, place=event.place)
        speakers = self.speakers(event)
        if speakers and not _is_own_word(speakers, event):
            key = "attributed" if all(s.name for s in speakers) else "told_by"
            labels = self.phrasing.join([s.label for s in speakers])
            text = self.phrasing.say("sentence", key, sentence=text, speakers=labels)
        opening = self.opening(event.when, event.status) if has_day else ""
        return f"{opening} {text}" if opening else self.phrasing.capital(text)

    def gist(self, event: Event) -> Gist | None:
        """What was done, in the words of the report that tell it best; None where no clause can serve."""
        if event.type in self.phrasing.plain or event.status not in (Status.HAPPENED, Status.PLANNED):
            return None
        keys = {p.key for p in event.parties.actors}
        coded = (m.claim for m in event.mentions if m.claim.type is event.type and m.claim.status is event.status)
        # where a person puts right who did what to whom, the report's own words say otherwise
        as_told = (c for c in coded if not c.is_said(Field.STATUS, Field.ACTORS, Field.RECIPIENTS))
        whole = (c for c in as_told if {p.key for p in c.parties.actors} == keys)
        told = (gist_of(c, self.phrasing.gist, self._following(c.quote)) for c in whole)
        found = [g for g in told if g and (g.is_to_come or event.status is Status.HAPPENED)]
        return min(found, key=lambda g: g.rank, default=None)

    def _in_own_words(self, event: Event, gist: Gist) -> str:
        actors = self.parties(event.parties.actors, self._office_holders(event))
        many = _MANY if _is_plural(event.parties.actors) else 1
        is_told_of_a_day = event.status is Status.HAPPENED and not _is_only_reported(event.when)
        key = "agreed" if gist.is_agreed else "own_words"
        if gist.is_to_come:
            key = "announced" if is_told_of_a_day else "to_come"
        return self.phrasing.say_number("sentence", key, many, actors=actors, rest=gist.words)

    def _in_words_of_its_type(self, event: Event) -> str:
        verb = self._verb(event)
        people = self._office_holders(event) if event.type in self.phrasing.plain else {}
        recipients = self.parties(known_recipients(event), people)
        actors = self.parties(event.parties.actors, people)
        many = _MANY if _is_plural(event.parties.actors) else 1
        past, base = (v.format(recipients=recipients) for v in (verb.past, verb.base))
        return self.phrasing.say_number("sentence", event.status, many, actors=actors, past=past, base=base)

    def _following(self, quote: Quote) -> str:
        return self.text_by_id.get(quote.report_id, "")[quote.span.end : quote.span.end + _NEXT_WORD]

    def said(self, words: str) -> str:
        """What one side of a disagreement says, a bare day written out."""
        try:
            day = date.fromisoformat(words)
        except ValueError:
            return words
        return self.phrasing.say("days", "on_day", day=self.one_day(day))

    def label(self, event: Event) -> str:
        """What kind of act an event is, in a few words."""
        return self._phrase(event).label

    def speakers(self, event: Event) -> tuple[Speaker, ...]:
        """Whose words alone tell of the event; no one where a report tells of it by itself."""
        told_by = [m.claim.attributed_to for m in event.mentions]
        if None in told_by:
            return ()
        known = (self.statement_by_id.get(s) for s in told_by if s is not None)
        return tuple({s.speaker.label.casefold(): s.speaker for s in known if s is not None}.values())

    def taking_part(self, event: Event) -> tuple[str, ...]:
        """Who acted for whom in which role, as fully as any of the reports says."""
        return tuple(
            self.phrasing.say("sentence", "taking_part", state=self.power(actor), who=f"{party.via} ({party.role})")
            for actor, party in self._office_holders(event).items()
        )

    def _office_holders(self, event: Event) -> Mapping[ActorId, Party]:
        best: dict[ActorId, Party] = {}
        for party in (p for m in event.mentions for p in _all_parties(m.claim)):
            if party.id and _has_named_office(party):
                known = best.get(party.id)
                if known is None or _fullness(party) > _fullness(known):
                    best[party.id] = party
        return dict(sorted(best.items()))

    def _party(self, party: Party, people: Mapping[ActorId, Party]) -> str:
        if party.id is None or not party.is_power:
            return party.name
        name = self.power(party.id)
        return f"{name} ({people[party.id].via})" if party.id in people else name

    def _phrase(self, event: Event) -> ActPhrase:
        coded = [m.claim for m in event.mentions if m.claim.type is event.type]
        rules = sorted({c.rule for c in coded if not c.is_said(Field.TYPE)})
        rule = rules[0] if len(rules) == 1 else None
        underlying = _type_of_rule(rule) if rule else None
        if underlying and underlying is not event.type:
            is_to_come = event.status is not Status.HAPPENED
            return self.phrasing.act(underlying, None, rule) if is_to_come else self.phrasing.act(event.type, None)
        is_of_mode = all(c.mode == event.mode for c in coded)
        return self.phrasing.act(event.type, event.mode if is_of_mode else None, rule)

    def _verb(self, event: Event) -> Verb:
        phrase = self._phrase(event)
        if known_recipients(event):
            return phrase.towards
        return phrase.together if len({p.key for p in event.parties.actors}) > 1 else phrase.alone

    def _interval(self, first: date, last: date, precision: Precision) -> str:
        if precision in _SKELETON_BY_PRECISION:
            return str(format_interval(first, last, _SKELETON_BY_PRECISION[precision], locale=_LOCALE))
        if first == last:
            return self.one_day(last)
        begin, end, key = self._ends(first, last)
        return self.phrasing.say("days", key, first=begin, last=end)

    def _ends(self, first: date, last: date) -> tuple[str, str, str]:
        """The ends of a span of days, the first without what it shares with the last, and what joins them."""
        key, join = "days", "span"
        if first.year == last.year:
            key, join = ("dayless", "close_span") if first.month == last.month else ("yearless", "span")
        begin = str(format_date(first, self.phrasing.say("days", key), locale=_LOCALE))
        return begin, self.one_day(last), join

    def _end(self, day: date, precision: Precision) -> str:
        """The known end of an open interval: whole years where it is the turn of one."""
        is_turn = (day.month, day.day) in _TURNS_OF_YEAR
        exact = Precision.DAY if precision is Precision.LONGER and not is_turn else precision
        return self._interval(day, day, exact)


def _is_own_word(speakers: Iterable[Speaker], event: Event) -> bool:
    """Whether those who act say so themselves: who promises or accuses does it by saying it."""
    acting = {p.id for p in event.parties.actors if p.is_power}
    own = {name for p in event.parties.actors for name in (p.via, p.name) if name}
    return all(s.state in acting and (s.name is None or s.name in own) for s in speakers)


def _is_only_reported(when: When) -> bool:
    """Whether the days are only those before a report: no words tell the day of the act itself."""
    return when.basis is Basis.LEAD and None not in (when.earliest, when.latest) and when.earliest != when.latest


def known_recipients(event: Event) -> tuple[Party, ...]:
    """Who is at the receiving end; what is no one's (goods, a plan, a row) is left to the quoted words."""
    return tuple(p for p in event.parties.recipients if p.id is not None)


def _type_of_rule(rule: RuleId) -> ActType | None:
    """The type that a rule's id begins with; what it codes may be a promise, threat or refusal of that."""
    name = rule.split("/")[0].upper()
    return ActType(name) if name in ActType.__members__ else None


def _all_parties(claim: Claim) -> tuple[Party, ...]:
    return claim.parties.actors + claim.parties.recipients


def _has_named_office(party: Party) -> bool:
    """Whether someone acts for a power by name and in a role, not "its leaders" or "officials"."""
    return party.is_power and bool(party.via and party.role and party.role not in party.via)


def _fullness(party: Party) -> tuple[int, str, str]:
    return (len(party.via or ""), party.via or "", party.role or "")


def _is_plural(parties: Sequence[Party]) -> bool:
    return len({p.key for p in parties}) != 1 or parties[0].kind is PartyKind.GROUP
