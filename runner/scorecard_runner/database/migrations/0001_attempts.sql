-- The fence, the history and the cache of our own: which pod may write the result of an upload, and how each attempt
-- ended. No foreign key to uploads: that table is the backend's, and a REFERENCES grant would be one more to ask for.
CREATE TABLE scorecard_ocr.attempts (
    upload_id      uuid        NOT NULL,
    attempt        integer     NOT NULL CHECK (attempt >= 1),
    pod_uid        text        NOT NULL,
    claimed_at     timestamptz NOT NULL DEFAULT now(),
    finished_at    timestamptz,
    outcome        text        NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'parsed', 'failed', 'abandoned')),
    reason         text,
    content_sha256 text,
    engine         text,
    summary        jsonb,
    PRIMARY KEY (upload_id, attempt),
    CHECK ((outcome = 'running') = (finished_at IS NULL))
);

CREATE INDEX attempts_by_content ON scorecard_ocr.attempts (content_sha256, engine) WHERE outcome = 'parsed';
