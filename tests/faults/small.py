"""File systems that are soon full: of bytes, or of files."""

import contextlib
import os
import subprocess

from tests.kit.server import fresh_folder

inodes = 2000


class SmallDisk:
    """A tmpfs, so that it is really full and not only said to be."""

    def __init__(self, size=256):
        """In megabytes."""
        self.folder = fresh_folder()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "none", self.folder], check=True)
        self.filler = self.folder / "filler"

    def free(self):
        stat = os.statvfs(self.folder)
        return stat.f_bavail * stat.f_frsize

    def fill(self, leave):
        """So that `leave` bytes are free. The server may take some in between: then there is less to take."""
        with open(self.filler, "ab") as file:
            while (more := self.free() - leave) > 0:
                with contextlib.suppress(OSError):
                    os.posix_fallocate(file.fileno(), 0, os.fstat(file.fileno()).st_size + more)

    def empty(self):
        self.filler.unlink()

    def close(self):
        subprocess.run(["umount", "--lazy", self.folder], check=True)
        self.folder.rmdir()


class SmallTable:
    """A tmpfs with few inodes."""

    def __init__(self, size=256):
        self.folder = fresh_folder()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m,nr_inodes={inodes}", "none", self.folder],
                       check=True)
        self.made = []

    def fill(self):
        try:
            while True:
                file = self.folder / f"filler{len(self.made)}"
                file.touch()
                self.made.append(file)
        except OSError:
            pass

    def empty(self):
        while self.made:
            self.made.pop().unlink()

    def close(self):
        subprocess.run(["umount", "--lazy", self.folder], check=True)
        self.folder.rmdir()
