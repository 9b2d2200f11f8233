"""Prints the JSON Schema of the result document: `python -m scorecard_runner.document_schema > docs/result.schema.json`.

The model is the source, the file is generated; a test keeps them equal.
"""

import json
import sys

from scorecard_runner.document import ScorecardDocument


def schema_text() -> str:
    """Return the schema as the published file holds it."""
    schema = ScorecardDocument.model_json_schema(by_alias=True, mode="serialization")
    published = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(published, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
