"""What an open client shows: a snapshot, and what the live events made of it.

Follows api/live.yaml: messages and marks are merged as they come; where an event only names a stream,
what changed is fetched. It keeps whole rooms, so that it can be compared with a snapshot."""

from tests.kit.websocket import WebSocket


class Hole(AssertionError):
    """An event whose version isn't the next one of its stream."""


class Screen:
    def __init__(self, client):
        self.client = client
        self.socket = WebSocket(client).hello()
        self.access_version = None
        self.streams = {}
        self.ask()

    def ask(self):
        """/sync until there is no more."""
        more = True
        while more:
            versions = {name: state["version"] for name, state in self.streams.items()}
            reply = self.client.sync(self.access_version, versions)
            self.access_version = reply["access_version"]
            if "visible" in reply:
                self.streams = {n: s for n, s in self.streams.items() if n in reply["visible"]}
            for change in reply["streams"]:
                self.merge(change)
            more = reply["more"]

    def merge(self, change):
        name = change["stream"]
        have = self.streams.get(name)
        if have is None or change["snapshot"]:
            self.streams[name] = {key: value for key, value in change.items() if key != "snapshot"}
            return self.follow_my_mark(name)
        new = dict(have, version=change["version"])
        if "messages" in change:
            by_seq = {m["seq"]: m for m in [*have["messages"], *change["messages"]]}
            new["messages"] = [by_seq[seq] for seq in sorted(by_seq)]
        if "people" in change:
            by_id = {p["id"]: p for p in [*have["people"], *change["people"]]}
            new["people"] = list(by_id.values())
        new.update({key: change[key] for key in ("room", "settings") if key in change})
        self.streams[name] = new

    def apply(self, event):
        if event["stream"] not in self.streams and event["type"] != "access.changed":
            return  # of a room that /sync hasn't brought yet; it will come with it
        state = self.streams.get(event["stream"])
        if state and event["version"] <= state["version"]:
            return  # known from /sync
        if event["type"] == "talk.marks":
            return self.apply_marks(state, event)  # all at once: a jump is no hole
        if state and event["version"] != state["version"] + 1:
            raise Hole(f"{event} after {state['version']}")
        if event["type"] == "talk.message_posted":
            return self.apply_message(state, event)
        self.ask()

    def apply_message(self, state, event):
        message, room = event["message"], state["room"]
        state["version"] = event["version"]
        state["messages"].append(message)
        room["last"] = message
        room["last_seq"] = message["seq"]
        self.count_unread(state)

    def apply_marks(self, state, event):
        state["version"] = event["version"]
        marks = {mark["person"]: mark for mark in state["marks"]}
        for mark in event["marks"]:
            if further(mark) > further(marks.get(mark["person"])):
                marks[mark["person"]] = mark
        state["marks"] = list(marks.values())
        self.follow_my_mark(event["stream"])

    def follow_my_mark(self, name):
        """What marks say of me moves the room's count."""
        kind, _, number = name.partition(":")
        room = self.streams.get(f"room:{number}")
        if kind != "marks" or room is None:
            return
        mine = max((m["seq"] for m in self.streams[name]["marks"] if m["person"] == self.client.person), default=0)
        if mine > room["room"]["read_seq"]:
            room["room"]["read_seq"] = mine
            self.count_unread(room)

    def count_unread(self, state):
        state["room"]["unread"] = min(100, sum(
            m["author"] != self.client.person and m["seq"] > state["room"]["read_seq"]
            for m in state["messages"]))

    def shown(self):
        """To compare: nothing here depends on the order in which things came, and rooms show as many
        messages as a snapshot brings."""
        shown = {}
        for name, state in self.streams.items():
            state = dict(state)
            if "messages" in state:
                state["messages"] = state["messages"][-40:]
            if "marks" in state:
                members = self.streams[name.replace("marks:", "room:")]["room"]["members"]
                state["marks"] = sorted((m["person"], further(m)) for m in state["marks"]
                                        if m["person"] in members)
            if "people" in state:
                state["people"] = sorted(state["people"], key=lambda person: person["id"])
            shown[name] = state
        return self.access_version, shown

    def snapshot(self):
        """The same, made from nothing."""
        fresh = Screen.__new__(Screen)
        fresh.client, fresh.socket, fresh.access_version, fresh.streams = self.client, None, None, {}
        fresh.ask()
        return fresh.shown()

    def catch_up(self):
        """Applies events until it shows what a snapshot shows. Nothing must be happening meanwhile."""
        aim = self.snapshot()
        while self.shown() != aim:
            try:
                self.apply(self.socket.next())
            except TimeoutError:
                raise AssertionError(f"{differences(self.shown(), aim)}") from None
        return aim

    def close(self):
        self.socket.close()


def further(mark):
    """Marks of one person grow in both."""
    return (mark["seq"], mark.get("joined_seq", 0)) if mark else (-1, 0)


def differences(shown, aim):
    """Where a screen isn't as the snapshot, in short."""
    if shown[0] != aim[0]:
        return f"access version {shown[0]} instead of {aim[0]}"
    return {name: [(key, shown[1].get(name, {}).get(key), value) for key, value in state.items()
                   if shown[1].get(name, {}).get(key) != value]
            for name, state in aim[1].items() if shown[1].get(name) != state} or set(shown[1]) - set(aim[1])
