"""What can go wrong for the operator itself; failures of uploads are data (`outcome.py`), not exceptions."""

from typing import ClassVar


class OperatorError(Exception):
    """Base of all; each leaf knows its exit code and whether trying again can help."""

    exit_code: ClassVar[int] = 70
    is_retryable: ClassVar[bool] = False


class InvalidSettings(OperatorError):
    """The environment is not usable; the message names each variable and its mend."""

    exit_code = 78


class ClusterError(OperatorError):
    """The API server did not do what was asked."""

    is_retryable = True


class ObjectMissing(ClusterError):
    """The object is not there (404)."""


class ObjectExists(ClusterError):
    """An object of that name is there already (409 on create)."""


class ObjectChanged(ClusterError):
    """The object is not as it was when the request was decided on (409 on a precondition)."""


class RequestRefused(ClusterError):
    """The API server refused the request for good reasons of its own (400, 403, 422), quota among them."""


class RowError(OperatorError):
    """The database did not take the final word on an upload."""

    is_retryable = True
