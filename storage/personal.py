"""Copies and erases everything that is kept about one person; a test holds it against every table that there is."""

import dataclasses
import datetime as dt
import os
from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, delete, select, true, update

from domain.ids import PersonId
from domain.phases import FIRST_PHASE, USUAL_TRACK
from domain.retrospect import Theme
from domain.setbacks import Rule
from storage.repository import Repository
from storage.tables import Row
from storage.tables.alerts import AlertCauseRow, AlertRow, AlertStepRow, DisclosureRow
from storage.tables.checkins import AnswerRow, CheckInRow, ScheduleRow, ScheduleTimeRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.escalation import AlertTellingRow, CoverRow, MailAddressRow, MailRow, OnCallRow
from storage.tables.exchanges import CallRow, ExchangeAnswerRow, ExchangeRow
from storage.tables.groups import (
    ConsentRow,
    GroupRow,
    InviteRow,
    LinkMissRow,
    MembershipRow,
    PhaseChangeRow,
    ProgramRow,
)
from storage.tables.inbox import InboxRow
from storage.tables.listening import ListeningRow
from storage.tables.matching import BlockRow, KeptApartRow, PairDraftRow, PairWishRow, RotationRow
from storage.tables.measures import InstrumentChoiceRow, MeasureAnswerRow, MeasureRow
from storage.tables.notes import NoteRow
from storage.tables.outbox import OutboxRow
from storage.tables.partners import PairMemberRow, PairRow, PartnerConsentRow
from storage.tables.people import AnchorRow, DialogueRow, PersonKeyRow, PersonRow, VaultSecretRow
from storage.tables.plans import PlanRow
from storage.tables.questions import GroupItemRow, QuestionRow
from storage.tables.relays import RelayReactionRow, RelayRow, ReportRow
from storage.tables.sessions import NoShowRow
from storage.tables.setbacks import SlipRow, ThresholdRow, WatchRow
from storage.types import EncryptedText, Sealed

