"""File systems of our own, in files, on which a fault hits nobody else. As root; each takes itself away."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from tests.kit.server import wait_until


def run(*words):
    """What it said. A failure tells why."""
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(done.args)}: exit code {done.returncode}: {done.stderr.strip()}")
    return done.stdout.strip()


class LoopDisk:
    """A file with a file system in it, mounted at `folder`."""

    def __init__(self, kind, seed=0, megabytes=400):
        self.kind, self.seed = kind, seed
        self.home = pathlib.Path(tempfile.mkdtemp(prefix=f"horenso-{kind}-"))
        self.image = self.home / "image"
        self.folder = self.home / "disk"
        self.folder.mkdir()
        self.device = None
        try:
            self.make(megabytes)
            run(f"mkfs.{kind}", "-q", self.device or self.image)
            self.mount()
        except BaseException:
            self.close()
            raise

    def make(self, megabytes):
        with open(self.image, "wb") as file:
            os.truncate(file.fileno(), megabytes << 20)

    def mount(self):
        run("mount", *(() if self.device else ("-o", "loop")), self.device or self.image, self.folder)

    def unmount(self):
        run("umount", self.folder)

    def cut_power(self):
        """All that was not synced is gone for good; what runs on it gets errors."""
        run("xfs_io", "-x", "-c", "shutdown", self.folder)

    def power_on(self):
        self.unmount()
        self.mount()

    def close(self):
        if os.path.ismount(self.folder):
            subprocess.run(["umount", "--lazy", self.folder], check=False)
        self.remove()

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)


class FailingDisk(LoopDisk):
    """The same on a block device of our own (block_device.py), which fails when asked. The way: file system,
    loop device, FUSE (nbdfuse), NBD.

    One write of the file system must be one write of NBD. If FUSE splits it, as it does at the pages of its cache and
    at its own limit, and only the second part fails, the loop device takes the short write for success, and the file
    system is lied to. So: past that cache, and small."""

    largest_write_kb = 64

    def make(self, megabytes):
        super().make(megabytes)
        self.server = self.fuse = None
        self.plug_in()

    def plug_in(self):
        socket, place = self.home / "socket", self.home / "block"
        socket.unlink(missing_ok=True)
        self.server = subprocess.Popen([pathlib.Path(__file__).parent / "block_device.py", socket, self.image],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.server.stdout.readline() == "ready\n"
        place.touch()
        self.fuse = subprocess.Popen(["nbdfuse", place, "--unix", socket], stderr=subprocess.DEVNULL)
        wait_until(lambda: os.path.ismount(place) and place.stat().st_size, "the block device")
        self.device = run("losetup", "--direct-io=on", "--find", "--show", place)
        queue = pathlib.Path("/sys/block", pathlib.Path(self.device).name, "queue/max_sectors_kb")
        queue.write_text(str(self.largest_write_kb))

    def detach(self):
        """A loop device that anybody else still has open, if only to see what is on it, lets go later."""
        run("losetup", "-d", self.device)
        held = pathlib.Path("/sys/block", pathlib.Path(self.device).name, "loop/backing_file")
        wait_until(lambda: not held.exists(), f"{self.device} to let go")

    def unplug(self):
        for end in (self.detach, lambda: run("umount", self.home / "block")):
            try:
                end()
            except (RuntimeError, AssertionError) as error:
                print(error)
        for process in (self.fuse, self.server):
            if process and process.poll() is None:
                process.terminate()
                process.wait()
        self.hang_up()

    def hang_up(self):
        if self.server:
            self.server.stdin.close()
            self.server.stdout.close()

    def tell(self, *words):
        """How many writes and flushes have failed until now."""
        self.server.stdin.write(" ".join(map(str, words)) + "\n")
        self.server.stdin.flush()
        return int(self.server.stdout.readline())

    def remove(self):
        self.unplug()
        super().remove()


class ForgetfulDisk(FailingDisk):
    """It also forgets half of what it was not told to flush when its power is cut."""

    cuts = 0

    def power_on(self):
        self.unmount()
        self.detach()
        run("umount", self.home / "block")
        self.fuse.wait()
        self.cuts += 1
        self.tell("cut", f"{self.seed}/{self.cuts}")
        self.server.wait()
        self.hang_up()
        self.plug_in()
        self.mount()
