import pytest
from acts_of import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """Reads sentences as a report's sentences are read, up to the claim's parts."""
    return Coder()
