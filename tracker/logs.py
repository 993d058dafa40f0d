"""Keeps what readers looked for out of the log."""

import logging
import re

QUERY = re.compile(r"\?[^\s\"']+")


class NoQuery(logging.Filter):
    """Cuts query strings out of every message."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = QUERY.sub("?…", record.getMessage())
        record.args = ()
        return True
