"""Work that nobody asks for, on two nodes of which one dies or sleeps with it in hand: it happens once.

`access.sweep`, which deletes cards that are over, is made due, and a lock that somebody else has in PostgreSQL
keeps a node from getting on with it for as long as the test likes. Triggers note what was really committed, and by
whom. The lease isn't waited for: its end is moved."""

import os
import signal
import subprocess

from tests.kit.server import wait_until
from tests.nodes.cases import NodesCase

sweep = "kind = 'access.sweep'"
now_ms = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"
day_ms = 24 * 3_600_000
commit_of_lease = 7166104212  # an advisory lock

triggers = f"""
CREATE TABLE done (what TEXT, node TEXT, at BIGINT);
CREATE FUNCTION note_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO done VALUES (TG_TABLE_NAME, current_setting('application_name'), {now_ms});
    RETURN NULL;
END $$;
CREATE TRIGGER card_deleted AFTER DELETE ON access_card FOR EACH ROW EXECUTE FUNCTION note_it();
CREATE TRIGGER job_done AFTER UPDATE ON job FOR EACH ROW
    WHEN (OLD.lease_token <> 0 AND NEW.lease_token = 0 AND NEW.{sweep}) EXECUTE FUNCTION note_it();
CREATE FUNCTION wait_for_us() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_advisory_xact_lock_shared({commit_of_lease});
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER leased AFTER UPDATE OF lease_token ON job DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.lease_token <> OLD.lease_token AND NEW.lease_token <> 0 AND NEW.{sweep}) EXECUTE FUNCTION wait_for_us();
"""


class Held:
    """A lock that somebody else has until `let_go`."""

    def __init__(self, connection, statement):
        self.psql = subprocess.Popen(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", connection],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.psql.stdin.write(f"BEGIN; {statement};\n\\echo held\n")
        self.psql.stdin.flush()
        if self.psql.stdout.readline() != "held\n":
            raise RuntimeError(f"{statement}: exit code {self.psql.wait()}")

    def let_go(self):
        if self.psql.poll() is None:
            self.psql.communicate(timeout=30)


class Jobs(NodesCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sato = cls.nodes.office.sato  # signed in before: that takes a card away, too
        cls.nodes.database.run(triggers)

    def run_sql(self, sql):
        return self.nodes.database.run(sql)

    def hold(self, statement):
        held = Held(self.nodes.database.connection, statement)
        self.addCleanup(held.let_go)
        return held

    def a_card_is_over(self):
        self.nodes.office.card("kato")
        self.run_sql(f"UPDATE access_card SET expires_at = 1 WHERE person_id = {self.nodes.office.ids['kato']}")

    def make_due(self):
        """Since the last sweep a night has gone by. Noted is what happens from here on."""
        self.run_sql(f"UPDATE job SET due_at = {now_ms} - 1000, payload = ({now_ms} - {day_ms})::TEXT WHERE {sweep};"
                     "DELETE FROM done")

    def stuck(self, query):
        """(node, its process at PostgreSQL): which waits for a lock in a statement like this."""
        def look():
            return self.run_sql(
                "SELECT application_name, pid FROM pg_stat_activity WHERE application_name LIKE 'node-_'"
                f" AND datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%{query}%'")
        (name, pid), = wait_until(look, f"a node to be stuck in {query}")
        return int(name.removeprefix("node-")), pid

    def end_lease(self, milliseconds=0):
        """When the lease ends now. A lease whose commit is still under way is waited for: nobody sees it before."""
        (end,), = wait_until(lambda: self.run_sql(
            f"UPDATE job SET lease_until = {now_ms} + {milliseconds}"
            f" WHERE {sweep} AND lease_token <> 0 RETURNING lease_until"), "a lease to move the end of")
        return int(end)

    def done(self):
        return sorted((what, node) for what, node, _ in self.run_sql("SELECT * FROM done"))

    def must_be_done_by(self, node):
        wait_until(lambda: len(self.done()) > 1, "the other node to do it")
        self.assertEqual(self.done(), [("access_card", f"node-{node}"), ("job", f"node-{node}")])

    def row(self):
        row, = self.run_sql("SELECT attempts, lease_token, due_at, payload, due_at - payload::BIGINT"
                            f" FROM job WHERE {sweep}")
        self.assertEqual(row[:2], ["0", "0"])
        self.assertTrue(0 < int(row[4]) <= day_ms, row)  # due again the next night
        return row

    def test_GivenANodeThatIsKilledWithAJobInHand_WhenItsLeaseIsOver_ThenTheOtherDoesItOnce(self):
        self.a_card_is_over()
        held = self.hold("LOCK TABLE access_card IN SHARE MODE")
        self.make_due()
        holder, _ = self.stuck("DELETE FROM access_card")
        server, other = self.nodes.servers[holder], 1 - holder
        server.kill()
        self.addCleanup(lambda: server.process or server.start())
        held.let_go()
        left, = self.run_sql(f"SELECT lease_until - {now_ms} FROM job WHERE {sweep} AND lease_token <> 0")
        self.assertGreater(int(left[0]), 15_000)
        end = self.end_lease(2500)
        self.must_be_done_by(other)
        self.assertGreaterEqual(min(int(at) for *_, at in self.run_sql("SELECT * FROM done")), end)
        self.assertIn('"jobs.taken_over"', self.nodes.servers[other].complaints())
        row = self.row()
        server.start()
        self.at(holder, "sato").group("戻った", self.nodes.office.ids["hara"])
        self.must_be_done_by(other)
        self.assertEqual(self.row(), row)

    def test_GivenANodeThatSleepsPastItsLease_WhenItWakes_ThenItsOldTokenChangesNothing(self):
        self.a_card_is_over()
        held = self.hold(f"DO $$ BEGIN PERFORM pg_advisory_xact_lock({commit_of_lease}); END $$")
        self.make_due()
        sleeper, _ = self.stuck("COMMIT")
        process = self.nodes.servers[sleeper].process.pid
        os.kill(process, signal.SIGSTOP)  # it will find that the job is its own
        self.addCleanup(os.kill, process, signal.SIGCONT)
        held.let_go()
        self.end_lease()
        self.must_be_done_by(1 - sleeper)
        row = self.row()
        self.wake_and_let_it_try(process, sleeper)
        self.must_be_done_by(1 - sleeper)
        self.assertEqual(self.row(), row)

    def wake_and_let_it_try(self, process, sleeper):
        """It is seen to ask whether the job is still its own, and let go on, to the end of that transaction."""
        asking = "lease_token = $4 FOR UPDATE"
        held = self.hold("LOCK TABLE job IN ACCESS EXCLUSIVE MODE")
        os.kill(process, signal.SIGCONT)
        node, asker = self.stuck(asking)
        self.assertEqual(node, sleeper)
        held.let_go()
        wait_until(lambda: not self.run_sql(
            f"SELECT 1 FROM pg_stat_activity WHERE pid = {asker} AND (query LIKE '%{asking}%' OR state <> 'idle')"),
            "the transaction to end")
