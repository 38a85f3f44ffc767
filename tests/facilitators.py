"""Small steps that tests of facilitators begin with: a second group, what stands in line, what people would be asked."""

from domain.access import Role
from domain.items import ItemId
from domain.phases import FIRST_PHASE, USUAL_TRACK, Stage
from domain.templates import questions_of
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member


async def leads_both_groups(storage: Storage, cast: Cast) -> None:
    """Let Fay facilitate the Friday group too."""
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.cem.group_id, cast.fay.person_id, Role.FACILITATOR, "Fay", NOON)


async def asked_of(storage: Storage, member: Member) -> tuple[ItemId, ...]:
    """Return what a newcomer of the member's group is asked on the day of the tests."""
    async with storage.unit_of_work() as work:
        settings = await work.questions.settings(member.group_id)
        own = await work.questions.own(member.group_id)
    return questions_of(Stage(FIRST_PHASE, USUAL_TRACK, NOON.date()), settings, own, NOON.date())
