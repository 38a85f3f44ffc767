"""Draws what somebody told of a setback once it is told, the list of those, and what others would see of one."""

import zlib
from collections.abc import Sequence

from markupsafe import Markup

from domain.ids import MembershipId
from domain.setbacks import Cause
from domain.slips import CHIPS, RETURNS_NOTED, SKILLS_AFTER, Account, Slip, SlipPage, SlipStep
from handlers.callbacks.slips import (
    ChangeSlip,
    DeleteSlip,
    DeleteSlipConfirmed,
    LaterSlip,
    OpenSlip,
    PreviewSlip,
    ReopenSlip,
    SlipSkill,
    SlipsPage,
    TellSlip,
)
from handlers.request import Button, Screen, Style
from handlers.screens.menu import help_button
from handlers.screens.nudges import partner_rows
from handlers.screens.plans import plan_button
from handlers.screens.slips import anchor
from handlers.texts import causes as cause_texts
from handlers.texts import skills
from handlers.texts import slips as texts
from handlers.texts.listing import facilitators
from handlers.texts.quoting import LABEL_NAME, one_line, shown
from handlers.texts.words import Words, lines, paragraphs
from services.slip_telling import Standing
from services.slips import PAGE

Row = tuple[Button, ...]

_SHOWN = 700
"""Characters of each answer where all stand together."""
_IN_LIST = 20
_DAYS_WORTH_SAYING = 2


def summary_screen(words: Words, slip: Slip, standing: Standing) -> Screen:
    """Return a slip that is told, with what would be good now."""
    names = standing.facilitators.get(slip.membership_id, ())
    kept = words(texts.KEPT)
    if slip.told_at is not None:
        kept = words(texts.KEPT_AND_TOLD, names=facilitators(words, names), moment=words.moment(slip.told_at))
    days = standing.days
    text = paragraphs(
        lines(kept, words(texts.WITH_DAYS, number=days) if days >= _DAYS_WORTH_SAYING else None),
        lines(_day(words, slip), *_accounts(words, slip, _SHOWN)),
        words(texts.WHAT_NOW),
    )
    rows: list[Row] = [
        (Button(words.plain(texts.SOMETHING_THAT_HELPS), SlipSkill(slip.slip_id, 0)),),
        (plan_button(words),),
    ]
    if standing.has_partner:
        rows += partner_rows(words)
    if slip.told_at is None:
        rows += [(_tell(words, slip, *one),) for one in standing.facilitators.items()]
    rows += [
        (
            Button(words.plain(texts.CHANGE), ChangeSlip(slip.slip_id)),
            Button(words.plain(texts.DELETE), DeleteSlip(slip.slip_id)),
        ),
        (Button(words.plain(texts.EARLIER), SlipsPage(0)),),
        (help_button(words),),
        (Button(words.plain(texts.DONE), LaterSlip(slip.slip_id)),),
    ]
    return Screen(text, tuple(rows), anchor=anchor(slip), is_protected=True)


def change_screen(words: Words, slip: Slip) -> Screen:
    """Return the questions to choose from, each with what was said."""
    rows = [(Button(_given(words, slip, step), ReopenSlip(slip.slip_id, step)),) for step in texts.NAMES]
    back = (Button(words.plain(texts.TO_SLIP), OpenSlip(slip.slip_id)),)
    return Screen(words(texts.WHICH_ONE), (*rows, back), anchor=anchor(slip), is_protected=True)


def skill_screen(words: Words, slip: Slip, number: int) -> Screen:
    """Return something that helps in the hours after it."""
    card = SKILLS_AFTER[number % len(SKILLS_AFTER)]
    another = SlipSkill(slip.slip_id, (number + 1) % len(SKILLS_AFTER))
    return Screen(
        words(skills.CARDS[card]),
        (
            (Button(words.plain(texts.ANOTHER_CARD), another),),
            (Button(words.plain(texts.TO_SLIP), OpenSlip(slip.slip_id)), help_button(words)),
        ),
        anchor=anchor(slip),
    )


def note_of(words: Words, slip: Slip, limit: int, *, is_worded: bool) -> str | None:
    """Return the note with the day, and the person's words where they want that, cut at what facilitators are shown.

    None where there would be nothing in it.
    """
    if slip.used_on is None and not is_worded:
        return None
    heading = words.plain(texts.NOTE_NO_DAY)
    if slip.used_on is not None:
        heading = words.plain(texts.NOTE_ON, day=words.day(slip.used_on))
    given = [
        words.plain(
            texts.GIVEN_LINE, name=words.plain(texts.NAMES[step]), said=said_of(words, slip.account(step))
        )
        for step in CHIPS
        if is_worded and not slip.account(step).is_empty
    ]
    whole = "\n".join([heading, *given])
    return whole if len(whole) <= limit else whole[: limit - 1] + "…"


