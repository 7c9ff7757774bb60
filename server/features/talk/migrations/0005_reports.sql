-- 通報 (clause B8): messages that somebody showed to the administrators.
CREATE TABLE talk_report (
    org_id      BIGINT NOT NULL,
    report_id   BIGINT NOT NULL,
    room_id     BIGINT NOT NULL,
    seq         BIGINT NOT NULL,
    reporter_id BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    reported_at BIGINT NOT NULL,
    closed_by   BIGINT,           -- NULL: open
    closed_at   BIGINT,
    outcome     TEXT,
    PRIMARY KEY (org_id, report_id)
);
CREATE UNIQUE INDEX talk_report_once ON talk_report (org_id, room_id, seq, reporter_id);
