"""Fixtures stand beside the tests that they serve; here they are only called together."""

pytest_plugins = ["fixtures_of_acts", "fixtures_of_actors", "fixtures_of_commands"]
