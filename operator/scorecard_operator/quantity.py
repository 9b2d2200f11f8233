"""Kubernetes memory quantities, as far as doubling a limit needs them."""

import re

UNITS = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30}
PATTERN = re.compile(r"^(\d+(?:\.\d+)?)(|k|M|G|Ki|Mi|Gi)$")


def parse_quantity_bytes(text: str) -> int | None:
    """Return the bytes that `text` (such as 512Mi) stands for, or None if it is no memory quantity."""
    match = PATTERN.match(text.strip())
    return int(float(match[1]) * UNITS[match[2]]) if match else None


def raise_limit(limit: str, *, doublings: int, cap: str) -> str:
    """Return `limit` doubled `doublings` times, but never above `cap` nor below `limit`, in whole Mi."""
    base, most = parse_quantity_bytes(limit), parse_quantity_bytes(cap)
    if base is None or most is None or doublings == 0:
        return limit
    raised_mi = min(base * 2**doublings, most) // 2**20
    return f"{raised_mi}Mi" if raised_mi * 2**20 > base else limit
