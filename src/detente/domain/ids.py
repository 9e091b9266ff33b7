"""Ids: hashes of what a thing is, so that the same thing has the same id in any process."""

from hashlib import blake2b
from typing import NewType

ReportId = NewType("ReportId", str)
ClaimId = NewType("ClaimId", str)
StatementId = NewType("StatementId", str)
FigureId = NewType("FigureId", str)
EventId = NewType("EventId", str)
IssueId = NewType("IssueId", str)
PledgeId = NewType("PledgeId", str)
DisagreementId = NewType("DisagreementId", str)
JudgementId = NewType("JudgementId", str)
OriginId = NewType("OriginId", str)
RuleId = NewType("RuleId", str)
ActorId = NewType("ActorId", str)
"""ISO 3166 alpha-3, KOS, a body's usual letters or a group's name in capitals."""


def digest(prefix: str, *parts: object) -> str:
    """A short id from a thing's parts: the prefix, a dash and 12 hexadecimal digits."""
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{blake2b(joined.encode(), digest_size=6).hexdigest()}"
