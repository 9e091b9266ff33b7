"""What is known of the one whom words mean, as a line for other programs and for the eye."""

from collections.abc import Iterable, Mapping

from detente.claims.who import WhoAnswer
from detente.domain.ids import ActorId
from detente.rules.offices import Office
from detente.views.object_parts import Object
from detente.views.tables import Column, Table


def who_object(answer: WhoAnswer, name_by_id: Mapping[ActorId, str]) -> Object:
    """The state, sector, name and offices of the one who is meant; null for what is not known."""
    country = answer.country
    return {
        "country": country,
        "country_name": name_by_id.get(country) if country else None,
        "sector": answer.sector,
        "name": answer.person.name if answer.person else answer.name,
        "offices": [{"title": o.title, "since": o.since, "until": o.until} for o in answer.offices],
    }


def who_table(asked: Iterable[tuple[str, WhoAnswer]], name_by_id: Mapping[ActorId, str]) -> Table:
    """A row for each of the words that were asked about."""
    columns = (
        Column("words", 0),
        *(Column("name", 1), Column("state", 1)),
        Column("sector", 2),
        Column("offices", 3),
    )
    rows = []
    for words, answer in asked:
        country = answer.country
        name = (answer.person.name if answer.person else answer.name) or ""
        state = f"{name_by_id.get(country, country)} ({country})" if country else "not known"
        rows.append((words, name, state, answer.sector or "", "; ".join(map(_office, answer.offices))))
    return Table(columns, tuple(rows))


def _office(office: Office) -> str:
    since = f" since {office.since}" if office.since else ""
    until = f" until {office.until}" if office.until else ""
    return f"{office.title}{since}{until}"
