"""Draws what partners are asked together and what they gave; it asks no service and decides nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.exchange_prompts import HIGHEST, Scale, known_prompt
from domain.exchanges import HEARD, LONGEST_WORDS, SHARE, Exchange, Kept, Kind, Part
from handlers.callbacks.exchanges import LeaveOut, OpenExchange, PartChosen, WritePart
from handlers.callbacks.partners import WriteTo
from handlers.request import Button, Screen, Style
from handlers.texts import exchange_prompts as prompts
from handlers.texts import exchanges as texts
from handlers.texts import partners as partner_texts
from handlers.texts.quoting import named, shown
from handlers.texts.words import Words, lines, paragraphs
from services.exchange_parts import Shown

Row = tuple[Button, ...]
_IN_A_ROW = 6
_OPEN_LABELS = {
    Kind.LISTENING: texts.OPEN_LISTENING,
    Kind.CHECKIN: texts.OPEN_CHECKIN,
    Kind.COMMITMENT: texts.OPEN_COMMITMENT,
}


def evening_screen(words: Words, evening: Sequence[Shown], *, is_revealing: bool = False) -> Screen:
    """Return what is asked of somebody and what they gave: the first as it stands, the others as they are asked."""
    first = evening[0]
    opening = texts.REVEALED if is_revealing else texts.FIRST_LINE[first.exchange.kind]
    return Screen(
        paragraphs(words(opening), *(_body(words, one) for one in evening)),
        tuple(row for one in evening for row in _rows(words, one)),
        anchor=f"exchange:{first.exchange.exchange_id}",
        is_protected=True,
    )


def writing_screen(words: Words, shown_one: Shown) -> Screen:
    """Return the invitation to write, with what is written about."""
    exchange = shown_one.exchange
    back = Button(words.plain(texts.NEVER_MIND), OpenExchange(exchange.exchange_id))
    return Screen(
        paragraphs(_question(words, shown_one), words(texts.WRITE_NOW, names=_names(words, shown_one))),
        ((back,),),
        anchor=f"exchange:{exchange.exchange_id}",
        is_protected=True,
    )


def week_lines(words: Words, week: Sequence[Shown]) -> Markup | None:
    """Return what the two want to do this week, as far as this side may see it; None when nothing is there."""
    plans = [_parts(words, one) for one in week if one.exchange.kind is Kind.COMMITMENT and one.is_given]
    return lines(words(texts.THIS_WEEK), *plans) if plans else None


def week_rows(words: Words, week: Sequence[Shown]) -> tuple[Row, ...]:
    """Return a button for each thing that waits for this side, or that it can look at."""
    return tuple(
        (
            Button(
                words.plain(_OPEN_LABELS[one.exchange.kind]),
                OpenExchange(one.next_step or one.exchange.exchange_id),
            ),
        )
        for one in week
        if one.is_open or one.is_given
    )


def part_text(words: Words, exchange: Exchange, part: Part) -> Markup:
    """Return what somebody gave, in the reader's language where it was a choice."""
    value = None if part.value is None else _value(words, exchange, part.value)
    if part.words is None:
        return Markup.escape(value or "")
    said = shown(part.words, LONGEST_WORDS)
    if value is None:
        return words(texts.QUOTED, words=said)
    return words(texts.VALUE_AND_WORDS, value=value, words=said)


def _body(words: Words, one: Shown) -> Markup:
    if one.mine is None:
        if not one.is_open:
            return words(texts.CLOSED)
        is_blind = one.exchange.kind.is_revealed
        after = words(texts.AFTER_MINE, names=_names(words, one)) if is_blind else None
        return paragraphs(_question(words, one), after)
    if one.exchange.kind is Kind.TALKED:
        return words(texts.THANKS_TALKED)
    if not one.mine.is_given:
        return words(texts.I_LEFT_OUT)
    following = words(texts.HEARD) if one.next_step is not None else None
    return paragraphs(_question(words, one), _parts(words, one), following)


def _question(words: Words, one: Shown) -> Markup | None:
    exchange, names = one.exchange, _names(words, one)
    if exchange.kind is Kind.CHECKIN:
        question = prompts.QUESTIONS.get(exchange.prompt)
        return None if question is None else words(question)
    if exchange.prompt == SHARE:
        return words(texts.SHARE, names=names) if one.mine is None else None
    if exchange.prompt == HEARD:
        told = (_theirs(words, side.name, part_text(words, exchange, part)) for side, part in one.about)
        return paragraphs(lines(*told), words(texts.HEARD) if one.mine is None else None)
    if exchange.kind is Kind.COMMITMENT:
        return words(texts.COMMITMENT, names=names) if one.mine is None else None
    if exchange.kind is Kind.TALKED:
        return words(texts.TALKED, names=names)
    plan = Markup(" ").join(_plan(words, part) for _, part in one.about)
    return words(texts.REVIEW, plan=plan)


