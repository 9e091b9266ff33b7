"""Findings as JSON and back, exactly: a strict reading of the nouns' own type hints.

A span or quote is `[start, end]` (a quote's words are the report's, so they are not stored twice), a field that has its
default is left out, and where a field may be of several classes the value says which in `is`. What draws on several
reports is written `whole`: each of its quotes is `[report, start, end, words]`.
"""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from detente.domain.corrections import Correction
from detente.domain.ids import ReportId
from detente.domain.parties import Directed, Joint
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.errors import RecordError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Decoder = Callable[[Any, Report | None], Any]

_TAG = "is"
_TAGGED: tuple[type, ...] = (Directed, Joint, *get_args(Correction))


def dumps(value: object) -> str:
    """JSON as the record writes it: letters are kept as they are, and what is no number is refused."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_report(meta: str, text: str) -> Report:
    """A report from its text and what is stored beside it."""
    return decode(Report, {**json.loads(meta), "text": text})


def encode(value: object, *, whole: bool = False) -> Json:
    """A noun, or a part of one, as what JSON can hold."""
    encoded: Json
    match value:
        case Enum():
            encoded = str(value.value)
        case None | bool() | int() | float() | str():
            encoded = value
        case date():
            encoded = value.isoformat()
        case Quote(span=span) if whole:
            encoded = [value.report_id, span.start, span.end, value.exact]
        case Quote(span=span) | (Span() as span):
            encoded = [span.start, span.end]
        case tuple():
            encoded = [encode(item, whole=whole) for item in value]
        case _:
            encoded = _encode_fields(value, whole=whole)
    return encoded


def decode[T](kind: type[T], stored: Json, report: Report | None = None) -> T:
    """The value of a class that `encode` made this of; quotes that are not whole are read from the report."""
    hint: Any = kind
    decoded: T = _decoder(hint)(stored, report)
    return decoded


def _encode_fields(value: object, *, whole: bool) -> Json:
    if not is_dataclass(value) or isinstance(value, type):
        message = f"the record cannot hold a {type(value).__name__}"
        raise TypeError(message)
    encoded: dict[str, Json] = {_TAG: type(value).__name__} if isinstance(value, _TAGGED) else {}
    for field in (f for f in fields(value) if f.init):
        item = getattr(value, field.name)
        if field.default is MISSING or item != field.default:
            encoded[field.name] = encode(item, whole=whole)
    return encoded


@cache
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401 - a type hint may be of any class
    if isinstance(hint, NewType):
        return _decoder(hint.__supertype__)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decoder_of_union(get_args(hint))
    if origin is tuple:
        return _decoder_of_tuple(get_args(hint))
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if issubclass(hint, Enum):
        return lambda stored, _: _checked(lambda: hint(stored), hint, stored)
    return _decoder_of_fields(hint)


def _decoder_of_union(choices: tuple[Any, ...]) -> Decoder:
    classes = {c.__name__: c for c in choices if c is not types.NoneType}
    may_be_none = len(classes) < len(choices)

    def decode_one(stored: Any, report: Report | None) -> Any:  # noqa: ANN401 - JSON may hold anything
        if stored is None and may_be_none:
            return None
        if len(classes) == 1:
            return _decoder(next(iter(classes.values())))(stored, report)
        if not isinstance(stored, dict) or stored.get(_TAG) not in classes:
            raise _strange(" or ".join(classes), stored)
        return _decoder(classes[stored[_TAG]])(stored, report)

    return decode_one


def _decoder_of_tuple(items: tuple[Any, ...]) -> Decoder:
    length = None if items[-1] is Ellipsis else len(items)
    if length is not None and len(set(items)) > 1:
        message = "the record holds tuples of one kind of thing only"
        raise TypeError(message)

    def decode_all(stored: Any, report: Report | None) -> Any:  # noqa: ANN401 - JSON may hold anything
        if not isinstance(stored, list) or length not in (None, len(stored)):
            raise _strange("list", stored)
        decoder = _decoder(items[0])
        return tuple(decoder(item, report) for item in stored)

    return decode_all


def _decoder_of_fields(kind: Any) -> Decoder:  # noqa: ANN401 - any dataclass
    hints = get_type_hints(kind)
    wanted = {f.name: f.default is MISSING for f in fields(kind) if f.init}
    allowed = {*wanted, *([_TAG] if kind in _TAGGED else [])}

    def decode_fields(stored: Any, report: Report | None) -> Any:  # noqa: ANN401 - JSON may hold anything
        if not isinstance(stored, dict) or set(stored) - allowed:
            raise _strange(kind.__name__, stored)
        if any(needed and name not in stored for name, needed in wanted.items()):
            raise _strange(kind.__name__, stored)
        given = {n: _decoder(hints[n])(stored[n], report) for n in wanted if n in stored}
        return _checked(lambda: kind(**given), kind, stored)

    return decode_fields


def _decode_span(stored: Any, _: Report | None) -> Span:  # noqa: ANN401 - JSON may hold anything
    match stored:
        case [int(start), int(end)]:
            return _checked(lambda: Span(start, end), Span, stored)
    raise _strange("Span", stored)


def _decode_quote(stored: Any, report: Report | None) -> Quote:  # noqa: ANN401 - JSON may hold anything
    match stored:
        case [str(report_id), int(start), int(end), str(exact)]:
            return _checked(lambda: Quote(ReportId(report_id), Span(start, end), exact), Quote, stored)
    if report is None:
        raise _strange("Quote", stored)
    span = _decode_span(stored, report)
    return _checked(lambda: report.quote(span), Quote, stored)


def _decoder_of_plain(*kinds: type) -> Decoder:
    def decode_plain(stored: Any, _: Report | None) -> Any:  # noqa: ANN401 - JSON may hold anything
        # type() and not isinstance: a bool is an int to Python, not to a reader
        if type(stored) not in kinds:
            raise _strange(kinds[0].__name__, stored)
        return stored

    return decode_plain


def _decode_date(stored: Any, _: Report | None) -> date:  # noqa: ANN401 - JSON may hold anything
    if not isinstance(stored, str):
        raise _strange("date", stored)
    return _checked(lambda: date.fromisoformat(stored), date, stored)


_SIMPLE: dict[type, Decoder] = {
    str: _decoder_of_plain(str),
    int: _decoder_of_plain(int),
    # a whole number stays one, since ids are made from how it is written
    float: _decoder_of_plain(float, int),
    bool: _decoder_of_plain(bool),
    date: _decode_date,
    Span: _decode_span,
    Quote: _decode_quote,
}


def _checked[T](make: Callable[[], T], kind: type, stored: object) -> T:
    try:
        return make()
    except ValueError as error:
        raise _strange(kind.__name__, stored) from error


def _strange(wanted: str, stored: object) -> RecordError:
    shown = repr(stored)[:80]
    return RecordError(
        f"The record holds {shown} where a {wanted} should be: it was changed by another program, or is damaged."
    )
