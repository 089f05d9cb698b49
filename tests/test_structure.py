"""Structure of the package: names that stand for one thing, modules of a size one can read."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

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


FREE_OF_CIRCLES = ("tui",)
"""Packages in which nothing imports what imports it, not even for its types."""


@pytest.mark.parametrize("package", FREE_OF_CIRCLES)
def test_no_imports_go_round_in_a_circle(package: str) -> None:
    modules = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path
        for path in (PACKAGE / package).rglob("*.py")
    }
    imports = {name: _imported(path) & modules.keys() - {name} for name, path in modules.items()}
    while ends := {name for name, others in imports.items() if not others}:
        imports = {n: others - ends for n, others in imports.items() if n not in ends}
    assert imports == {}


def _imported(path: Path) -> set[str]:
    """The modules that a file takes something from, anywhere in it; packages by ``__init__``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            place = PACKAGE.parent.joinpath(*node.module.split("."))
            of_package = f"{node.module}.__init__" if place.is_dir() else node.module
            for alias in node.names:
                is_module = (place / f"{alias.name}.py").exists()
                found.add(f"{node.module}.{alias.name}" if is_module else of_package)
    return found
