"""Django's settings, read from the environment that `./zv` prepares. Secure unless said otherwise."""

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from . import terms

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("ZV_DATA", ROOT / "var"))

DEMO = os.environ.get("ZV_DEMO") == "1"
DEBUG = False
SECRET_KEY = os.environ.get("ZV_SECRET_KEY", "only-for-commands-that-sign-nothing")
PORT = os.environ.get("ZV_PORT", "8000")
LIVE_PORT = os.environ.get("ZV_LIVE_PORT", "8001")
ADDRESS = os.environ.get("ZV_ADDRESS", f"http://127.0.0.1:{PORT}")
LIVE_ADDRESS = os.environ.get("ZV_LIVE_ADDRESS", "")
ALLOWED_HOSTS = os.environ.get("ZV_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
SECURE = ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "zorgverband.base",
    "zorgverband.ui",
    "zorgverband.people",
    "zorgverband.journal",
    "zorgverband.networks",
    "zorgverband.sharing",
    "zorgverband.membership",
    "zorgverband.safety",
    "zorgverband.agenda",
    "zorgverband.agreements",
    "zorgverband.control",
    "zorgverband.record",
    "zorgverband.advice",
    "zorgverband.carers",
    "zorgverband.talks",
    "zorgverband.complaints",
    "zorgverband.papers",
    "zorgverband.album",
    "zorgverband.plan",
    "zorgverband.handovers",
    "zorgverband.helping",
    "zorgverband.bottlenecks",
    "zorgverband.meetings",
    "zorgverband.programmes",
    "zorgverband.organisations",
    "zorgverband.notifications",
    "zorgverband.privacy",
    "zorgverband.export",
    "zorgverband.requests",
    "zorgverband.home",
    "zorgverband.offline",
    "zorgverband.fhir",
    "zorgverband.demo",
]

MIDDLEWARE = [
    "zorgverband.config.head.Head",
    "zorgverband.config.middleware.SecurityHeaders",
    "zorgverband.config.middleware.Waited",
    "zorgverband.config.middleware.Packed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zorgverband.config.middleware.PlainCsrf",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zorgverband.config.middleware.Reading",
    "zorgverband.config.middleware.Visits",
    "allauth.account.middleware.AccountMiddleware",
    "zorgverband.config.middleware.Refusals",
]

ROOT_URLCONF = "zorgverband.config.urls"
WSGI_APPLICATION = "zorgverband.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "zorgverband.ui.environment.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]


def _database(dsn: str) -> dict[str, object]:
    parts = conninfo_to_dict(dsn)
    named = {"dbname", "user", "password", "host", "port"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", "zorgverband"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        # Whatever else the address says, such as sslmode.
        "OPTIONS": {name: value for name, value in parts.items() if name not in named},
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # One request is one transaction: what is shown, what is logged and what is changed
        # stand or fall together.
        "ATOMIC_REQUESTS": True,
    }


# Only commands that change tables and locks run as the owner; everything else as the application.
_OWNER = os.environ.get("ZV_AS") == "owner"
DATABASES = {"default": _database(os.environ.get("ZV_OWNER_DSN" if _OWNER else "ZV_APP_DSN", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# The address is unique whatever its capitals (a constraint of the database).
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "zorgverband.people.sign_in.Adapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# To an address we do not know goes no mail either.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# There is no sign-up page to send somebody without an account to.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "outside_answer": "30/m/ip",
}
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60

# Care and social professionals read and act only after a second factor. In a demo, where nobody is
# real, only when asked.
SECOND_FACTOR = os.environ.get("ZV_SECOND_FACTOR", "0" if DEMO else "1") == "1"
MFA_ADAPTER = "zorgverband.people.second_factor.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
# Browsers know passkeys over https and on localhost; on a test server they may come over http.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
# Who gets an account proves the address by the invitation.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Zorgverband"
MFA_TOTP_TOLERANCE = 1

# Signing in through an organisation (OpenID Connect), when it is configured.
OIDC_ID = "organisatie"
OIDC_NAME = os.environ.get("ZV_OIDC_NAME", "")


def _pairs(text: str) -> dict[str, str]:
    """'care=substantial,social=high' as a dictionary."""
    return dict(pair.rsplit("=", 1) for pair in text.split(",") if pair)


# How sure one must be for which side, and which words of the provider (`acr`) mean which level.
OIDC_LEVELS = {"care": "substantial", "social": "substantial", "client": "low", "family": "low"}
OIDC_LEVELS |= _pairs(os.environ.get("ZV_OIDC_LEVELS", ""))
OIDC_ACR = {level: level for level in ("low", "substantial", "high")}
OIDC_ACR |= {f"http://eidas.europa.eu/LoA/{level}": level for level in OIDC_ACR.copy()}
OIDC_ACR |= _pairs(os.environ.get("ZV_OIDC_ACR", ""))
SOCIALACCOUNT_ADAPTER = "zorgverband.people.provider.Adapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_ID,
                "name": OIDC_NAME,
                "client_id": os.environ.get("ZV_OIDC_CLIENT", ""),
                "secret": os.environ.get("ZV_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ.get("ZV_OIDC_ISSUER", "")},
            }
        ],
    }
}
# How long things last; the locks know it too.
TERMS = terms.from_environment()
SESSION_ENGINE = "zorgverband.people.sessions"
# On a shared device somebody who does nothing for this many seconds is signed out.
SHARED_IDLE = int(os.environ.get("ZV_SHARED_IDLE", "300"))
# Where "Snel weg" leads: a page that anybody may be looking at.
QUICK_EXIT = os.environ.get("ZV_QUICK_EXIT", "https://www.buienradar.nl/")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "zorgverband.config.failures.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
PASSWORD_RESET_TIMEOUT = 60 * 60

LANGUAGE_CODE = "nl"
# Each in its own name, as the foot of every page offers them.
LANGUAGES = [("nl", "Nederlands"), ("nl-simple", "Eenvoudig Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "zorgverband" / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

# Shared by the page processes: how often somebody tried to sign in.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA / "cache"),
        # What it holds are limits on guessing: of more than this it drops a third by chance.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

STORAGES = {
    "default": {
        "BACKEND": os.environ.get("ZV_STORAGE", "django.core.files.storage.FileSystemStorage"),
        "OPTIONS": {"location": str(DATA / "files"), "base_url": None}
        if "ZV_STORAGE" not in os.environ
        else {},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
# Each photo is made new, which takes a second: no more at once than anybody chooses.
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Without a mail server every mail is a file under the data directory.
EMAIL_HOST = os.environ.get("ZV_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("ZV_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("ZV_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ZV_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("ZV_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "zorgverband.notifications.sink.Sink"
)
MAIL_SINK = DATA / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("ZV_MAIL_FROM", "Zorgverband <zorgverband@localhost>")

# Messages on devices (Web Push): what our key is made from; without it there are none. Push services
# that may be reached over plain http or on a closed network, for tests and for who runs one.
PUSH_KEY = os.environ.get("ZV_PUSH_KEY", "")
PUSH_TRUSTED = [one for one in os.environ.get("ZV_PUSH_TRUSTED", "").split(",") if one]

PROCRASTINATE_ON_APP_READY = None
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
# Mail servers can be slow: while one job waits for one, others go on.
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": 3,
    "delete_jobs": "successful",
    # Procrastinate passes over a call that comes while it looks for a job; so it looks often.
    "fetch_job_polling_interval": 1.0,
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": 20.0,
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"nameless": {"()": "zorgverband.config.failures.Nameless"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["nameless"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
