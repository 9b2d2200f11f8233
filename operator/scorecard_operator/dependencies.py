"""What all uploads depend on, and which words about an attempt blame or clear it.

Pure. Only words that concern a dependency as a whole are here: a file that is not there, or a row that nobody completed, is
the matter of one upload. Refuses to judge whether a dependency is away: that is `breaker.py`.
"""

from enum import StrEnum

from scorecard_operator.resource import Attempt


class Dependency(StrEnum):
    """What no upload can be read without."""

    DATABASE = "database"
    STORAGE = "storage"
    REGISTRY = "registry"


BLAMED_BY = {
    "DatabaseUnreachable": Dependency.DATABASE,
    "DatabaseAccessDenied": Dependency.DATABASE,
    "SchemaMissing": Dependency.DATABASE,
    "StorageUnreachable": Dependency.STORAGE,
    "StorageAccessDenied": Dependency.STORAGE,
    "ErrImagePull": Dependency.REGISTRY,
    "ImagePullBackOff": Dependency.REGISTRY,
    "RegistryUnavailable": Dependency.REGISTRY,
}
"""The reasons of an attempt that could not get past a dependency."""

CLEARED_BY = {
    "RowNotFound": Dependency.DATABASE,
    "RowNotUploaded": Dependency.DATABASE,
    "RowFailed": Dependency.DATABASE,
    "ObjectNotFound": Dependency.STORAGE,
    "EmptyFile": Dependency.STORAGE,
    "FileTooLarge": Dependency.STORAGE,
}
"""The reasons that are an answer of the dependency, if not the one that was hoped for."""

AMBIGUOUS = {"StorageAccessDenied"}
"""A storage that does not let us list says the same of a single missing file: no upload may try that for ever."""

NAMES = {
    Dependency.DATABASE: "The database",
    Dependency.STORAGE: "The storage of uploaded files",
    Dependency.REGISTRY: "The image registry",
}

HINTS = {
    Dependency.DATABASE: "Check that it runs, DATABASE_URL (chart: database.existingSecret) and the network policies; "
    "`scorecard-runner check` names grants that are missing.",
    Dependency.STORAGE: "Check that it runs, S3_ENDPOINT_URL (chart: storage.endpoint), the storage Secret and the "
    "network policies.",
    Dependency.REGISTRY: "Check that it runs, runner.image and imagePullSecrets: the nodes must be able to pull the image.",
}


def is_excused(attempt: Attempt) -> bool:
    """Whether an ended attempt counts against no budget: it only tried a dependency that was known to be away."""
    return attempt.probe is True and attempt.reason in BLAMED_BY and attempt.reason not in AMBIGUOUS
