-- needs: services/policy/0001
-- Clauses whose hints somebody doesn't want to see any more.
CREATE TABLE policy_dismissal (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    clause_id TEXT   NOT NULL,
    PRIMARY KEY (org_id, person_id, clause_id)
);
