#!/usr/bin/env -S python3 -B
"""A disk of our own, spoken to by NBD on a Unix socket: it counts writes and flushes, fails the nth of them
with EIO, and forgets what was not flushed when its power goes.

    block_device.py SOCKET IMAGE        commands on standard input, an answer line each:
        fail write|flush N              the Nth from now fails, once
        spare                           none of those that have not failed yet
        hit                             how many have failed
        cut SEED                        half of the sectors written since the last flush are as before; ends

The protocol is NBD's fixed newstyle handshake with simple replies."""

import os
import random
import socket
import struct
import sys
import threading

READ, WRITE, DISCONNECT, FLUSH = 0, 1, 2, 3
OPTION_EXPORT, OPTION_ABORT, OPTION_GO = 1, 2, 7
REPLY_ACK, REPLY_INFO, REPLY_UNSUPPORTED = 1, 3, 0x80000001
HAS_FLAGS, CAN_FLUSH = 1, 4
EIO = 5
sector = 4096  # a disk writes one of these or doesn't; file systems rely on that


class Disk:
    def __init__(self, image):
        self.file = os.open(image, os.O_RDWR)
        self.size = os.fstat(self.file).st_size
        self.lock = threading.Lock()
        self.before = {}  # sector: what the disk has of it until the next flush
        self.due = {}  # "write" or "flush": how many more until one fails
        self.hits = 0

    def fails(self, what):
        if what not in self.due:
            return False
        self.due[what] -= 1
        if self.due[what] > 0:
            return False
        del self.due[what]
        self.hits += 1
        return True

    def read(self, offset, size):
        return os.pread(self.file, size, offset)

    def write(self, offset, content):
        with self.lock:
            if self.fails("write"):
                return EIO
            for at in range(offset // sector * sector, offset + len(content), sector):
                if at not in self.before:
                    self.before[at] = os.pread(self.file, sector, at)
            os.pwrite(self.file, content, offset)
        return 0

    def flush(self):
        with self.lock:
            if self.fails("flush"):
                return EIO  # what it should have kept may still be lost
            self.before.clear()
        return 0

    def cut(self, seed):
        chance = random.Random(seed)
        with self.lock:
            for at, old in sorted(self.before.items()):
                if chance.random() < 0.5:
                    os.pwrite(self.file, old, at)


class Connection:
    def __init__(self, peer, disk):
        self.peer, self.disk = peer, disk

    def take(self, size):
        got = b""
        while len(got) < size:
            part = self.peer.recv(size - len(got))
            if not part:
                raise EOFError
            got += part
        return got

    def shake_hands(self):
        self.peer.sendall(b"NBDMAGIC" + b"IHAVEOPT" + struct.pack("!H", 3))  # fixed newstyle, no zeroes
        self.take(4)
        export = struct.pack("!QH", self.disk.size, HAS_FLAGS | CAN_FLUSH)
        while True:
            _, option, size = struct.unpack("!8sII", self.take(16))
            self.take(size)
            if option == OPTION_EXPORT:
                return self.peer.sendall(export)
            if option == OPTION_GO:
                self.answer(option, REPLY_INFO, struct.pack("!H", 0) + export)
                return self.answer(option, REPLY_ACK)
            self.answer(option, REPLY_ACK if option == OPTION_ABORT else REPLY_UNSUPPORTED)

    def answer(self, option, kind, content=b""):
        self.peer.sendall(struct.pack("!QIII", 0x3E889045565A9, option, kind, len(content)) + content)

    def serve(self):
        self.shake_hands()
        while True:
            _, _, kind, handle, offset, size = struct.unpack("!IHHQQI", self.take(28))
            error, content = 0, b""
            if kind == READ:
                content = self.disk.read(offset, size)
            elif kind == WRITE:
                error = self.disk.write(offset, self.take(size))
            elif kind == FLUSH:
                error = self.disk.flush()
            elif kind == DISCONNECT:
                return
            self.peer.sendall(struct.pack("!IIQ", 0x67446698, error, handle) + content)


def accept(listener, disk):
    while True:
        peer, _ = listener.accept()
        try:
            Connection(peer, disk).serve()
        except (EOFError, ConnectionError):
            pass
        peer.close()


def main():
    disk = Disk(sys.argv[2])
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(sys.argv[1])
    listener.listen()
    threading.Thread(target=accept, args=(listener, disk), daemon=True).start()
    print("ready", flush=True)
    for line in sys.stdin:
        command, *words = line.split()
        if command == "fail":
            disk.due[words[0]] = int(words[1])
        elif command == "cut":
            disk.cut(words[0])
        elif command == "spare":
            disk.due.clear()
        print(disk.hits, flush=True)
        if command == "cut":
            return


if __name__ == "__main__":
    main()
