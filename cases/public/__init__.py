"""The public pages, exports and filters. They read publications and nothing else."""
