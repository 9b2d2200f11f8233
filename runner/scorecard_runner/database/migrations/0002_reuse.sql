-- What it takes to give the same file its result without reading it again: whose it is, and a hash of the document as it
-- was stored, by which a row is known whose document somebody has changed since.
ALTER TABLE scorecard_ocr.attempts
    ADD COLUMN tenant          text,
    ADD COLUMN document_sha256 text,
    ADD COLUMN reused_from     uuid;

DROP INDEX scorecard_ocr.attempts_by_content;
CREATE INDEX attempts_by_content ON scorecard_ocr.attempts (content_sha256, engine) WHERE content_sha256 IS NOT NULL;
