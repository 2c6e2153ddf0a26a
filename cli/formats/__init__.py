"""A Review in, text or bytes out; one file a format, no judgement."""
