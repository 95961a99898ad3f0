"""What an auditor relies on: the chain, retention, backups, metrics."""
