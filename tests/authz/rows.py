"""Every row that an organisation has, to see that a request changed none."""

import sqlite3

# Failed tries to sign in are counted, a session says when it was last used, and as time goes by people close and open.
not_compared = {"access_attempt": None, "access_session": ("last_seen_at",),
                "notify_look": None, "notify_closed": None}


class Rows:
    """Reads beside the running server."""

    def __init__(self, database):
        self.database = database
        self.sql = None

    def of(self, org):
        """Table → its rows of this organisation as one text."""
        if self.sql is None:
            self.sql = self.everything_by_org()
        return dict(self.ask(self.sql.replace("$org", str(int(org)))))

    def ask(self, sql):
        if self.database.name != "SQLite":
            return [tuple(row) for row in self.database.run(sql)]
        connection = sqlite3.connect(f"file:{self.database.file}?mode=ro", uri=True)
        try:
            return [(table, repr(rows)) for table, rows in connection.execute(sql)]
        finally:
            connection.close()

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
        for table, column in self.ask(sql):
            tables.setdefault(table, []).append(column.strip("'"))
        return tables

    def select(self, table, columns):
        if self.database.name == "SQLite":
            row = " || '|' || ".join(f"quote({column})" for column in columns)
            return (f"SELECT '{table}', (SELECT group_concat(line, char(10)) FROM"
                    f" (SELECT {row} AS line FROM {table} WHERE org_id = $org ORDER BY 1))")
        row = f"ROW({', '.join(columns)})::text"
        return (f"SELECT '{table}', md5(string_agg({row}, chr(10) ORDER BY {row}))"
                f" FROM {table} WHERE org_id = $org")
