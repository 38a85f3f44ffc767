"""The only handlers that know Telegram."""

import os

# Else python-telegram-bot warns at every 429 that it will say durations as timedelta one day.
os.environ.setdefault("PTB_TIMEDELTA", "1")
