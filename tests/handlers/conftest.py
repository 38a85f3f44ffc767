import pytest

from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.phone import Phone


@pytest.fixture
async def ana(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ana)
