"""Patches of libraries: applied where they fit, and not needed where they do not."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.tui.patched import ROOT, hold_a_session, private_names, without
from wshoes_tui.tui import textual_patches
from wshoes_tui.tui.base_screen import ForFacilitator
from wshoes_tui.tui.textual_patches.patch_table import PATCHES, Patch


def test_all_fit_the_libraries_that_are_installed() -> None:
    assert textual_patches.left_out() == ()


def test_a_function_that_is_another_one_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    source_of = textual_patches._source_of
    fits = textual_patches.fits.__wrapped__
    assert fits("repaint_once")
    monkeypatch.setattr(
        textual_patches,
        "_source_of",
        lambda module: source_of(module).replace(b"self._styles_cache.clear()", b"pass"),
    )
    assert not fits("repaint_once")
    assert fits("render_visible")


def test_the_screens_work_with_all_private_names_renamed(data: Path, tmp_path: Path) -> None:
    hold_a_session(data, without(tmp_path, private_names("textual")))


def test_the_screens_work_with_no_patch(data: Path) -> None:
    hold_a_session(data, {"WSHOES_PATCHES": "none"})


@pytest.mark.slow
@pytest.mark.parametrize("name", private_names("textual"))
def test_the_screens_work_with_a_private_name_renamed(
    data: Path, tmp_path: Path, name: str
) -> None:
    hold_a_session(data, without(tmp_path, [name]))


def test_the_doctor_names_what_does_not_fit_and_loads_no_screens(
    data: Path, tmp_path: Path
) -> None:
    env = {**os.environ, **without(tmp_path, ["_set_dirty", "_lines"]), "WSHOES_DATA": str(data)}
    code = (
        "import sys\nfrom wshoes_tui.__main__ import main\nmain()\n"
        "sys.exit('textual' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "doctor"], env=env, capture_output=True, text=True, check=True
    )
    told = " ".join(ran.stdout.split())
    names = told.partition("were left out: ")[2].partition(".")[0].split(", ")
    assert {"repaint_once", "words_field", "choice_list"} <= set(names)
    env["WSHOES_PATCHES"] = "none"
    ran = subprocess.run(
        [sys.executable, "-c", code, "doctor"], env=env, capture_output=True, text=True, check=True
    )
    assert "left as it is (WSHOES_PATCHES)" in " ".join(ran.stdout.split())


BASIC = ("tests/tui/test_tui_rehearsal.py", "tests/tui/test_words_field.py")


def test_the_basic_screens_are_the_same_with_no_patch() -> None:
    ran = _tested(
        *BASIC, "-k", "not (no_key_ends or what_textual_does or undone or cut_at)", patches="none"
    )
    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.name)
def test_each_patch_has_a_test_that_fails_without_it(patch: Patch) -> None:
    others = ",".join(one.name for one in PATCHES if one is not patch)
    assert _tested(patch.test, patches=",".join(one.name for one in PATCHES)).returncode == 0
    ran = _tested(patch.test, patches=others)
    assert ran.returncode == 1, ran.stdout


def _tested(*tests: str, patches: str) -> subprocess.CompletedProcess[str]:
    """Run tests in a process of their own, with these patches alone."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", *tests],
        env={**os.environ, "WSHOES_PATCHES": patches}, cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


LIBRARIES = ("textual", "rich", "asyncssh")
PACKAGE = ROOT / "wshoes_tui"


def test_every_private_name_that_is_used_is_in_the_table() -> None:
    """Names with an underscore that nothing of ours defines are those of a library."""
    listed = {name for library in LIBRARIES for name in private_names(library)}
    used: dict[str, str] = {}
    ours: set[str] = set()
    for path in [*PACKAGE.glob("tui/**/*.py"), *PACKAGE.glob("host/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
                    ours.add(node.attr)
            elif isinstance(node, ast.Attribute):
                used.setdefault(node.attr, f"{path.name}:{node.lineno}")
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                ours.add(node.name)
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                ours |= {target.id for target in targets if isinstance(target, ast.Name)}
    used.pop("_exit", None)  # of os
    private = {name: at for name, at in used.items() if name[:1] == "_" != name[1:2]}
    assert {n: at for n, at in private.items() if n not in ours | listed} == {}


def test_no_seat_shows_a_page_of_the_facilitator() -> None:
    shown = {
        name
        for path in PACKAGE.glob("tui/seat/*.py")
        for name, found in vars(import_module(f"wshoes_tui.tui.seat.{path.stem}")).items()
        if isinstance(found, type) and issubclass(found, ForFacilitator)
    }
    assert shown == set()
