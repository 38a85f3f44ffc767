"""Measures how long pictures of progress take, as whoever asked waits for them; ends with 1 when one in twenty takes too long.

Run it: ``make bench-pictures`` or ``python -m benchmarks.pictures``. It needs no database: the days are made up.
"""

import argparse
import asyncio
import datetime as dt
import statistics
import sys
import time

from domain.checkins import State
from domain.items import Use
from domain.phases import Phase
from domain.progress import Course, Day
from domain.retrospect import Band, Retrospect, Theme
from handlers.pictures.course import CoursePicture
from handlers.pictures.studio import Studio
from handlers.screens.progress import course_picture
from handlers.texts.words import Words

LIMIT_MILLISECONDS = 100.0
"""What 95 of 100 pictures of each kind stay below."""
_LAST = dt.date(2026, 11, 23)
_STATES = (State.MISSED, State.SKIPPED, State.PAUSED, State.UNREACHABLE, State.EXCUSED)


def main() -> None:
    """Draw, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="pictures of each kind")
    sys.exit(0 if asyncio.run(_measured(parser.parse_args().times)) else 1)


async def _measured(times: int) -> bool:
    studio = Studio()
    is_good = True
    try:
        first = await _milliseconds(studio, _picture(7, Theme.LIGHT))
        print(f"the first one, with the start of the process that draws: {first:.0f} ms\n")
        print(f"{'':10}{'median':>10}{'95 of 100':>12}{'processor':>12}{'everybody else waits at most':>32}")
        for days in (7, 30, 90):
            for theme in Theme:
                picture = _picture(days, theme)
                pauses: list[float] = []
                watching = asyncio.get_running_loop().create_task(_watch(pauses))
                took = [await _milliseconds(studio, picture) for _ in range(times)]
                watching.cancel()
                slow = statistics.quantiles(took, n=20)[-1]
                is_good = is_good and slow < LIMIT_MILLISECONDS
                work = statistics.median(_work(picture) for _ in range(max(times // 10, 3)))
                waits = (
                    f"{statistics.median(took):>7.0f} ms{slow:>9.0f} ms{work:>9.0f} ms{max(pauses):>29.1f} ms"
                )
                print(f"{f'{days} {theme}':10}{waits}")
    finally:
        await studio.close()
    print(f"\n{times} pictures of each kind; limit for 95 of 100: {LIMIT_MILLISECONDS:.0f} ms")
    return is_good


async def _milliseconds(studio: Studio, picture: CoursePicture) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await studio.draw(picture)
    return (loop.time() - began) * 1000


def _work(picture: CoursePicture) -> float:
    """Return the processor time of one picture, which on a busy machine is less than whoever asked waits."""
    began = time.process_time()
    picture.render()
    return (time.process_time() - began) * 1000


async def _watch(pauses: list[float]) -> None:
    """Note how long the event loop does nothing else each time."""
    loop = asyncio.get_running_loop()
    last = loop.time()
    while True:
        await asyncio.sleep(0.001)
        now = loop.time()
        pauses.append((now - last) * 1000 - 1)
        last = now


def _picture(count: int, theme: Theme) -> CoursePicture:
    days = tuple(_day(_LAST - dt.timedelta(days=count - 1 - number), number) for number in range(count))
    bands = (Band(Phase.STABILISATION, 0, count // 2 - 1), Band(Phase.COPING, count // 2, count - 1))
    told = tuple(day.on for day in days if day.use is Use.YES)
    return course_picture(Words("es", "UTC"), Retrospect(Course(days), bands, told, theme))


def _day(on: dt.date, number: int) -> Day:
    """Return a day: two in seven without an answer, so that there are as many signs and strokes as there may be."""
    if number % 7 in {2, 5}:
        return Day(on, _STATES[number % len(_STATES)])
    return Day(
        on,
        State.PARTIAL if number % 9 == 0 else State.COMPLETED,
        mood=number * 3 % 11,
        craving=number * 7 % 11,
        sleep=number * 5 % 11,
        use=Use.YES if number % 13 == 0 else Use.NO,
        tension=number * 2 % 11,
        confidence=number * 4 % 11,
        answered=1,
        is_late=number % 8 == 0,
    )


if __name__ == "__main__":
    main()
