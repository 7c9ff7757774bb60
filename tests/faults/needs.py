"""What a fault test can't do without. Where it is missing the test fails: a fault that was never tried is
no fault survived. FAULTS=skip, written out in the environment, skips such tests instead, and they are
counted as skipped. Called in setUpClass or setUp."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest


def missing(what):
    """Ends the test that asked."""
    if os.environ.get("FAULTS") == "skip":
        raise unittest.SkipTest(f"FAULTS=skip: {what}")
    raise AssertionError(f"{what} (FAULTS=skip leaves out what can't be tried here)")


def root():
    if os.geteuid() != 0:
        missing("this needs root")


def program(name):
    """The path of a program."""
    path = shutil.which(name)
    return path or missing(f"{name} is not installed")


def mounts():
    """Tried on a folder of its own: root may lack the right in a container, and `unshare --mount` can't
    be asked in a chroot, whose / is no mount point."""
    root()
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run([program("mount"), "-t", "tmpfs", "none", folder], capture_output=True, text=True)
        if told.returncode != 0:
            missing(f"a tmpfs can't be mounted: {told.stderr.strip()}")
        subprocess.run(["umount", folder], check=True)


def loop_devices():
    """And that file systems in files can be mounted."""
    mounts()
    with tempfile.NamedTemporaryFile() as file:
        os.truncate(file.fileno(), 1 << 20)
        told = subprocess.run([program("losetup"), "--find", "--show", file.name], capture_output=True, text=True)
        if told.returncode != 0:
            missing(f"there is no loop device: {told.stderr.strip()}")
        subprocess.run(["losetup", "-d", told.stdout.strip()], check=True)


def fuse(device=pathlib.Path("/dev/fuse")):
    root()
    try:
        os.close(os.open(device, os.O_RDWR))
    except OSError as error:
        missing(f"{device} can't be used: {error.strerror}")


def ptrace():
    told = subprocess.run([program("strace"), "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if told.returncode != 0:
        missing(f"nothing can be traced: {told.stderr.strip()}")
