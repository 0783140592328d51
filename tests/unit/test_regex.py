import copy
import gc
import pickle
import pkgutil
import re
from importlib import import_module

import pytest

import service
from service.regex import Regex, regex


def test_nothing_is_compiled_before_it_is_used():
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("(")


def test_it_finds_what_a_compiled_expression_finds():
    text, lazy, compiled = "Ann said so; ann did.", regex(r"\bann\b", re.I), re.compile(r"\bann\b", re.I)
    assert lazy.findall(text) == lazy.findall(text) == compiled.findall(text)
    assert lazy.sub("Bo", text) == compiled.sub("Bo", text)
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_copy_finds_the_same(copied):
    assert copied(regex("A", re.I)).fullmatch("a")


def test_every_expression_of_the_service_is_one():
    """What `re.compile` would tell when a module is imported is told here."""
    for module in pkgutil.walk_packages(service.__path__, "service."):
        if not module.name.startswith("service.training."):  # needs PyTorch
            import_module(module.name)
    ours = [each for each in gc.get_objects() if isinstance(each, Regex)]
    assert len(ours) > 500
    assert all(re.compile(each.pattern, each._flags) for each in ours)
