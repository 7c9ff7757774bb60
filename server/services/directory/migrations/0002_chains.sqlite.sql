-- needs: services/audit/0001
-- Organisations made before anything was recorded: their chains begin here, without a row.
INSERT INTO audit_head (org_id, seq, hash) SELECT org_id, 0, X'' FROM directory_org;
