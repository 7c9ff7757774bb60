"""The campaigns find what they look for: a program whose syncs do nothing loses what it acknowledged."""

import contextlib
import io
import subprocess
import unittest

from tests.faults import needs
from tests.faults.power import PowerCampaign


class Liar(PowerCampaign):
    """strace answers each sync in the system's place, and says yes."""

    fault = "power cut of a liar"
    pause = (0.3, 0.5)

    def set_up(self):
        """What was kept until now is on the disk for good, and the file system doesn't write by itself what comes
        (ext4 would within 5 seconds): the cut takes everything that is acknowledged from here on."""
        super().set_up()
        self.server.kill()
        subprocess.run(["sync", "-f", self.folder], check=True)
        subprocess.run(["mount", "-o", "remount,commit=600", self.folder], check=True)
        self.server.before = ("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e",
                              "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0")
        self.server.start()

    def harm(self):
        self.wait_for_sends(50)
        super().harm()

    def look_at_the_file(self):
        """What was never written down may be broken in any way."""


class Proof(unittest.TestCase):
    def test_GivenAProgramThatDoesNotSync_WhenThePowerGoes_ThenTheLossIsFound(self):
        for name in ("strace", "xfs_io", "mkfs.ext4"):
            needs.program(name)
        needs.loop_devices()
        needs.ptrace()
        with contextlib.redirect_stdout(io.StringIO()) as told:
            outcome = Liar(1, 1, "ext4").run()
        self.assertGreater(outcome.lost, 0, told.getvalue())
        self.assertIn("around it", told.getvalue())
