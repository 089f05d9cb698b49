"""A host on this computer, its facilitator in plain lines, and the way to a seat with ssh."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CODE = "plum-tree-42"
ANY_KEY = ("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null")


class Host:
    """A host whose facilitator types commands of line mode; ``command`` joins it as a seat."""

    def __init__(self, program, deck="home-from-hospital"):
        self.dir = Path(tempfile.mkdtemp(prefix="host-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        code = self.dir / "askpass"
        code.write_text(f"#!/bin/sh\necho {CODE}\n")
        code.chmod(0o700)
        ssh = ("ssh", "-q", "-p", port, *ANY_KEY, "nia@127.0.0.1")
        self.command = ["env", f"SSH_ASKPASS={code}", "SSH_ASKPASS_REQUIRE=force", *ssh]
        self.log = self.dir / "lines"
        place = ("--port", port, "--bind", "127.0.0.1", "--code", CODE)
        plan = ("--talk-first", "--turns", "8", "--seed", "7")
        with self.log.open("w") as told:
            self.process = subprocess.Popen(
                [program, "--plain", "host", deck, *place, *plan],
                stdin=subprocess.PIPE,
                stdout=told,
                stderr=subprocess.STDOUT,
                env={**os.environ, "WSHOES_DATA": str(self.dir / "data")},
            )
        self.wait("Question: ")

    def wait(self, want, most=20.0):
        """Wait until this has been told to the facilitator."""
        end = time.monotonic() + most
        while want not in self.log.read_text():
            if time.monotonic() > end:
                raise SystemExit(f"{want!r} was never told:\n{self.log.read_text()}")
            time.sleep(0.05)

    def type(self, line):
        """A line that the facilitator types."""
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def first_card(self):
        """Go through the opening."""
        for _step in range(6):
            if "Card: " in self.log.read_text():
                return
            self.type("/go")
            time.sleep(0.7)

    def close(self):
        """End the host and forget its session."""
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.dir, ignore_errors=True)
