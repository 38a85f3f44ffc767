"""Use cases of intake."""

from storage.unit_of_work import UnitOfWork


class Intake:
    """Use cases of intake."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
