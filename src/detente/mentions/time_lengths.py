"""Lengths of time as TIMEX3 writes them."""

_LENGTHS = {
    "D": ("P", "D", 1),
    "W": ("P", "W", 1),
    "M": ("P", "M", 1),
    "Y": ("P", "Y", 1),
    "Q": ("P", "M", 3),
    "E": ("P", "Y", 10),
    "C": ("P", "Y", 100),
    "L": ("P", "L", 1),
    "WE": ("P", "D", 2),
    "FN": ("P", "W", 2),
    "TH": ("PT", "H", 1),
    "TM": ("PT", "M", 1),
    "TS": ("PT", "S", 1),
}
"""How TIMEX3 writes a length: its head, its letter, and how many of these a unit holds."""
_OPEN = {"E": "PXE", "C": "PXC", "L": "PXL", "Q": "PXQ", "WE": "PXW", "FN": "PXW"}
_SMALLER = {"PY": ("M", 12), "PD": ("TH", 24), "PTH": ("M", 60), "PTM": ("S", 60)}
"""What the half of a unit is counted in."""


def length_value(count: float | None, unit: str) -> str:
    """A length as TIMEX3 writes it: P3D, PT90M, PXY."""
    head, letter, size = _LENGTHS[unit]
    if count is None:
        return _OPEN.get(unit, f"{head}X{letter}")
    number = count * size
    whole = int(number)
    if number == whole:
        return f"{head}{whole}{letter}"
    smaller, per = _SMALLER.get(head + letter, ("", 0))
    if not smaller:
        return f"{head}{number:g}{letter}"
    first = f"{head}{whole}{letter}" if whole else head
    rest = round((number - whole) * per)
    return f"PT{rest}H" if smaller == "TH" and not whole else f"{first}{rest}{smaller.removeprefix('T')}"
