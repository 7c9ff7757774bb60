"""What is missing fails the test that needs it, or skips it if that is written out."""

import pathlib
import unittest
from unittest import mock

from tests.faults import needs


class Needs(unittest.TestCase):
    def test_GivenSomethingMissing_WhenNeeded_ThenTheTestFails(self):
        with mock.patch.dict("os.environ", FAULTS=""):
            with self.assertRaisesRegex(AssertionError, "no-such-tool is not installed"):
                needs.program("no-such-tool")
            with mock.patch("os.geteuid", return_value=1000), self.assertRaisesRegex(AssertionError, "root"):
                needs.mounts()

    def test_GivenFaultsSkip_WhenSomethingIsMissing_ThenTheTestIsSkipped(self):
        with mock.patch.dict("os.environ", FAULTS="skip"):
            with self.assertRaisesRegex(unittest.SkipTest, "FAULTS=skip: no-such-tool"):
                needs.program("no-such-tool")

    def test_GivenARefusedMount_WhenNeeded_ThenTheReasonIsSaid(self):
        refused = mock.Mock(returncode=32, stderr="permission denied\n")
        with (mock.patch.dict("os.environ", FAULTS=""), mock.patch("os.geteuid", return_value=0),
              mock.patch("subprocess.run", return_value=refused)):
            with self.assertRaisesRegex(AssertionError, "can't be mounted: permission denied"):
                needs.mounts()

    def test_GivenNoLoopDeviceOrFuseOrTracing_WhenNeeded_ThenTheTestFailsOrIsSkippedIfThatIsWrittenOut(self):
        def run(words, **_):
            refuses = words[0].endswith(("losetup", "strace"))
            return mock.Mock(returncode=refuses, stderr="not permitted\n" if refuses else "")
        probes = ((needs.loop_devices, "no loop device: not permitted"), (needs.ptrace, "be traced: not permitted"),
                  (lambda: needs.fuse(pathlib.Path("/dev/no-such-device")), "no-such-device can't be used"))
        for probe, why in probes:
            for said, ends in (("", AssertionError), ("skip", unittest.SkipTest)):
                with (self.subTest(why=why, said=said), mock.patch.dict("os.environ", FAULTS=said),
                      mock.patch("os.geteuid", return_value=0), mock.patch("subprocess.run", side_effect=run),
                      mock.patch.object(needs, "program", side_effect=str),
                      self.assertRaisesRegex(ends, why)):
                    probe()

    def test_GivenWhatIsThere_WhenNeeded_ThenTheTestGoesOn(self):
        self.assertTrue(needs.program("sh").endswith("/sh"))
