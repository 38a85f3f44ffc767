"""A check-in as it is tapped, for tests of views: every label from the first question to the last."""

from tests.phone import Phone

USUAL = {
    "mood": "6",
    "tension": "4",
    "craving": "3",
    "use": "No",
    "confidence": "7",
    "sleep": "5",
    "turn": "No",
    "note": "Nothing to add",
}
"""The answers of an ordinary day, in the order of the questions; `turn` is the question that takes turns."""


async def answer(phone: Phone, after: str | None = None, until: str | None = None, **answers: str) -> None:
    """Tap through the open check-in, these answers in place of the usual ones, between two questions."""
    questions = list(USUAL)
    first = 0 if after is None else questions.index(after) + 1
    last = len(questions) if until is None else questions.index(until)
    for question in questions[first:last]:
        await phone.tap(answers.get(question, USUAL[question]))


async def check_in(phone: Phone, **answers: str) -> None:
    """Begin a check-in and answer it to its end."""
    await phone.command("checkin")
    await answer(phone, **answers)