def preview_screen(
    words: Words,
    slip: Slip,
    membership_id: MembershipId,
    names: Sequence[str],
    *,
    causes: Sequence[Cause],
    note: str | None,
    is_worded: bool,
) -> Screen:
    """Return exactly what facilitators would see, with the yes and the no."""
    text = paragraphs(
        words(texts.PREVIEW, names=facilitators(words, names)),
        lines(words(texts.PREVIEW_ALERT), *(_cause(words, one) for one in causes)),
        None if note is None else words(texts.NOTE_SEEN, said=note),
        words(texts.PREVIEW_BESIDE),
    )
    send = TellSlip(slip.slip_id, membership_id, int(is_worded), zlib.crc32(str(text).encode()))
    rows: list[Row] = [(Button(words.plain(texts.SEND), send, style=Style.PRIMARY),)]
    if slip.has_words:
        label = texts.WITHOUT_WORDS if is_worded else texts.WITH_WORDS
        other = PreviewSlip(slip.slip_id, membership_id, int(not is_worded))
        rows.append((Button(words.plain(label), other),))
    rows.append((Button(words.plain(texts.DONT_SEND), OpenSlip(slip.slip_id)),))
    return Screen(text, tuple(rows), anchor=anchor(slip), is_protected=True)


def delete_screen(words: Words, slip: Slip, names: Sequence[str]) -> Screen:
    """Return the question before a slip is deleted."""
    told = words(texts.DELETE_TOLD, names=facilitators(words, names)) if slip.note_id is not None else None
    return Screen(
        paragraphs(words(texts.DELETE_ASKS), told),
        (
            (Button(words.plain(texts.DELETE_YES), DeleteSlipConfirmed(slip.slip_id)),),
            (Button(words.plain(texts.DELETE_NO), OpenSlip(slip.slip_id), style=Style.PRIMARY),),
        ),
        anchor=anchor(slip),
    )


def list_screen(words: Words, page: SlipPage) -> Screen:
    """Return a page of the slips told before, by their days alone."""
    if not page.slips:
        return Screen(words(texts.LIST_EMPTY))
    first = page.page * PAGE + 1
    numbered = list(enumerate(page.slips, start=first))
    opens = tuple(Button(str(number), OpenSlip(one.slip_id)) for number, one in numbered)
    turns = []
    if page.page > 0:
        turns.append(Button(words.plain(texts.NEWER), SlipsPage(page.page - 1)))
    if page.page < page.pages - 1:
        turns.append(Button(words.plain(texts.OLDER), SlipsPage(page.page + 1)))
    rows = (opens, tuple(turns)) if turns else (opens,)
    text = paragraphs(words(texts.LIST_TITLE), lines(*(_entry(words, *one) for one in numbered)))
    return Screen(text, rows, is_protected=True)


def said_of(words: Words, account: Account) -> str:
    """Return an answer as one text: what was chosen, then what was written."""
    chosen = ", ".join(words.plain(texts.CHIPS[chip]) for chip in account.chips)
    return "; ".join(part for part in (chosen, account.text) if part)


def _entry(words: Words, number: int, slip: Slip) -> Markup:
    if slip.used_on is None:
        day = words(texts.LIST_NO_DAY, day=words.day(words.local(slip.begun_at).date()))
    else:
        day = Markup.escape(words.day(slip.used_on))
    line = texts.LIST_LINE if slip.told_at is None else texts.LIST_LINE_TOLD
    return words(line, number=number, day=day)


def _cause(words: Words, cause: Cause) -> Markup:
    said = words(cause_texts.RULES[cause.rule], value=cause.value, beside="", threshold=RETURNS_NOTED)
    return words(cause_texts.CAUSE, cause=said)


def _day(words: Words, slip: Slip) -> Markup:
    return words(texts.NO_DAY) if slip.used_on is None else words(texts.ON_DAY, day=words.day(slip.used_on))


def _accounts(words: Words, slip: Slip, limit: int) -> list[Markup]:
    return [
        words(heading, said=shown(said_of(words, slip.account(step)), limit))
        for step, heading in texts.HEADINGS.items()
        if not slip.account(step).is_empty
    ]


def _given(words: Words, slip: Slip, step: SlipStep) -> str:
    name = words.plain(texts.NAMES[step])
    said = said_of(words, slip.account(step))
    if step is SlipStep.WHEN:
        said = "" if slip.used_on is None else words.day(slip.used_on)
    return words.plain(texts.GIVEN_LINE, name=name, said=one_line(said, _IN_LIST)) if said else name


def _tell(words: Words, slip: Slip, membership_id: MembershipId, names: tuple[str, ...]) -> Button:
    said = ", ".join(one_line(name, LABEL_NAME) for name in names)
    return Button(words.plain(texts.TELL, names=said), PreviewSlip(slip.slip_id, membership_id, 0))
