"""Fixtures stand beside the tests that they serve; here they are only called together."""

from collections.abc import Iterator

import pytest
from coverage import Coverage
from hypothesis import settings

from detente.engines.proving import keep_proof, key_of
from detente.engines.workshop import packaged_reading

# a busy machine is slow, and that is no fault of what is tested
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

pytest_plugins = [
    "fixtures_of_acts",
    "fixtures_of_actors",
    "fixtures_of_browsers",
    "fixtures_of_commands",
    "fixtures_of_desk",
]


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own, in which the data counts as proved: tests/proofs proves it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        keep_proof(key_of(packaged_reading()))
        yield


def pytest_sessionfinish() -> None:
    """What was covered is written before the process ends: one that ends slowly is killed, and would tell nothing."""
    running = Coverage.current()
    if running is not None:
        running.save()
