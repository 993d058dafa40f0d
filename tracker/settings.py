"""All settings. What differs between installations is an environment variable; README.md lists them."""

from pathlib import Path

from tracker import env
from tracker.database import database
from tracker.secret import local_secret

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
MEGABYTE = 2**20
HOUR = 3600
YEAR = 365 * 24 * HOUR

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("TRACKER_DATA", str(BASE_DIR / "var"))).expanduser().resolve()

DEBUG = env.flag("TRACKER_DEBUG")
HTTPS = env.flag("TRACKER_HTTPS")
ADMIN_ENABLED = env.flag("TRACKER_ADMIN", True)  # off: a process that serves the public pages alone
ALLOWED_HOSTS = env.hosts("TRACKER_HOSTS", LOCAL_HOSTS)
SECRET_KEY_IS_LOCAL = not env.text("TRACKER_SECRET_KEY")
SECRET_KEY = env.text("TRACKER_SECRET_KEY") or local_secret(DATA_DIR)

INSTALLED_APPS = [
    "tracker",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "cases",
    "cases.publication",
    "cases.public",
    "importers",
]

# Sessions, messages and users exist under /admin/ only: a public page can neither set a cookie
# nor differ by reader.
MIDDLEWARE = [
    "tracker.headers.PolicyHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracker.desk.DeskSessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tracker.desk.DeskUsers",
    "tracker.desk.DeskMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": database(env.text("DATABASE_URL"), DATA_DIR, pooled=env.flag("TRACKER_POOL"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"].parent.mkdir(mode=0o700, parents=True, exist_ok=True)

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files under static/ get their hash into their name, so that browsers may keep them for ever.
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 15}),
        ("CommonPasswordValidator", {}),
    ]
]
LOGIN_URL = "admin:login"

# Cookies exist on the desk only. The prefix binds them to this host and to HTTPS.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_AGE = 12 * HOUR
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 2 * YEAR if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not “no-referrer”: browsers then send “Origin: null” with a form, which the CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
USE_X_FORWARDED_HOST = False

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a person with a long history is one form of many inlines
DATA_UPLOAD_MAX_NUMBER_FILES = 20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * MEGABYTE

# The log holds what went wrong, never who read what: no query string, no reader's address.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_query": {"()": "tracker.logs.NoQuery"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_query"]}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO" if DEBUG else "WARNING", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
