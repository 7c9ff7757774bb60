"""Sends as fast as asked, over many connections in one thread: closed (each sends again when answered) or open
(so many a second, whatever the server does)."""

import collections
import json
import select
import socket
import time
import uuid

from tests.faults.history import digest, now

key_place = "00000000-0000-4000-8000-000000000000"


class Line:
    """One connection of one person; at most one send under way."""

    def __init__(self, p, address, member, room, body):
        self.p, self.room = p, room
        host = f"{address[0]}:{address[1]}"
        content = json.dumps({"body": body, "client_key": key_place}, ensure_ascii=False).encode()
        head = (f"POST /api/v1/talk/rooms/{room}/messages HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
                f"Cookie: {member.cookie}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n")
        self.before, self.after = (head.encode() + content).split(key_place.encode())
        self.socket = socket.create_connection(address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.told = b""
        self.key = self.began = self.due = None

    def send(self, due):
        self.key = str(uuid.uuid4())
        self.began, self.due, self.told = now(), due, b""
        self.socket.sendall(self.before + self.key.encode() + self.after)

    def receive(self):
        """(status, whether it says when to come again, the place), or None while more is to come."""
        got = self.socket.recv(65536)
        if not got:
            raise ConnectionError("a connection was closed")
        self.told += got
        head, found, body = self.told.partition(b"\r\n\r\n")
        if not found or len(body) < int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]):
            return None
        status = int(head[9:12])
        return status, b"retry-after:" in head.lower(), json.loads(body)["seq"] if status == 201 else None


class Flood:
    def __init__(self, history, address, members, rooms, count, letters, first_p):
        self.history = history
        body = "波" * letters
        self.digest = digest(body)
        self.lines = [Line(first_p + n, address, members[n % len(members)], rooms[n % len(rooms)], body)
                      for n in range(count)]
        self.by_descriptor = {line.socket.fileno(): line for line in self.lines}
        self.poll = select.epoll()
        for n, line in enumerate(self.lines):
            self.poll.register(line.socket.fileno(), select.EPOLLIN)
            history.write(f="is", p=line.p, person=members[n % len(members)].person, t0=now(), t1=now())
        self.busy = 0

    def closed(self, seconds, width):
        """Sends kept a second."""
        answered = self.run(seconds, collections.deque(self.lines[:width]), None)[0]
        return sum(status == 201 for status, _, _ in answered) / seconds

    def open(self, seconds, rate):
        """Answers as (status, says when to come again, seconds since due), and how many found no free line."""
        return self.run(seconds, collections.deque(self.lines), rate)

    def run(self, seconds, idle, rate):
        answered, waited = [], 0
        began = due = time.monotonic()
        while (moment := time.monotonic()) < began + seconds:
            while idle and (rate is None or due <= moment):
                idle.popleft().send(moment if rate is None else due)
                self.busy += 1
                due += 1 / rate if rate else 0
            if rate and due < moment:  # who finds no line waits outside
                waited += int((moment - due) * rate)
                due = moment
            idle.extend(self.take(answered, 0.001))
        while self.busy:  # what is under way comes to its end, and doesn't count
            self.take([], 1)
        return answered, waited

    def take(self, answered, patience):
        """Lines that are free again."""
        free = []
        for descriptor, _ in self.poll.poll(patience):
            line = self.by_descriptor[descriptor]
            answer = line.receive()
            if answer is None:
                continue
            self.busy -= 1
            free.append(line)
            status, again, seq = answer
            ended = now()
            answered.append((status, again, ended - line.due))
            self.history.write(p=line.p, t0=line.began, t1=ended, f="send", room=line.room, key=line.key,
                               h=self.digest, st="ok" if status == 201 else "fail", seq=seq)
        return free

    def close(self):
        for line in self.lines:
            line.socket.close()
        self.poll.close()
