"""People who are taken out of rooms and brought back, and sessions that are ended, while others talk."""

import http.client
import random
import subprocess
import threading
import time

from tests.faults.driver import Member, later
from tests.faults.history import now
from tests.faults.wire import Cut, Down, Wire
from tests.kit.client import Client

watching = {"read": 6, "look": 2, "sync": 2}
unknown_or_later = {500, *later}


class Turnover(threading.Thread):
    """`master` made the rooms; `victims` come and go; `guest` gives a member with a session of its own."""

    def __init__(self, driver, master, victims, guest, seed):
        super().__init__(name="turnover", daemon=True)
        self.driver, self.victims, self.guest = driver, victims, guest
        self.random = random.Random(f"{seed}/turnover")
        self.wire = Wire(driver.addresses, master.cookie)
        self.sessions = 0
        for victim in victims:
            driver.clients.append(driver.join(victim, watching, may_go=True))
            driver.listeners.append(driver.listen(victim, may_go=True))

    def run(self):
        try:
            while not self.driver.stopping.is_set():
                if self.random.random() < 0.8:
                    self.take_out_and_back(self.random.choice(self.victims), self.random.choice(self.driver.rooms))
                else:
                    self.end_a_session()
        except Exception as error:
            self.driver.broken.append(f"turnover: {type(error).__name__} {error}")
            raise
        finally:
            self.wire.leave()

    def take_out_and_back(self, victim, room):
        members = f"/api/v1/talk/rooms/{room}/members"
        began = now()
        if self.insist(self.wire, "DELETE", f"{members}/{victim.person}", None, 204, 404) is None:
            return self.note("remove", began, "info", room=room, whom=victim.person)
        gone = now()
        seen = self.insist(self.wire, "GET", f"/api/v1/talk/rooms/{room}", None, 200)
        place = seen["last_seq"] if seen else None  # what was said later has a place above
        self.driver.history.write(p=0, f="remove", t0=began, t1=gone, st="ok", room=room, whom=victim.person,
                                  place=place)
        time.sleep(self.random.uniform(0.02, 0.15))
        began = now()
        back = self.insist(self.wire, "POST", members, {"people": [victim.person]}, 200)
        self.note("add", began, "ok" if back else "info", room=room, whom=victim.person)
        time.sleep(self.random.uniform(0.02, 0.15))

    def end_a_session(self):
        guest = self.guest()
        if guest is None:  # another time
            return time.sleep(0.05)
        self.sessions += 1
        name = f"s{self.sessions}"
        client = self.driver.join(guest, watching, s=name)
        listener = self.driver.listen(guest, s=name)
        listener.start()
        client.start()
        time.sleep(self.random.uniform(0.05, 0.3))
        began = now()
        wire = Wire(self.driver.addresses, guest.cookie)
        ended = self.insist(wire, "DELETE", "/api/v1/session", None, 204, 401)
        self.note("sign_out", began, "info" if ended is None else "ok", ended=name)
        self.driver.stopping.wait(1.5)  # what comes after a second is found
        client.leaving.set()
        listener.ended.set()
        for thread in (client, listener):
            thread.join()
        wire.leave()

    def insist(self, wire, method, path, body, *wanted):
        """What the reply says ({} if nothing), asked again while nobody knows; None if time was up."""
        while not self.driver.deadline or now() < self.driver.deadline:
            try:
                status, said = wire.ask(method, path, body)
                if status in wanted:
                    return said or {}
            except (Cut, Down):
                pass
            time.sleep(0.02)
        return None

    def note(self, f, began, st, **more):
        self.driver.history.write(p=0, f=f, t0=began, t1=now(), st=st, **more)


def let_keeper_in(office):
    try:
        office.let_keeper_in()
    except (AssertionError, OSError, http.client.HTTPException, subprocess.TimeoutExpired):
        pass  # nobody answers: another time


def guests(office, login, surprise):
    """For `guest`: each time another session of this person; None while nobody answers, or "not now" is said.
    Any other refusal goes to `surprise`."""
    def enter():
        keeper, guest = Client(office.server, office.keeper.cookie), Client(office.server)
        try:
            card = keeper.post(f"/api/v1/directory/people/{office.ids[login]}/card")
            reply = card if card.status >= 300 else guest.sign_in(card.json["code"])
        except (OSError, http.client.HTTPException):
            return None
        if reply.status >= 300:
            if reply.status == 403 and reply.code == "access.sign_in_again":  # ten minutes after signing in it is asked who that is
                let_keeper_in(office)
            elif reply.status not in unknown_or_later:
                surprise(f"a guest was refused with {reply.status} {reply.code}")
            return None
        return Member(guest.person, guest.cookie)
    return enter
