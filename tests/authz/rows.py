"""Every row that an organisation has, to see that a request changed none."""

import sqlite3

# Failed tries to sign in are counted, a session says when it was last used and in which browser, and as time goes by
# people close and open.
not_compared = {"access_attempt": None, "access_session": ("last_seen_at", "client"), "access_sighting": None,
                "notify_look": None, "notify_closed": None}


class Rows:
    """Reads beside the running server."""

    def __init__(self, server):
        self.server = server
        self.database = server.database
        self.sql = None
        self.line, self.life = None, server.lives
        self.last = {}  # organisation → what nobody has written to since, and its rows

    def of(self, org):
        """Table → a text that is another when any of its rows of this organisation is."""
        if self.sql is None:
            self.sql = self.prepared(self.everything_by_org())
        if self.life != self.server.lives:
            self.begin_anew()
        written = self.written()
        known, rows = self.last.get(org, (None, None))
        if known != written:
            rows = dict(self.ask(self.sql.replace("$org", str(int(org)))))
            self.last[org] = (written, rows)
        return rows

    def begin_anew(self):
        """The server was started again, and what others read its log by (`-shm`) is another file."""
        if self.line:
            self.line.close()
        self.line, self.life = None, self.server.lives
        self.last.clear()

    def written(self):
        """Another whenever anything was written to the database."""
        if self.database.name != "SQLite":
            return self.ask("SELECT pg_current_snapshot(), 0")[0][0]
        return self.ask("PRAGMA data_version")[0][0]

    def ask(self, sql):
        if self.database.name != "SQLite":
            return [tuple(row) for row in self.database.run(sql)]
        if self.line is None:  # while the server runs: without one there is nothing to read beside
            self.line = sqlite3.connect(f"file:{self.database.file}?mode=ro", uri=True)
        return self.line.execute(sql).fetchall()

    def prepared(self, sql):
        """PostgreSQL takes longer to plan so many tables than to read them."""
        if self.database.name == "SQLite":
            return sql
        self.ask(f"SET plan_cache_mode = force_generic_plan; PREPARE everything (bigint) AS {sql.replace('$org', '$1')}")
        return "EXECUTE everything ($org)"

    def everything_by_org(self):
        selects = []
        for table, columns in self.tables().items():
            skipped = not_compared.get(table, ())
            if skipped is None or "org_id" not in columns:
                continue
            kept = [column for column in columns if column not in skipped]
            selects.append(self.select(table, kept))
        return " UNION ALL ".join(selects)

    def tables(self):
        sql = ("SELECT table_name, column_name FROM information_schema.columns"
               " WHERE table_schema = 'public' ORDER BY 1, ordinal_position")
        if self.database.name == "SQLite":
            sql = ("SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                   " WHERE m.type = 'table' ORDER BY 1, c.cid")
        tables = {}
        for table, column in self.database.run(sql):
            tables.setdefault(table, []).append(column)
        return tables

    def select(self, table, columns):
        if self.database.name == "SQLite":
            row = " || '|' || ".join(f"quote({column})" for column in columns)
            return f"SELECT '{table}', (SELECT group_concat({row}, char(10)) FROM {table} WHERE org_id = $org)"
        row = f"hashtextextended(ROW({', '.join(columns)})::text, 0)"  # as a sum, since sorting is slow
        return f"SELECT '{table}', COUNT(*) || ' ' || COALESCE(SUM({row}), 0) FROM {table} WHERE org_id = $org"
