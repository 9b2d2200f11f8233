-- Whose picture was deleted from the object storage, so that `scorecard-runner prune-objects` asks for each once only.
CREATE TABLE scorecard_ocr.deleted_objects (
    upload_id  uuid        PRIMARY KEY,
    deleted_at timestamptz NOT NULL DEFAULT now()
);
