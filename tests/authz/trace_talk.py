"""What people do in rooms, in a day that is drawn from a seed."""

rooms = "/api/v1/talk/rooms"


class TalkTrace:
    def room(self, rest=""):
        return f"{rooms}/{self.dice.choice(self.rooms)}{rest}"

    def make_group(self):
        draft = {"kind": "group", "name": f"係{len(self.rooms)}", "members": self.others(), "client_key": self.key()}
        creator = self.somebody()
        self.drafts.append((creator, draft))
        self.rooms.append(self.ask(creator, "POST", rooms, draft).json["id"])
        self.masters.append((self.rooms[-1], creator))

    def repeat_room(self):
        creator, draft = self.dice.choice(self.drafts)
        who = self.dice.choice([creator, self.somebody()])
        reply = self.ask(who, "POST", rooms, draft)
        if reply.status == 201 and reply.json["id"] not in self.rooms:
            self.rooms.append(reply.json["id"])

    def make_direct(self):
        draft = {"kind": "direct", "members": self.others()[:1], "client_key": self.key()}
        reply = self.ask(self.somebody(), "POST", rooms, draft)
        if reply.status == 201 and reply.json["id"] not in self.rooms:
            self.rooms.append(reply.json["id"])

    def post(self):
        self.ask(self.somebody(), "POST", self.room("/messages"),
                 {"body": f"話{self.dice.randint(0, 99)}", "client_key": self.key()})

    def repeat(self):
        self.ask(self.somebody(), "POST", self.room("/messages"),
                 {"body": f"話{self.dice.randint(0, 2)}", "client_key": self.dice.choice(self.keys)})

    def read(self):
        self.ask(self.somebody(), "PUT", self.room("/reading"), {"seq": self.dice.randint(0, 9)})

    def history(self):
        query = self.dice.choice(["", "?limit=3", "?before=4", "?after=0&limit=5", "?after=1"])
        self.ask(self.somebody(), "GET", self.room("/messages") + query)

    def readers(self):
        self.ask(self.somebody(), "GET", self.room(f"/messages/{self.dice.randint(1, 5)}/readers"))

    def list_rooms(self):
        self.ask(self.somebody(), "GET", rooms)

    def get_room(self):
        self.ask(self.somebody(), "GET", self.room())

    def add(self):
        self.ask(self.somebody(), "POST", self.room("/members"), {"people": self.others()})

    def remove(self):
        self.ask(self.somebody(), "DELETE", self.room(f"/members/{self.others()[0]}"))

    def leave(self):
        client = self.somebody()
        self.ask(client, "DELETE", self.room(f"/members/{client.person}"))

    def led(self):
        """A group, and somebody who may lead it."""
        room, master = self.dice.choice(self.masters)
        return f"{rooms}/{room}", self.dice.choice([master, master, self.somebody()])

    def group(self):
        """What somebody says of a group, and what everybody finds."""
        room, who = self.led()
        wish = {"name": f"係{self.dice.randint(0, 9)}", "edited": self.dice.randint(0, 1), "purpose": "いろいろ",
                "visibility": self.dice.choice(["listed", "listed", "unlisted"])}
        self.ask(who, "PUT", f"{room}/group", wish)
        self.ask(self.somebody(), "GET", "/api/v1/talk/groups")
        self.ask(self.somebody(), "GET", f"{room}/members")

    def lead(self):
        room, who = self.led()
        self.ask(who, "PUT", f"{room}/deputy", {"person": self.others()[0]})
        if self.dice.randint(0, 1):
            self.ask(who, "PUT", f"{room}/master", {"person": self.others()[0]})

    def ask_to_join(self):
        room, who = self.led()
        asker, path = self.somebody(), f"/api/v1/talk/groups/{room.removeprefix(rooms + '/')}/request"
        self.ask(asker, "PUT", path, {"words": "入れてください"})
        self.ask(who, "PUT", f"{room}/requests/{asker.person}", {"answer": self.dice.choice(["yes", "no"])})
        self.ask(self.somebody(), "DELETE", path)
