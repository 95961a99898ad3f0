"""The audit chain, retention and many processes."""
