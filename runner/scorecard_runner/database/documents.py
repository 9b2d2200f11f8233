"""The document as `uploads.parsed_data` holds it. Pure."""

import hashlib
import json
from typing import Any
from uuid import UUID


def without_nul(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value without NUL characters: PostgreSQL stores all of Unicode but this one."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, dict):
        return {without_nul(name): without_nul(part) for name, part in value.items()}
    return [without_nul(part) for part in value] if isinstance(value, list) else value


def hash_document(document: dict[str, Any]) -> str:
    """Return a hash that is the same before and after the database has stored the document."""
    # jsonb keeps neither the order of keys nor spaces.
    text = json.dumps(without_nul(document), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def for_upload(document: dict[str, Any], upload_id: UUID) -> dict[str, Any]:
    """Return the document of another upload as that of this one."""
    return {**document, "_metadata": {**document.get("_metadata", {}), "upload_id": str(upload_id)}}
