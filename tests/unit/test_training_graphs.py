"""Model folders from before the graphs are refused with the command that writes them, and that one does."""

import shutil

import pytest
from click.testing import CliRunner

from service.errors import ModelError
from service.extraction.model_folder import FACTS, FILES, LINKS, NETWORK, SHIPPED, WEIGHTS, facts_of


@pytest.fixture
def folder(tmp_path):
    """The shipped model as it was before the graphs."""
    for name in {*FILES, FACTS} - {NETWORK, LINKS}:
        shutil.copyfile(SHIPPED / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def graphs():
    """The module that writes them, where there is what it needs."""
    for name in ("onnx", "torch"):
        pytest.importorskip(name, reason=f"{name} comes with the extra `train` alone")
    from service.training import graphs

    return graphs


def test_a_folder_without_graphs_is_refused_with_the_command_that_writes_them(folder):
    with pytest.raises(ModelError) as refused:
        facts_of(folder)
    said = f"lacks {NETWORK}, {LINKS}; write them with: python -m service.training.graphs {folder} "
    assert said in str(refused.value)


def test_without_weights_there_is_no_such_command(folder):
    (folder / WEIGHTS).unlink()
    with pytest.raises(ModelError, match=rf"lacks {WEIGHTS}, {NETWORK}, {LINKS}$"):
        facts_of(folder)


def test_the_command_writes_the_graphs_of_the_shipped_model(folder, graphs):
    done = CliRunner().invoke(graphs.main, [str(folder)])
    assert done.exit_code == 0, done.output
    for name in (NETWORK, LINKS):
        assert (folder / name).read_bytes() == (SHIPPED / name).read_bytes()


def test_the_command_names_the_weights_that_it_lacks(tmp_path, graphs):
    done = CliRunner().invoke(graphs.main, [str(tmp_path)])
    assert done.exit_code == 1
    assert f"lacks {WEIGHTS}" in done.output
