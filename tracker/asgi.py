"""The application for an ASGI server. It refuses to start with a deployment that the checks call wrong."""

import os

from django.core.asgi import get_asgi_application
from django.core.management import BaseCommand

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
os.environ.setdefault("TRACKER_POOL", "1")

application = get_asgi_application()
BaseCommand().check()
