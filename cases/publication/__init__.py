"""The gate: from the record to the log of published versions and the rows that the public side reads."""
