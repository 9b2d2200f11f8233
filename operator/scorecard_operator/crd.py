"""Generates the CustomResourceDefinition from the pydantic models, so that there is one source.

pydantic speaks JSON Schema, the API server a structural subset of OpenAPI 3: references are inlined, `anyOf` with null
collapses to an optional field, titles and nulls go. Refuses what has no structural form instead of guessing.
`python -m scorecard_operator.crd FILE...` writes the manifest; a test keeps the committed copies equal to it.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from scorecard_operator.resource import GROUP, KIND, PLURAL, VERSION, ScorecardUpload

Schema = dict[str, Any]

KEPT_KEYS = {
    "type", "format", "description", "properties", "required", "items", "enum", "pattern", "default", "minimum",
    "maximum", "minLength", "maxLength", "minItems", "maxItems",
    "x-kubernetes-list-type", "x-kubernetes-list-map-keys", "x-kubernetes-validations",
}  # fmt: skip
DROPPED_KEYS = {"title", "additionalProperties", "$defs"}

IMMUTABLE_FIELDS = ("tenant", "timeoutSeconds", "maxAttempts", "languages")

PRINTER_COLUMNS: list[Schema] = [
    {"name": "Phase", "jsonPath": ".status.phase", "description": "Where the upload stands."},
    {"name": "Reason", "jsonPath": ".status.reason", "description": "Why it stands there."},
    {"name": "Attempts", "jsonPath": ".status.attempts", "type": "integer", "description": "Attempts launched."},
    {"name": "Progress", "jsonPath": ".status.progress.stage", "description": "Stage of the running attempt."},
    {"name": "Verdict", "jsonPath": ".status.result.verdict", "description": "Verified or NeedsReview."},
    {"name": "Confidence", "jsonPath": ".status.result.confidence", "type": "number", "description": "0 to 1."},
    {"name": "Duration", "jsonPath": ".status.duration", "description": "From launch to end."},
    {"name": "Age", "jsonPath": ".metadata.creationTimestamp", "type": "date", "description": "Since creation."},
    {"name": "Job", "jsonPath": ".status.jobName", "priority": 1, "description": "Job of the newest attempt."},
    {"name": "Position", "jsonPath": ".status.queuePosition", "type": "integer", "priority": 1,
     "description": "Place in the queue when last written."},
    {"name": "Reader", "jsonPath": ".status.progress.reader", "priority": 1,
     "description": "How the newest attempt reads: tesseract, auto or rapid."},
    {"name": "Message", "jsonPath": ".status.message", "priority": 1, "description": "The reason in a sentence."},
]  # fmt: skip

SELECTABLE_FIELDS = (".status.phase", ".spec.tenant", ".status.result.verdict")


class NotStructuralError(TypeError):
    """A model uses something that a CRD schema cannot say; the message names the place."""


def structural(schema: Schema, definitions: dict[str, Schema], path: str = "") -> Schema:
    """Return `schema` in the structural form the API server accepts.

    Args:
        schema: a JSON Schema node as pydantic emits it.
        definitions: the `$defs` of the root schema.
        path: where we are, for error messages.

    Raises:
        NotStructuralError: the node has no structural form.
    """
    node = _without_null(_resolved(schema, definitions), definitions, path)
    unknown = set(node) - KEPT_KEYS - DROPPED_KEYS
    if unknown:
        raise NotStructuralError(f"{path or 'root'}: {', '.join(sorted(unknown))} cannot be said in a CRD")
    if isinstance(node.get("additionalProperties"), dict):
        raise NotStructuralError(f"{path or 'root'}: a map would lose its keys in this CRD")
    kept = {key: value for key, value in node.items() if key in KEPT_KEYS and value is not None}
    if kept.get("default") == []:
        del kept["default"]
    if "properties" in kept:
        kept["properties"] = {
            name: structural(child, definitions, f"{path}.{name}") for name, child in kept["properties"].items()
        }
    if "items" in kept:
        kept["items"] = structural(kept["items"], definitions, f"{path}[]")
    return kept


def _resolved(node: Schema, definitions: dict[str, Schema]) -> Schema:
    reference = node.get("$ref")
    if reference is None:
        return node
    siblings = {key: value for key, value in node.items() if key != "$ref"}
    return {**_resolved(definitions[reference.rsplit("/", 1)[-1]], definitions), **siblings}


def _without_null(node: Schema, definitions: dict[str, Schema], path: str) -> Schema:
    if "anyOf" not in node:
        return node
    choices = [choice for choice in node["anyOf"] if choice.get("type") != "null"]
    if len(choices) != 1:
        raise NotStructuralError(f"{path or 'root'}: a union of several types cannot be said in a CRD")
    if node.get("default") is not None:
        raise NotStructuralError(f"{path or 'root'}: a default beside null cannot be said in a CRD")
    siblings = {key: value for key, value in node.items() if key not in {"anyOf", "default"}}
    return {**_resolved(choices[0], definitions), **siblings}


def _rule(rule: str, message: str) -> Schema:
    return {"rule": rule, "message": message}


def _fixed_rule(field: str) -> Schema:
    # Rules on an optional field itself are skipped when it appears or goes, so the parent compares both.
    same_presence = f"has(self.{field}) == has(oldSelf.{field})"
    same_value = f"(!has(self.{field}) || self.{field} == oldSelf.{field})"
    return _rule(f"{same_presence} && {same_value}", f"spec.{field} is fixed once created")


def _spec_rules() -> list[Schema]:
    rules = [
        _rule("self.uploadId == oldSelf.uploadId", "spec.uploadId is fixed: create another ScorecardUpload"),
        _rule("!oldSelf.cancelled || self.cancelled", "spec.cancelled cannot be taken back: create the upload again"),
    ]
    rules += [_fixed_rule(field) for field in IMMUTABLE_FIELDS]
    return rules


def openapi_schema() -> Schema:
    """Return the `openAPIV3Schema` of the kind, with its CEL rules."""
    raw = ScorecardUpload.model_json_schema(by_alias=True)
    root = structural(raw, raw.get("$defs", {}))
    root["properties"]["spec"]["x-kubernetes-validations"] = _spec_rules()
    root["x-kubernetes-validations"] = [
        _rule("self.metadata.name == self.spec.uploadId", "metadata.name must be the uploadId: one resource per row"),
    ]
    return root


def manifest() -> Schema:
    """Return the whole CustomResourceDefinition."""
    columns = [{"type": "string", **column} for column in PRINTER_COLUMNS]
    version = {
        "name": VERSION,
        "served": True,
        "storage": True,
        "subresources": {"status": {}},
        "additionalPrinterColumns": columns,
        "selectableFields": [{"jsonPath": path} for path in SELECTABLE_FIELDS],
        "schema": {"openAPIV3Schema": openapi_schema()},
    }
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": f"{PLURAL}.{GROUP}"},
        "spec": {
            "group": GROUP,
            "scope": "Namespaced",
            "names": {
                "kind": KIND,
                "listKind": f"{KIND}List",
                "plural": PLURAL,
                "singular": KIND.lower(),
                "shortNames": ["scup"],
                "categories": ["cricksy"],
            },
            "versions": [version],
        },
    }


def to_yaml() -> str:
    """Return the manifest as the text of the committed file."""
    head = "# Generated from operator/scorecard_operator/resource.py by `make generate`; do not edit.\n"
    return head + yaml.safe_dump(manifest(), sort_keys=False, width=120, allow_unicode=True)


def main(argv: list[str] | None = None) -> int:
    """Write the manifest to each file named, or to standard output."""
    paths = (sys.argv[1:] if argv is None else argv) or ["/dev/stdout"]
    for path in paths:
        Path(path).write_text(to_yaml(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
