"""Keep what the bot says about itself: commands, names, descriptions, menu button. It checks no limit."""

from sandbox.telegram.errors import Json


class BotProfile:
    """Hold the bot's public face, per scope and language; an empty language is the default."""

    def __init__(self) -> None:
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_button: Json = {"type": "commands"}

    def text(self, field: str, language: str) -> str:
        """Return a text in a language, or its default, or nothing."""
        return self.texts.get((field, language)) or self.texts.get((field, ""), "")

    def set_text(self, field: str, language: str, value: str) -> None:
        """Set a text in a language; an empty one removes it."""
        if value:
            self.texts[field, language] = value
        else:
            self.texts.pop((field, language), None)

    def commands_shown_to(self, user_id: int, chat_id: int, language: str) -> list[Json]:
        """Return the commands in somebody's menu, from the narrowest scope that has any."""
        if chat_id == user_id:
            scopes = [f"chat:{chat_id}", "all_private_chats", "default"]
        else:
            scopes = [f"chat_member:{chat_id}:{user_id}", f"chat:{chat_id}", "all_group_chats", "default"]
        for scope in scopes:
            for each in (language, ""):
                if (scope, each) in self.commands:
                    return self.commands[scope, each]
        return []
