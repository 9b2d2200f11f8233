"""From JSON Schema to what the API server takes, or a refusal that names the place."""

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from scorecard_operator.crd import KEPT_KEYS, NotStructuralError, manifest, openapi_schema, structural


class Colour(StrEnum):
    """A word."""

    RED = "Red"
    BLUE = "Blue"


class Leaf(BaseModel):
    """A leaf."""

    size: Annotated[int, Field(ge=0, le=9, description="How large.")] = 0
    title: Annotated[str | None, Field(max_length=5)] = None


class Branch(BaseModel):
    """A branch."""

    leaf: Annotated[Leaf, Field(description="The only one.")]
    leaves: list[Leaf] = []
    colour: Colour | None = None


class Tree(BaseModel):
    """A tree."""

    branch: Branch | None = None


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    raw = model.model_json_schema()
    return structural(raw, raw.get("$defs", {}))


def all_keys(node: dict[str, Any]) -> set[str]:
    """Return the keywords of a schema and of all schemas in it."""
    inner = [*node.get("properties", {}).values(), *([node["items"]] if "items" in node else [])]
    return set(node).union(*(all_keys(child) for child in inner))


def test_references_are_inlined_however_deep_they_are() -> None:
    branch = schema_of(Tree)["properties"]["branch"]
    assert branch["properties"]["leaf"]["properties"]["size"]["maximum"] == 9
    assert branch["properties"]["leaves"]["items"]["properties"]["size"]["minimum"] == 0
    assert branch["properties"]["colour"] == {"type": "string", "enum": ["Red", "Blue"], "description": "A word."}
    assert all_keys(schema_of(Tree)) <= KEPT_KEYS


def test_what_is_said_at_a_field_goes_before_what_its_type_says() -> None:
    properties = schema_of(Branch)["properties"]
    assert properties["leaf"]["description"] == "The only one."
    assert properties["leaves"]["items"]["description"] == "A leaf."


def test_an_optional_field_is_one_that_is_not_required_and_knows_no_null() -> None:
    branch = schema_of(Branch)
    assert branch["required"] == ["leaf"]
    assert branch["properties"]["leaf"]["properties"]["title"] == {"type": "string", "maxLength": 5}


def test_a_field_may_be_called_like_a_keyword() -> None:
    assert set(schema_of(Leaf)["properties"]) == {"size", "title"}


@pytest.mark.parametrize(
    ("default", "want"),
    [
        pytest.param(0, {"default": 0}, id="a zero is a value"),
        pytest.param(False, {"default": False}, id="so is a no"),
        pytest.param("", {"default": ""}, id="so is an empty text"),
        pytest.param(None, {}, id="nothing is none"),
        pytest.param([], {}, id="an empty list is what absence means anyway"),
    ],
)
def test_a_default_is_kept_where_the_api_server_is_to_fill_it_in(default: object, want: dict[str, object]) -> None:
    assert structural({"default": default}, {}) == want


@pytest.mark.parametrize(
    ("node", "place"),
    [
        pytest.param({"anyOf": [{"type": "integer"}, {"type": "string"}]}, "several types", id="a union"),
        pytest.param(
            {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]},
            "several types",
            id="a union that may be absent",
        ),
        pytest.param({"oneOf": [{"type": "integer"}]}, "oneOf", id="a choice by content"),
        pytest.param({"type": "integer", "exclusiveMinimum": 0}, "exclusiveMinimum", id="a bound that OpenAPI 3 lacks"),
        pytest.param({"const": 1, "allOf": []}, "allOf, const", id="several at once, all named"),
    ],
)
@pytest.mark.parametrize(
    ("wrap", "path"),
    [
        pytest.param(lambda node: {"properties": {"a": node}}, ".a: ", id="in a field"),
        pytest.param(lambda node: {"properties": {"a": {"items": node}}}, ".a[]: ", id="in a list of a field"),
        pytest.param(
            lambda node: {"properties": {"a": {"items": {"properties": {"b": node}}}}}, ".a[].b: ", id="further down"
        ),
    ],
)
def test_what_a_crd_cannot_say_is_refused_with_its_place(
    node: dict[str, Any], place: str, wrap: Any, path: str
) -> None:
    with pytest.raises(NotStructuralError) as refusal:
        structural(wrap(node), {})
    assert str(refusal.value).startswith(path)
    assert place in str(refusal.value)


def test_a_model_that_a_crd_cannot_say_is_refused() -> None:
    class Choice(BaseModel):
        """Says one word only."""

        word: Literal["yes"]

    with pytest.raises(NotStructuralError, match=r"^\.word: const "):
        schema_of(Choice)


def test_a_schema_is_left_as_it_was() -> None:
    raw = Tree.model_json_schema()
    structural(raw, raw["$defs"])
    assert raw == Tree.model_json_schema()


def test_the_kind_has_nothing_that_the_api_server_would_refuse() -> None:
    schema = openapi_schema()
    assert all_keys(schema) <= KEPT_KEYS
    assert set(schema["properties"]) == {"spec", "status"}
    assert schema["required"] == ["spec"]


def test_every_field_of_the_kind_explains_itself() -> None:
    def silent(node: dict[str, Any], path: str) -> list[str]:
        children = {f"{path}.{name}": child for name, child in node.get("properties", {}).items()}
        if "items" in node:
            children[f"{path}[]"] = node["items"]
        found = [name for name, child in children.items() if not child.get("description")]
        return found + [name for key, child in children.items() for name in silent(child, key)]

    assert silent(openapi_schema(), "") == []


def test_each_column_and_selectable_field_is_one_that_the_kind_has() -> None:
    version = manifest()["spec"]["versions"][0]
    paths = [each["jsonPath"] for each in version["additionalPrinterColumns"] + version["selectableFields"]]
    for path in paths:
        node = {"properties": {**openapi_schema()["properties"], "metadata": {"properties": {"creationTimestamp": {}}}}}
        for name in path.strip(".").split("."):
            assert name in node["properties"], path
            node = node["properties"][name]
