"""Name every method this server knows. What they do is in the modules beside it."""

from collections.abc import Awaitable, Callable, Mapping

from sandbox.telegram.methods import answering, chats, editing, files, polling, profile, sending, session
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State

Method = Callable[[State, Parameters], object | Awaitable[object]]

_METHODS: Mapping[str, Method] = {
    "getMe": profile.get_me,
    "logOut": session.log_out,
    "close": session.close,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendSticker": sending.send_sticker,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "answerCallbackQuery": answering.answer_callback_query,
    "setMessageReaction": answering.set_message_reaction,
    "getFile": files.get_file,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.text_setter("name"),
    "getMyName": profile.text_getter("name"),
    "setMyDescription": profile.text_setter("description"),
    "getMyDescription": profile.text_getter("description"),
    "setMyShortDescription": profile.text_setter("short_description"),
    "getMyShortDescription": profile.text_getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}

METHODS: Mapping[str, Method] = {name.lower(): method for name, method in _METHODS.items()}
# What a webhook's answer may not ask for. Source: telegram-bot-api WebhookActor.cpp.
NOT_IN_WEBHOOK_ANSWERS = frozenset(
    name
    for name in METHODS
    if name.startswith("get") or name in {"setwebhook", "deletewebhook", "close", "logout"}
)
