"""Every exception of detente.

DetenteError
├── RuleError            knowledge in data/ that cannot be right: names the file and the entry
├── RecordError          a record that cannot be opened or written
│   ├── NotARecordError  the file is something else
│   └── OtherSchemaError the record was made by another schema version
├── UnknownNameError     a state, report or event that nobody knows, with suggestions
├── AddressError         an address of the desk that asks for what cannot be
├── NotYetError          what follows from a record is still being worked out
└── MissingPartError     something optional that has to be installed for what is asked

Trouble in a *text* is never an exception: it is a `detente.domain.Problem`.
"""


class DetenteError(Exception):
    """What detente raises on purpose; its message is fit to be shown to a person."""


class RuleError(DetenteError):
    """Knowledge in data/ that cannot be right; the message names the file, the entry and what to do."""


class RecordError(DetenteError):
    """A record that cannot be opened or written."""


class NotARecordError(RecordError):
    """The file is not a record of detente."""


class OtherSchemaError(RecordError):
    """The record was made by another schema version."""


class UnknownNameError(DetenteError):
    """A name or id that nothing bears; the message suggests what may have been meant."""


class AddressError(DetenteError):
    """An address of the desk that asks for what cannot be; the message says what would be right."""


class NotYetError(DetenteError):
    """What follows from a record is still being worked out; asking again a little later is answered."""


class MissingPartError(DetenteError):
    """Something optional that has to be installed for what is asked; the message says how."""
