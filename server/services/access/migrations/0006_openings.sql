-- How a session was opened: card, password, passkey; '' by a program before this one. Whoever has just come in by a
-- card may choose a password without the forgotten one.
ALTER TABLE access_session ADD COLUMN opened_by TEXT NOT NULL DEFAULT '';
