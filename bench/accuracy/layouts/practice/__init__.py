"""Layouts of the practice split: as unlike the others as sources are unlike each other; to learn from, so never reported."""
