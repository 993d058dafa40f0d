#!/usr/bin/env python3
"""Django's command line. An unusable setting or database is told in one sentence, exit code 2."""

import importlib
import os
import sys


def main() -> None:
    """Run the management command of the arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        from django.core.management import execute_from_command_line
        from django.db import OperationalError

        from tracker.env import SettingError
    except ImportError as missing:
        sys.exit(f"{missing}. Run “make install”, then use .venv/bin/python.")
    try:
        importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except SettingError as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(2)
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as problem:
        if "--traceback" in sys.argv:
            raise
        print(f"Database: {str(problem).strip()}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
