"""Which kind of cluster is used."""

import pytest

from dev.cluster.existing import existing_provider
from dev.cluster.provider import ProviderName, choose
from dev.errors import WrongUsage


@pytest.mark.parametrize(
    ("environ", "has_docker", "expected"),
    [
        pytest.param({}, True, ProviderName.KIND, id="kind where Docker answers"),
        pytest.param({}, False, ProviderName.NODE, id="a node of this machine where it does not"),
        pytest.param({"PROVIDER": ""}, False, ProviderName.NODE, id="an empty PROVIDER says nothing"),
        pytest.param({"PROVIDER": "node"}, True, ProviderName.NODE, id="PROVIDER wins over Docker"),
        pytest.param({"PROVIDER": "existing"}, True, ProviderName.EXISTING, id="an existing cluster is asked for"),
    ],
)
def test_which_provider_is_chosen(environ: dict[str, str], has_docker: bool, expected: ProviderName) -> None:  # noqa: FBT001 - a column of the table
    assert choose(environ, lambda: has_docker) is expected


def test_an_unknown_provider_is_refused_with_those_that_exist() -> None:
    with pytest.raises(WrongUsage) as refused:
        choose({"PROVIDER": "minikube"}, lambda: True)
    assert "minikube" in refused.value.message
    assert refused.value.hint == "use kind, node, existing"


def test_an_existing_cluster_needs_a_kubeconfig() -> None:
    with pytest.raises(WrongUsage, match="KUBECONFIG"):
        existing_provider({})
