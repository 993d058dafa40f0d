"""What reading a document can raise."""


class ReadError(Exception):
    """A document could not be read; the message is one sentence that names it."""
