"""The application for a WSGI server. It refuses to start with a deployment that the checks call wrong."""

import os

from django.core.management import BaseCommand
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
os.environ.setdefault("TRACKER_POOL", "1")

application = get_wsgi_application()
BaseCommand().check()
