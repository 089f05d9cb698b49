"""Structure of the package: names that stand for one thing, modules of a size one can read."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import wshoes_tui

PACKAGE = Path(wshoes_tui.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 350


def test_no_module_name_stands_for_two_modules() -> None:
    paths = defaultdict(list)
    for path in MODULES:
        if not path.stem.startswith("__"):
            paths[path.stem].append(path)
    assert [found for found in paths.values() if len(found) > 1] == []


def test_no_class_name_stands_for_two_classes() -> None:
    paths = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                paths[node.name].append(path)
    assert {name: found for name, found in paths.items() if len(found) > 1} == {}


def test_no_module_is_too_long_to_read() -> None:
    assert [p for p in MODULES if len(p.read_text("utf-8").splitlines()) > LONGEST] == []
