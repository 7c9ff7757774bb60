"""When two answers of different runs are the same.

They must be equal, byte by byte and in length, but for what no two runs have in common:
- ids, which become "id#N" in the order in which a run first shows them (so order and identity count);
- instants, codes of cards, secrets of sessions and devices, ids of requests, and the server's port, which become words."""

import re

drawn = re.compile(
    r"(?P<card>\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){4}\b)|(?P<secret>(?:(?<=horenso_session=)|(?<=horenso_device=)|(?<=horenso_display=))[^;\s]+)"
    r"|(?P<id>\b[1-9]\d{14,18}\b)|(?P<instant>\b1\d{12}\b)|(?P<port>(?<=127\.0\.0\.1:)\d+)")
not_compared = ("X-Request-Id", "Date")


class Names:
    """Of one run: what its ids are called."""

    def __init__(self):
        self.ids = {}

    def same(self, text):
        return drawn.sub(self.word, text)

    def word(self, found):
        kind, value = found.lastgroup, found.group()
        if kind != "id":
            return f"({kind})"
        return self.ids.setdefault(value, f"id#{len(self.ids) + 1}")

    def reply(self, reply):
        headers = [f"{name}: {value}" for name, value in reply.headers.items() if name not in not_compared]
        body = reply.content.decode(errors="replace").replace(reply.headers["X-Request-Id"], "(request)")
        return reply.status, self.same("\n".join(headers)), self.same(body), len(reply.content)
