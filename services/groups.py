"""Use cases of groups."""

from storage.unit_of_work import UnitOfWork


class Groups:
    """Use cases of groups."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
