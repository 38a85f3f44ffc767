"""Use cases of notes."""

from storage.unit_of_work import UnitOfWork


class Notes:
    """Use cases of notes."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
