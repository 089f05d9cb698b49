"""Structure of the package: names that stand for one thing, modules of a size one can read."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import wshoes_tui

PACKAGE = Path(wshoes_tui.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 350
MOST_SHARED_TEXTS = 15
"""Texts that may stand in several files: short words that are the same in English by chance."""
TEXT_CALLS = ("_", "N_", "many", "Refusal")


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


def test_no_constant_of_a_module_is_given_two_values() -> None:
    """As the patience with a lone Escape was, which then took a second."""
    twice = []
    for path in MODULES:
        found: set[str] = set()
        for node in ast.parse(path.read_text("utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else ()
            for one in targets:
                if isinstance(one, ast.Name) and one.id.isupper():
                    twice += [(path.name, one.id)] * (one.id in found)
                    found.add(one.id)
    assert twice == []


SHORTEST = 60
SMALL = {
    "domain/models/marks.py": "works on records and on decks, and the records are long",
    "domain/models/panel_evidence.py": "a record, and the module of records is long",
    "domain/card_numbers.py": "for pages to print and for slips that are typed up",
    "domain/dispatcher.py": "imports all handlers, each of which imports the engine",
    "tui/tab_key.py": "one decision, by a clock; the page that asks for it is long",
    "errors.py": "the lowest layer: nearly every package raises these",
}
"""Modules of less than ``SHORTEST`` lines, and why each is not part of another one."""


def test_a_small_module_has_a_reason() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in MODULES
        if path.name != "__init__.py"
    }
    assert {name for name, lines in lengths.items() if lines < SHORTEST} == SMALL.keys()
    assert all(SMALL.values())


def test_no_imports_go_round_in_a_circle() -> None:
    """Nothing imports what imports it, not even for its types."""
    modules = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path for path in MODULES
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


def texts_in_several_files() -> dict[str, list[str]]:
    """User-visible texts that stand in two or more files, and those files.

    Counted are the texts in ``_()``, ``N_()``, ``many()`` and ``Refusal()``, the two forms of a
    plural as one. To read them: ``python -m tests.test_structure``
    """
    places: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TEXT_CALLS:
                for text in _texts_of(node.args[0]) if node.args else ():
                    places[text].add(str(path.relative_to(PACKAGE)))
    return {text: sorted(found) for text, found in sorted(places.items()) if len(found) > 1}


def _texts_of(argument: ast.AST) -> list[str]:
    """The texts in an argument; what stands in ``[...]`` is a key, not a text."""
    if isinstance(argument, ast.Constant):
        return [argument.value] if isinstance(argument.value, str) else []
    if isinstance(argument, ast.Subscript):
        return _texts_of(argument.value)
    return [text for part in ast.iter_child_nodes(argument) for text in _texts_of(part)]


def test_texts_in_several_files_are_found() -> None:
    found = texts_in_several_files()
    assert all(len(files) > 1 for files in found.values())
    assert "Closing round" not in found, "it stands in the flow alone"


def test_few_texts_stand_in_several_files() -> None:
    """A text that several modules say has one home, from which they import it."""
    found = texts_in_several_files()
    told = "\n".join(f"{text!r}: {', '.join(files)}" for text, files in found.items())
    assert len(found) <= MOST_SHARED_TEXTS, f"{len(found)} texts stand in several files:\n{told}"


if __name__ == "__main__":
    for text, files in (repeated := texts_in_several_files()).items():
        print(f"{text!r}: {', '.join(files)}")
    print(len(repeated))
