"""Use cases of progress."""

from storage.unit_of_work import UnitOfWork


class Progress:
    """Use cases of progress."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
