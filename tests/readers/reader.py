"""A real screen reader around the program: types at it, and returns what the reader says.

``tdsr`` speaks every character that is written, and the cursor's line on arrow keys; ``yasr`` the
same with another cursor rule; ``brltty`` shows 40 cells of braille; ``none`` only counts bytes.
What would go to a synthesiser goes to a log (``sink.py``): no sound, no root, no console.
docs/readers.md says how to have them.
"""

# ruff: noqa: E501

import contextlib
import dataclasses
import fcntl
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

import pyte

HERE = pathlib.Path(__file__).resolve().parent
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "back": "\x7f",
    "ctrl+p": "\x10",
    "space": " ",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pgdn": "\x1b[6~",
}
CELLS = 40


@dataclasses.dataclass
class Said:
    at: float  # seconds after the key
    kind: str
    text: str


@dataclasses.dataclass
class Step:
    name: str
    said: list
    text: list
    cursor: tuple
    hidden: bool
    bytes: int
    before: list

    def speech(self):
        return [s for s in self.said if s.kind in ("say", "letter")]

    def letters(self):
        return sum(len(s.text) for s in self.speech())


class Reader:
    def __init__(self, kind, cmd, cols=80, rows=24, env=None, term="xterm-256color"):
        self.kind, self.cols, self.rows = kind, cols, rows
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="reader-"))
        self.log = self.dir / "said.tsv"
        self.log.touch()
        self.seen = 0
        self.screen = pyte.Screen(cols, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.total = 0
        self.hidden = False
        self.raw = b""
        e = {
            **os.environ,
            "TERM": term,
            "READER_LOG": str(self.log),
            "LC_ALL": "C.UTF-8",
            **(env or {}),
        }
        for k in ("COLUMNS", "LINES", "TMUX", "NO_COLOR"):
            e.pop(k, None)
        self.cells = None
        self.argv = self._argv(cmd, e)
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.environ.clear()
            os.environ.update(e)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
            os.chdir(self.dir)
            os.execvpe(self.argv[0], self.argv, e)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        if kind == "brltty":
            self._start_brltty()

    def _argv(self, cmd, e):
        sink = [sys.executable, str(HERE / "sink.py")]
        if self.kind == "none":
            return cmd
        if self.kind == "tdsr":
            e["HOME_OF_USER"] = e.get("HOME", "")
            e["HOME"] = str(self.dir)
            where = os.environ.get("READER_TDSR", "")
            if where:
                e["PYTHONPATH"] = where
            starter = self.dir / "run.py"
            starter.write_text("import sys\nfrom tdsr.__main__ import main\nmain()\n")
            prog = self._wrap(cmd)
            return [
                sys.executable,
                str(starter),
                "--speech-server",
                shlex.join([*sink, "tdsr"]),
                prog,
            ]
        if self.kind == "yasr":
            wrapper = self.dir / "speak"
            wrapper.write_text(f"#!/bin/sh\nexec {shlex.join([*sink, 'emacspeak'])}\n")
            wrapper.chmod(0o755)
            conf = self.dir / "yasr.conf"
            conf.write_text(
                "[normalkeys]\n0x1b78:flush:1\n[reviewkeys]\n[options]\ncursor tracking=full\nsynthesizer=emacspeak server\n"
                f"synthesizer port=|{wrapper}\nkey echo=off\nshell=/bin/sh\nspecial=off\nup and down arrows=speak line\nDisableKey=6925\n"
                "[emacspeak server]\nrate=175\npunctuation=some\n"
            )
            return [os.environ.get("READER_YASR", "yasr"), "-C", str(conf), self._wrap(cmd)]
        if self.kind == "brltty":
            # A braille display of 40 cells: brltty reads the program's screen from tmux and draws its window on a second
            # pseudo-terminal (its tty driver) that we read: the text under the fingers, logged each time it changes.
            self.socket = str(self.dir / "tmux")
            return [
                "tmux",
                "-S",
                self.socket,
                "-f",
                "/dev/null",
                "new-session",
                "-s",
                "s",
                self._wrap(cmd),
                ";",
                "set",
                "-g",
                "status",
                "off",
                ";",
                "set",
                "-g",
                "escape-time",
                "0",
            ]
        raise SystemExit(f"unknown reader {self.kind}")

    def _start_brltty(self):
        self.cells, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 3, CELLS, 0, 0))
        self.window = pyte.Screen(CELLS, 3)
        self.window_stream = pyte.ByteStream(self.window)
        self.shown = ""
        self.pump(0.7)
        self.brltty = subprocess.Popen(
            [
                os.environ.get("READER_BRLTTY", "brltty"),
                "-n",
                "-q",
                "-lcritical",
                "-f",
                "/dev/null",
                "-F",
                str(self.dir / "prefs"),
                "-M",
                "0",
                "-W",
                str(self.dir),
                "-U",
                str(self.dir),
                "-P",
                str(self.dir / "pid"),
                "-x",
                "tx",
                f"-Xtx:socket={self.socket}",
                "-Xtx:session=s",
                "-b",
                "tt",
                "-d",
                os.ttyname(slave),
                f"-Btt:term=vt100,lines=1,columns={CELLS}",
                "-N",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self.dir / "brltty.err").open("w"),
            start_new_session=True,
        )

    def _wrap(self, cmd):
        w = self.dir / "program"
        term = {"fenrir": "linux", "yasr": "linux", "brltty": "tmux-256color"}.get(
            self.kind, "xterm-256color"
        )
        w.write_text(
            f'#!/bin/sh\nexport TERM={term}\n[ -n "$HOME_OF_USER" ] && export HOME="$HOME_OF_USER"\nunset PYTHONPATH\nexec {shlex.join(cmd)}\n'
        )
        w.chmod(0o755)
        return str(w)

    def pump(self, seconds):
        end = time.monotonic() + seconds
        got = 0
        while (left := end - time.monotonic()) > 0:
            ready = select.select(
                [self.fd, *([self.cells] if self.cells else [])], [], [], min(left, 0.05)
            )[0]
            if self.cells in ready:
                self._feel()
            if self.fd in ready:
                try:
                    d = os.read(self.fd, 65536)
                except OSError:
                    return got
                if not d:
                    return got
                got += len(d)
                self.total += len(d)
                self.raw += d
                for m in re.finditer(rb"\x1b\[\?25([hl])", d):
                    self.hidden = m[1] == b"l"
                d = re.sub(
                    rb"\x1b[PX^_].*?(\x1b\\|\x07)|\x1b\[[<=>][0-9;:]*[ -/]*[@-~]",
                    b"",
                    d,
                    flags=re.S,
                )
                self.stream.feed(d)
        return got

    def _feel(self):
        time.sleep(0.01)
        try:
            self.window_stream.feed(os.read(self.cells, 65536))
        except OSError:
            return
        now = self.window.display[0].rstrip()
        if now != self.shown:
            self.shown = now
            with self.log.open("a", encoding="utf-8") as f:
                f.write(f"{time.monotonic():.4f}\tcells\t{now}\n")

    def quiet(self, silence=0.5, most=6.0):
        """Reads until neither the screen nor the reader has had anything new for `silence` seconds."""
        end = time.monotonic() + most
        last = time.monotonic()
        size = self.log.stat().st_size
        total = 0
        while time.monotonic() < end and time.monotonic() - last < silence:
            n = self.pump(0.05)
            total += n
            s = self.log.stat().st_size
            if n or s != size:
                last, size = time.monotonic(), s
        return total

    def wait_text(self, want, most=20.0):
        end = time.monotonic() + most
        while time.monotonic() < end:
            self.pump(0.05)
            if re.search(want, "\n".join(self.lines())):
                return True
        return False

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def new(self, since):
        text = self.log.read_text(encoding="utf-8")[self.seen :]
        self.seen += len(text)
        out = []
        for line in text.splitlines():
            p = line.split("\t", 2)
            if len(p) == 3:
                out.append(Said(float(p[0]) - since, p[1], p[2]))
        return out

    def step(self, name, keys="", silence=0.5, most=6.0, apart=0.0):
        before = self.lines()
        at = time.monotonic()
        if apart:
            n = 0
            for k in keys:
                os.write(self.fd, k.encode())
                n += self.pump(apart)
            n += self.quiet(silence, most)
        else:
            if callable(keys):
                keys()
            elif keys:
                os.write(self.fd, KEYS.get(keys, keys).encode())
            n = self.quiet(silence, most)
        return Step(
            name,
            self.new(at),
            self.lines(),
            (self.screen.cursor.x, self.screen.cursor.y),
            self.hidden,
            n,
            before,
        )

    def close(self):
        if self.cells:
            self.brltty.terminate()
            try:
                self.brltty.wait(5)
            except subprocess.TimeoutExpired:
                self.brltty.kill()
                self.brltty.wait()
            subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        for s in (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, s)
            except ProcessLookupError:
                break
            for _ in range(20):
                p, _st = os.waitpid(self.pid, os.WNOHANG)
                if p:
                    break
                self.pump(0.05)
            else:
                continue
            break
        with contextlib.suppress(OSError):
            os.close(self.fd)
        shutil.rmtree(self.dir, ignore_errors=True)