SAFE_INTEGER: Final = 2**53
"""Above this, many readers of JSON round whole numbers: they are written as text."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Owned:
    """A table with rows about a person.

    Attributes:
        mine: the condition for a person's rows.
        told: a further condition for a copy; None copies all.
        hidden: columns that are no part of a copy: secrets of the installation, and what would tell of others.
        kept: at erasure the rows stay with these columns emptied; None deletes them.
    """

    row: type[Row]
    mine: Callable[[PersonId], ColumnElement[bool]]
    hidden: frozenset[str] = frozenset()
    kept: tuple[str, ...] | None = None
    told: ColumnElement[bool] | None = None


def _seats(person_id: PersonId) -> Select[int]:
    return select(MembershipRow.id).where(MembershipRow.person_id == person_id)


def _checkins(person_id: PersonId) -> Select[int]:
    return select(CheckInRow.id).where(CheckInRow.membership_id.in_(_seats(person_id)))


def _measures(person_id: PersonId) -> Select[int]:
    return select(MeasureRow.id).where(MeasureRow.membership_id.in_(_seats(person_id)))


def _alerts(person_id: PersonId) -> Select[int]:
    return select(AlertRow.id).where(AlertRow.membership_id.in_(_seats(person_id)))


# In a pair, "somebody is worried about you" or "reported you" names the partner, who was promised not to be named.
_NOT_CONFIDED: Final = AlertCauseRow.rule.not_in((Rule.CONCERN, Rule.REPORT))
_HAS_OTHER_CAUSE: Final = AlertRow.id.in_(select(AlertCauseRow.alert_id).where(_NOT_CONFIDED))

OWNED: Final = (
    _Owned(PersonRow, lambda me: PersonRow.id == me, frozenset({"address_hash"}), kept=()),
    _Owned(MembershipRow, lambda me: MembershipRow.person_id == me, kept=("display_name",)),
    _Owned(ConsentRow, lambda me: ConsentRow.person_id == me, kept=("signature",)),
    _Owned(EnrolmentRow, lambda me: EnrolmentRow.person_id == me),
    _Owned(ScheduleRow, lambda me: ScheduleRow.membership_id.in_(_seats(me))),
    _Owned(ScheduleTimeRow, lambda me: ScheduleTimeRow.membership_id.in_(_seats(me))),
    _Owned(AnswerRow, lambda me: AnswerRow.checkin_id.in_(_checkins(me))),
    _Owned(
        AlertCauseRow,
        lambda me: AlertCauseRow.alert_id.in_(_alerts(me)),
        hidden=frozenset({"raised_by"}),
        told=_NOT_CONFIDED,
    ),
    _Owned(
        AlertStepRow,
        lambda me: AlertStepRow.alert_id.in_(_alerts(me)),
        told=AlertStepRow.alert_id.in_(select(AlertRow.id).where(_HAS_OTHER_CAUSE)),
    ),
    _Owned(AlertTellingRow, lambda me: AlertTellingRow.person_id == me),
    _Owned(MailRow, lambda me: MailRow.person_id == me),
    _Owned(MailAddressRow, lambda me: MailAddressRow.person_id == me),
    _Owned(OnCallRow, lambda me: OnCallRow.membership_id.in_(_seats(me))),
    _Owned(CoverRow, lambda me: CoverRow.membership_id.in_(_seats(me))),
    _Owned(WatchRow, lambda me: WatchRow.membership_id.in_(_seats(me))),
    _Owned(PlanRow, lambda me: PlanRow.person_id == me),
    _Owned(NoShowRow, lambda me: NoShowRow.membership_id.in_(_seats(me))),
    _Owned(SlipRow, lambda me: SlipRow.membership_id.in_(_seats(me))),
    _Owned(AlertRow, lambda me: AlertRow.membership_id.in_(_seats(me)), told=_HAS_OTHER_CAUSE),
    _Owned(CheckInRow, lambda me: CheckInRow.membership_id.in_(_seats(me))),
    _Owned(MeasureAnswerRow, lambda me: MeasureAnswerRow.measure_id.in_(_measures(me))),
    _Owned(MeasureRow, lambda me: MeasureRow.membership_id.in_(_seats(me))),
    _Owned(PhaseChangeRow, lambda me: PhaseChangeRow.membership_id.in_(_seats(me))),
    _Owned(NoteRow, lambda me: NoteRow.person_id == me),
    _Owned(ReportRow, lambda me: ReportRow.reporter_id == me),
    _Owned(RelayReactionRow, lambda me: RelayReactionRow.person_id == me),
    _Owned(RelayRow, lambda me: RelayRow.sender_id == me),
    _Owned(ExchangeAnswerRow, lambda me: ExchangeAnswerRow.membership_id.in_(_seats(me))),
    _Owned(CallRow, lambda me: CallRow.offered_by.in_(_seats(me))),
    _Owned(PartnerConsentRow, lambda me: PartnerConsentRow.owner_membership_id.in_(_seats(me)), kept=()),
    _Owned(PairWishRow, lambda me: PairWishRow.membership_id.in_(_seats(me))),
    _Owned(BlockRow, lambda me: BlockRow.blocker_id == me),
    _Owned(PairMemberRow, lambda me: PairMemberRow.membership_id.in_(_seats(me)), kept=("username",)),
    _Owned(DisclosureRow, lambda me: DisclosureRow.subject_id == me, kept=()),
    _Owned(InviteRow, lambda me: InviteRow.invited_by == me, frozenset({"token_hash"}), kept=("invited_by",)),
    _Owned(OutboxRow, lambda me: OutboxRow.person_id == me),
    _Owned(DialogueRow, lambda me: DialogueRow.person_id == me),
    _Owned(AnchorRow, lambda me: AnchorRow.person_id == me),
)
"""Every table with rows about a person, in the order in which they can be deleted."""

ABOUT_NOBODY: Final[dict[type[Row], str]] = {
    PersonKeyRow: "the key itself: destroyed at erasure, no part of a copy",
    LinkMissRow: "counts by hash of an account for an hour, deleted at erasure",
    ProgramRow: "names a clinic",
    GroupRow: "names a group",
    GroupItemRow: "which questions a group is asked",
    QuestionRow: "the wording of a group's own questions",
    InstrumentChoiceRow: "which questionnaires the operator has switched on or off",
    PairRow: "names nobody: its sides are pair_members",
    ExchangeRow: "what two are asked together: the answers are exchange_answers",
    ThresholdRow: "what counts as a setback in a group",
    KeptApartRow: "a facilitator's safety rule about two, which would tell each of the other",
    RotationRow: "when a group's pairs change",
    PairDraftRow: "a facilitator's proposal that nobody has been asked yet, deleted when it is sent",
    VaultSecretRow: "a secret of the installation",
    ListeningRow: "when the bot last heard from Telegram",
    InboxRow: "updates on their way, sealed, deleted when served",
}
"""The other tables, each with why a copy has none of their rows."""


class Personal(Repository):
    """All rows of one person."""

    async def copy(self, person_id: PersonId) -> dict[str, list[dict[str, Any]]]:
        """Return every row about the person by table, opened, as JSON values.

        Raises:
            Unreadable: something cannot be opened with the keys at hand.
        """
        return {owned.row.__tablename__: await self._rows(owned, person_id) for owned in OWNED}

    async def erase(self, person_id: PersonId) -> None:
        """Destroy the person's key, delete what they left, and empty what stays as a record without a name."""
        address_hash = select(PersonRow.address_hash).where(PersonRow.id == person_id).scalar_subquery()
        await self.session.execute(delete(LinkMissRow).where(LinkMissRow.address_hash == address_hash))
        for owned in OWNED:
            if owned.kept is None:
                await self.session.execute(delete(owned.row).where(owned.mine(person_id)))
            elif owned.kept:
                empty: dict[str, None] = dict.fromkeys(owned.kept)
                await self.session.execute(update(owned.row).where(owned.mine(person_id)).values(empty))
        await self.session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(
                address_hash=os.urandom(32),
                address=Sealed(b""),
                language="en",
                timezone="UTC",
                unreachable_since=None,
                quiet_from=None,
                quiet_until=None,
                picture_theme=Theme.LIGHT,
            )
        )
        seats = MembershipRow.person_id == person_id
        usual = {"phase": FIRST_PHASE, "track": USUAL_TRACK}
        await self.session.execute(update(MembershipRow).where(seats).values(usual))
        await self.keys.destroy(person_id)

    async def _rows(self, owned: _Owned, person_id: PersonId) -> list[dict[str, Any]]:
        table = owned.row.__table__
        told = true() if owned.told is None else owned.told
        query = select(table).where(owned.mine(person_id), told).order_by(*table.primary_key)
        found = (await self.session.execute(query)).mappings().all()
        return [await self._opened(owned, person_id, dict(values)) for values in found]

    async def _opened(self, owned: _Owned, person_id: PersonId, values: dict[str, Any]) -> dict[str, Any]:
        table = owned.row.__table__
        row_id = values[next(iter(table.primary_key)).name]
        cipher = await self.keys.of(person_id)
        opened: dict[str, Any] = {}
        for column in table.columns:
            value = values[column.name]
            if column.name in owned.hidden:
                continue
            if isinstance(column.type, EncryptedText) and value is not None:
                value = cipher.open(column.type.field, row_id, value)
            opened[column.name] = _plain(value)
        return opened


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > SAFE_INTEGER:
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
