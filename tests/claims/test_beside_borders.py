"""Whom a show of force is for."""

from reading import claims


def test_forces_along_a_border_are_shown_to_those_beyond_it() -> None:
    (claim,) = claims("Serbia put its army on alert along the border with Kosovo.")

    assert [p.id for p in claim.parties.recipients if p.is_power] == ["KOS"]
