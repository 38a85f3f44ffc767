import datetime as dt

from sandbox.clock import STORY_ZONE, SandboxClock, latest_opening

A_WEEK = dt.timedelta(days=7)
SOON = dt.timedelta(seconds=5)


def test_it_shows_the_moment_it_started_at() -> None:
    moment = dt.datetime(2026, 3, 3, 22, 0, tzinfo=dt.UTC)

    assert dt.timedelta() <= SandboxClock.starting_at(moment).now() - moment < SOON


def test_it_jumps_forward() -> None:
    clock = SandboxClock()
    target = clock.now() + dt.timedelta(days=2)
    clock.move_to(target)

    assert dt.timedelta() <= clock.now() - target < SOON


def test_it_never_goes_back() -> None:
    clock = SandboxClock()
    before = clock.now()
    clock.move_to(before - dt.timedelta(hours=1))

    assert clock.now() >= before


def test_two_clocks_with_one_offset_agree() -> None:
    clock, other = SandboxClock(), SandboxClock()
    clock.move_to(clock.now() + dt.timedelta(days=30))
    other.set_offset(clock.offset)

    earlier, later = clock.now(), other.now()

    assert dt.timedelta() <= later - earlier < SOON


def test_a_visit_begins_on_the_latest_tuesday_at_five() -> None:
    opening = latest_opening()
    local = opening.astimezone(STORY_ZONE)

    assert (1, dt.time(17, 0)) == (local.weekday(), local.time())
    assert dt.timedelta() <= SandboxClock().now() - opening <= A_WEEK + dt.timedelta(hours=1)