def _parts(words: Words, one: Shown) -> Markup:
    mine = None
    if one.mine is not None and one.mine.is_given:
        mine = words(texts.MINE, part=part_text(words, one.exchange, one.mine))
    theirs = [
        _theirs(words, side.name, part_text(words, one.exchange, part))
        if part.is_given
        else words(texts.LEFT_OUT, name=named(words, [side.name]))
        for side, part in one.others
    ]
    absent = texts.NOT_YET if one.is_open else texts.NEVER_CAME
    # At its review some have nothing to look back on: they were not asked.
    waiting = one.waiting if one.exchange.kind is not Kind.REVIEW else ()
    return lines(mine, *theirs, *(words(absent, name=named(words, [side.name])) for side in waiting))


def _theirs(words: Words, name: str, part: Markup) -> Markup:
    return words(texts.THEIRS, name=named(words, [name]), part=part)


def _plan(words: Words, part: Part) -> Markup:
    if part.words is not None:
        return Markup.escape(shown(part.words, LONGEST_WORDS))
    return Markup.escape(words.plain(prompts.SMALL_THINGS[part.value or 0]))


def _value(words: Words, exchange: Exchange, value: int) -> str:
    if exchange.kind is Kind.COMMITMENT:
        return words.plain(prompts.SMALL_THINGS[value])
    if exchange.kind is Kind.REVIEW:
        return words.plain(texts.KEPT_ANSWERS[Kept(value)])
    choice = prompts.CHOICES.get((exchange.prompt, value))
    return str(value) if choice is None else words.plain(choice)


def _rows(words: Words, one: Shown) -> tuple[Row, ...]:
    exchange = one.exchange
    if one.mine is None:
        return _asking_rows(words, exchange) if one.is_open else ()
    rows: list[Row] = []
    if one.next_step is not None:
        heard = Button(words.plain(texts.WRITE_HEARD), WritePart(one.next_step), style=Style.PRIMARY)
        rows.append((heard,))
    may_add = exchange.kind is Kind.CHECKIN and one.is_given and one.mine.words is None
    if may_add and one.is_open:
        rows.append((Button(words.plain(texts.ADD_WORDS), WritePart(exchange.exchange_id)),))
    if one.is_settled:
        rows.append((Button(words.plain(partner_texts.WRITE_TO_BOTH), WriteTo(exchange.pair_id)),))
    return tuple(rows)


def _asking_rows(words: Words, exchange: Exchange) -> tuple[Row, ...]:
    leave = (Button(words.plain(texts.LEAVE_OUT), LeaveOut(exchange.exchange_id)),)
    write = (Button(words.plain(texts.WRITE), WritePart(exchange.exchange_id), style=Style.PRIMARY),)
    if exchange.kind is Kind.TALKED:
        answers = tuple(
            _pick(exchange, words.plain(label), value) for value, label in texts.TALKED_ANSWERS.items()
        )
        return answers, (Button(words.plain(texts.RATHER_NOT), LeaveOut(exchange.exchange_id)),)
    if exchange.kind is Kind.REVIEW:
        answers = tuple(
            _pick(exchange, words.plain(label), value) for value, label in texts.KEPT_ANSWERS.items()
        )
        return answers, leave
    if exchange.kind is Kind.COMMITMENT:
        things = tuple(
            (_pick(exchange, words.plain(label), value),) for value, label in enumerate(prompts.SMALL_THINGS)
        )
        own = (Button(words.plain(texts.OWN_WORDS), WritePart(exchange.exchange_id)),)
        return *things, own, leave
    prompt = known_prompt(exchange.prompt) if exchange.kind is Kind.CHECKIN else None
    if prompt is None or prompt.scale is Scale.WORDS:
        return write, leave
    if prompt.scale is Scale.NUMBER:
        numbers = [_pick(exchange, str(value), value) for value in range(HIGHEST + 1)]
        return tuple(numbers[:_IN_A_ROW]), tuple(numbers[_IN_A_ROW:]), leave
    choices = tuple(
        (_pick(exchange, words.plain(prompts.CHOICES[prompt.prompt_id, value]), value),)
        for value in range(prompt.choices)
    )
    return *choices, leave


def _pick(exchange: Exchange, label: str, value: int) -> Button:
    return Button(label, PartChosen(exchange.exchange_id, int(value)))


def _names(words: Words, one: Shown) -> Markup:
    return named(words, [side.name for side in one.companions])
