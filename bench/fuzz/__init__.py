"""Damaged and hostile files against the reader's promise: every file ends in a document or in a clear refusal, within limits."""
