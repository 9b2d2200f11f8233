"""What stands where: the two packages apart, the top level, the libraries that were agreed on."""

import configparser
import re
import tomllib

import pytest

from dev.binaries.catalog import PROGRAMS
from tests.contracts.pages import ARCHITECTURE, ROOT, marked, table_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = {"scorecard_operator", "scorecard_runner"}


def import_contracts() -> dict[str, dict[str, list[str]]]:
    parser = configparser.ConfigParser()
    parser.read_string((ROOT / ".importlinter").read_text(encoding="utf-8"))
    return {name: {key: value.split() for key, value in parser[name].items()} for name in parser.sections()}


def requirement_names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("operator", id="a package of this name would shadow the standard module of Python"),
        pytest.param("runner", id="the folder only holds the package, as its neighbour does"),
    ],
)
def test_a_folder_of_a_package_is_none_itself(folder: str) -> None:
    assert (ROOT / folder / f"scorecard_{folder}" / "__init__.py").is_file()
    assert not (ROOT / folder / "__init__.py").exists()


def test_the_packages_are_held_apart_by_an_import_contract() -> None:
    independent = [each for each in import_contracts().values() if each.get("type") == ["independence"]]
    assert [set(each["modules"]) for each in independent] == [PACKAGES]


def test_what_the_architecture_calls_pure_is_held_to_it_by_an_import_contract() -> None:
    rooms = table_of(ARCHITECTURE, "The rooms of the operator (`operator/scorecard_operator`)")
    pure = {f"scorecard_operator.{room}" for row in rooms if row["pure"] == "yes" for room in marked(row["room"])}
    assert set(import_contracts()["importlinter:contract:operator-pure"]["source_modules"]) == pure


@pytest.mark.parametrize("name", ["operator", "runner", "charts", "crds", "tests"])
def test_folder_at_the_top(name: str) -> None:
    assert (ROOT / name).is_dir()


@pytest.mark.parametrize("name", ["pyproject.toml", "README.md"])
def test_file_at_the_top(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize(
    ("group", "agreed"),
    [
        pytest.param("operator", {"kopf", "kubernetes", "psycopg2-binary"}, id="the operator"),
        pytest.param("runner", {"boto3", "pytesseract", "pillow", "psycopg2-binary"}, id="the runner"),
    ],
)
def test_a_program_declares_the_libraries_agreed_on(group: str, agreed: set[str]) -> None:
    assert agreed <= requirement_names(PROJECT["project"]["optional-dependencies"][group])


def test_both_programs_model_their_data_with_pydantic() -> None:
    assert requirement_names(PROJECT["project"]["dependencies"]) == {"pydantic"}


def test_pytest_is_a_dependency_of_development() -> None:
    assert "pytest" in requirement_names(PROJECT["dependency-groups"]["dev"])


def test_kind_is_pinned_with_the_other_go_programs() -> None:
    kind = PROGRAMS["kind"]
    module = (kind.module_dir / "go.mod").read_text(encoding="utf-8")
    assert f"tool {kind.package}\n" in module
    assert re.search(rf"{re.escape(kind.versioned)} v\d", module)
