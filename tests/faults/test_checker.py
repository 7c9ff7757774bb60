"""The checker finds what is planted for it, each by its own rule."""

import unittest

from tests.faults.checker import Checker, Send, rules


def world():
    """Two clients, four sends, all stored and acknowledged, one after the other."""
    sends = [Send(client=n % 2, number=n // 2, room="7", key=f"k{n}", body=f"b{n}", began=n, ended=n + 0.5,
                  seq=n + 1) for n in range(4)]
    log = [{"room": "7", "seq": s.seq, "version": s.seq + 1, "author": "1", "body": s.body,
            "client_key": s.key} for s in sends]
    return sends, log


class PlantedFaults(unittest.TestCase):
    def found(self, sends, log, heard=()):
        return {rule for rule, _ in Checker(sends, {"7": log}, heard).check()}

    def test_GivenAllIsWell_WhenChecked_ThenNothingIsFound(self):
        sends, log = world()
        self.assertEqual(self.found(sends, log, [log[1:]]), set())
        sends[3].seq = sends[3].ended = None  # nobody knows: stored or not, both are right
        self.assertEqual(self.found(sends, log), set())
        self.assertEqual(self.found(sends, log[:3]), set())

    def test_GivenALostMessage_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        self.assertEqual(self.found(sends, log[:3]), {rules[0]})

    def test_GivenADoubledMessage_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        self.assertIn(rules[1], self.found(sends, [*log, dict(log[3], seq=5, version=6)]))

    def test_GivenAMessageNobodySent_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        self.assertIn(rules[2], self.found(sends, [*log, dict(log[3], seq=5, version=6, client_key="x")]))
        self.assertIn(rules[2], self.found(sends, [*log[:3], dict(log[3], body="another")]))

    def test_GivenAHole_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        self.assertIn(rules[3], self.found(sends, [log[0], *log[2:]]))
        self.assertEqual(self.found(sends, [*log[:3], dict(log[3], version=4)]), {rules[3]})

    def test_GivenSwappedMessages_WhenChecked_ThenOrderIsFound(self):
        sends, log = world()
        for send in sends:
            send.ended = send.seq = None
        swapped = [dict(log[place], seq=seq, version=seq + 1)
                   for seq, place in enumerate((2, 1, 0, 3), 1)]
        self.assertEqual(self.found(sends, swapped), {rules[4]})

    def test_GivenAMessageBeforeOneThatHadEnded_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        for seq, place in enumerate((1, 0, 2, 3), 1):
            sends[place].seq = seq
        swapped = [dict(log[place], seq=seq, version=seq + 1) for seq, place in enumerate((1, 0, 2, 3), 1)]
        self.assertEqual(self.found(sends, swapped), {rules[5]})

    def test_GivenWhatWasHeardAndIsNotStored_WhenChecked_ThenItIsFound(self):
        sends, log = world()
        self.assertEqual(self.found(sends, log, [[log[0], log[2]]]), {rules[6]})
        sends[3].seq = sends[3].ended = None
        self.assertEqual(self.found(sends, log[:3], [log]), {rules[6]})
