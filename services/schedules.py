"""Use cases of schedules."""

from storage.unit_of_work import UnitOfWork


class Schedules:
    """Use cases of schedules."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
