"""Hold where updates are pushed to and how that went. It pushes nothing."""

import dataclasses
import datetime as dt

DEFAULT_CONNECTIONS = 40


@dataclasses.dataclass(slots=True)
class WebhookSettings:
    """Hold the webhook; an empty url means there is none."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    last_error_at: dt.datetime | None = None
    last_error: str = ""
    generation: int = 0

    def change(self, *, url: str, secret_token: str, max_connections: int) -> None:
        """Point elsewhere, or nowhere with an empty url, and forget past failures."""
        self.url = url
        self.secret_token = secret_token
        self.max_connections = max_connections
        self.last_error_at = None
        self.last_error = ""
        self.generation += 1
