"""Hand updates to the bot and remember where to push them. Pushing itself is done by the webhook sender."""

import asyncio
import re

from sandbox.telegram.errors import Json, bad_request, conflict
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State
from sandbox.telegram.webhook_settings import DEFAULT_CONNECTIONS
from sandbox.telegram.wire import unix

MAX_UPDATES = 100
MAX_CONNECTIONS = 100
MAX_SECRET = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_WEBHOOK_URL = re.compile(r"https?://[^/\s:?#]+(?::(\d+))?([/?#].*)?", re.IGNORECASE)
_WEBHOOK_PORTS = frozenset({443, 80, 88, 8443})
_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(state: State, parameters: Parameters) -> list[Json]:
    """Return updates from the offset on, waiting for the first one when asked to."""
    if state.webhook.url:
        raise conflict(_ACTIVE)
    _remember_kinds(state, parameters)
    offset = parameters.integer("offset")
    limit = parameters.integer("limit", MAX_UPDATES)
    limit = min(max(limit, 1), MAX_UPDATES) if limit else MAX_UPDATES
    timeout = min(max(parameters.integer("timeout"), 0), state.limits.poll_timeout_max_seconds)
    if state.limits.has_same_offset_rule:
        timeout, limit = state.queue.repeats.adjust(offset, timeout, limit)
    if state.queue.end_poll("other getUpdates request"):
        await asyncio.sleep(state.queue.conflict_pause(state.limits.poll_conflict_delay_seconds))
    if offset < 0:
        state.queue.keep_last(-offset)
    elif offset > 0:
        state.queue.confirm_below(offset)
    if timeout and not state.queue.count(state.now):
        await state.queue.wait(timeout)
    return [update.body() for update in state.queue.pending(state.now, limit)]


def set_webhook(state: State, parameters: Parameters) -> tuple[bool, str]:
    """Push updates to a URL from now on; an empty one ends it."""
    url = parameters.text("url").strip()
    if not url:
        return delete_webhook(state, parameters)
    secret = parameters.text("secret_token")
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _check_webhook_url(state, url)
    _remember_kinds(state, parameters)
    if parameters.boolean("drop_pending_updates"):
        state.queue.clear()
    connections = min(max(parameters.integer("max_connections", DEFAULT_CONNECTIONS), 1), MAX_CONNECTIONS)
    webhook = state.webhook
    is_same = (webhook.url, webhook.secret_token, webhook.max_connections) == (url, secret, connections)
    if is_same:
        return True, "Webhook is already set"
    state.queue.end_poll("setWebhook request")
    webhook.change(url=url, secret_token=secret, max_connections=connections)
    state.queue.wake()
    return True, "Webhook was set"


def delete_webhook(state: State, parameters: Parameters) -> tuple[bool, str]:
    """Push no more; what waits can be fetched unless it is dropped."""
    if parameters.boolean("drop_pending_updates"):
        state.queue.clear()
    if not state.webhook.url:
        return True, "Webhook is already deleted"
    state.webhook.change(url="", secret_token="", max_connections=DEFAULT_CONNECTIONS)
    state.queue.wake()
    return True, "Webhook was deleted"


def get_webhook_info(state: State, parameters: Parameters) -> Json:
    """Tell where updates go and how the last pushes went."""
    del parameters
    webhook = state.webhook
    body: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": state.queue.count(state.now),
    }
    if webhook.url:
        body["max_connections"] = webhook.max_connections
        body["ip_address"] = webhook.ip_address or "127.0.0.1"
    if webhook.last_error_at is not None:
        body["last_error_date"] = unix(webhook.last_error_at)
        body["last_error_message"] = webhook.last_error
    if state.queue.asked_kinds is not None:
        body["allowed_updates"] = state.queue.asked_kinds
    return body


def _remember_kinds(state: State, parameters: Parameters) -> None:
    if "allowed_updates" not in parameters.values:
        return
    value = parameters.decoded("allowed_updates", "can't parse allowed updates JSON object")
    if not isinstance(value, list):
        raise bad_request("expected an Array of String as allowed updates")
    state.queue.allow([str(each).lower() for each in value])


def _check_webhook_url(state: State, url: str) -> None:
    found = _WEBHOOK_URL.fullmatch(url)
    if found is None:
        raise bad_request("invalid webhook URL specified")
    if not state.limits.webhook_needs_https:
        return
    if not url.lower().startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if found.group(1) and int(found.group(1)) not in _WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
