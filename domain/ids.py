"""Names the kinds of id, so that one cannot be passed for another; it makes none of them."""

from typing import NewType

PersonId = NewType("PersonId", int)
ProgramId = NewType("ProgramId", int)
GroupId = NewType("GroupId", int)
MembershipId = NewType("MembershipId", int)
InviteId = NewType("InviteId", int)
EnrolmentId = NewType("EnrolmentId", int)
TimeId = NewType("TimeId", int)
CheckInId = NewType("CheckInId", int)
QuestionId = NewType("QuestionId", int)
NoteId = NewType("NoteId", int)
PairId = NewType("PairId", int)
RelayId = NewType("RelayId", int)
ExchangeId = NewType("ExchangeId", int)
CallId = NewType("CallId", int)
AlertId = NewType("AlertId", int)
MeasureId = NewType("MeasureId", int)
SlipId = NewType("SlipId", int)

Address = NewType("Address", int)
"""Where a person is reached: an opaque number that only the edge can interpret."""
