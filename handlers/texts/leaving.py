"""Words of going: said plainly, without holding on, with what stays and whom to call."""

from handlers.texts.words import Label, Text

LEAVE_COMMAND = Label(en="Leave the group", es="Dejar el grupo")
ERASE_COMMAND = Label(en="Erase everything about me", es="Borrar todo sobre mí")

WHICH_GROUP = Text(en="Which group do you want to leave?", es="¿Qué grupo quieres dejar?")
GROUP_CHOICE = Label(en="{group}", es="{group}")
LEAVE = Text(
    en="<b>Leave “{group}”?</b>\nYour consent ends with it: from then on nothing new about you is shared. I stop asking, "
    "your pairs end, and your facilitator is told that you left.\n\n"
    "What was seen before stays seen. Your own notes and answers stay yours: /mydata gives you a copy, /erase deletes them.",
    es="<b>¿Dejar «{group}»?</b>\nTu consentimiento termina con eso: desde entonces no se comparte nada nuevo de ti. Dejo de "
    "preguntarte, tus parejas terminan y quien facilita tu grupo sabrá que te fuiste.\n\n"
    "Lo que ya se vio, se vio. Tus notas y respuestas siguen siendo tuyas: /mydata te da una copia, /erase las borra.",
)
STOP_LEADING = Text(
    en="<b>Stop leading “{group}”?</b>\nFrom then on you see nothing of the group and get no alerts. The other facilitators "
    "are told.",
    es="<b>¿Dejar de facilitar «{group}»?</b>\nDesde entonces no ves nada del grupo ni recibes alertas. Se les avisa a las "
    "otras personas que facilitan.",
)
YES_LEAVE = Label(en="Yes, leave", es="Sí, dejarlo")
NO_STAY = Label(en="No, stay", es="No, quedarme")
STAYED = Text(en="Nothing has changed.", es="No cambió nada.")
LEFT = Text(
    en="You have left “{group}”. Nothing new is shared. If you want to come back one day, your facilitator can send you a "
    "new link.",
    es="Dejaste «{group}». No se comparte nada nuevo. Si un día quieres volver, quien facilita el grupo puede mandarte un "
    "enlace nuevo.",
)
PEOPLE_TO_CALL = Text(
    en="People you can talk to, at any time:", es="Personas con quienes puedes hablar, en cualquier momento:"
)

ERASE = Text(
    en="<b>Erase everything?</b>\nThis ends every group you are in and deletes your answers, notes, messages, names and "
    "alerts. The key that opens them is destroyed. It cannot be undone.\n\n"
    "<b>What stays</b>, without your name: that somebody had a place in the group and from when to when, which consent was "
    "given and taken back, that somebody looked at something, and when. The law asks programs to keep that record. Messages "
    "that already reached other people stay in their chats; backups made before hold it until the program deletes them.\n\n"
    "You may want a copy first: /mydata.",
    es="<b>¿Borrar todo?</b>\nEsto termina tu lugar en todos los grupos y borra tus respuestas, notas, mensajes, nombres y "
    "alertas. La clave que los abre se destruye. No se puede deshacer.\n\n"
    "<b>Qué queda</b>, sin tu nombre: que alguien tuvo un lugar en el grupo y de cuándo a cuándo, qué consentimiento se dio y "
    "se retiró, que alguien miró algo y cuándo. La ley les pide a los programas guardar ese registro. Los mensajes que ya "
    "llegaron a otras personas quedan en sus chats; las copias de seguridad anteriores lo conservan hasta que el programa las "
    "borre.\n\n"
    "Tal vez quieras antes una copia: /mydata.",
)
YES_ERASE = Label(en="Yes, erase", es="Sí, borrar")
NO_KEEP = Label(en="No, keep it", es="No, guardarlo")
ERASE_AGAIN = Text(
    en="<b>Really everything, for ever?</b>\nNobody can bring it back, we can't either.",
    es="<b>¿De verdad todo, para siempre?</b>\nNadie puede recuperarlo, tampoco nosotros.",
)
ERASE_FOR_EVER = Label(en="Erase for ever", es="Borrar para siempre")
ERASED = Text(
    en="Everything is erased. What stays, without your name: that somebody had a place in a group and when, a consent given "
    "and taken back, and who looked when. The messages in this chat are Telegram's: delete the chat to remove them.\n\n"
    "I wish you well.",
    es="Todo está borrado. Queda, sin tu nombre: que alguien tuvo un lugar en un grupo y cuándo, un consentimiento dado y "
    "retirado, y quién miró cuándo. Los mensajes de este chat están en Telegram: borra el chat para quitarlos.\n\n"
    "Te deseo lo mejor.",
)

REFUSALS = {
    "privacy.not_in_group": Text(
        en="You are not in that group any more. Nothing was changed.",
        es="Ya no estás en ese grupo. No cambió nada.",
    ),
    "privacy.last_facilitator": Text(
        en="You are the only facilitator of “{group}”, and its alerts would reach nobody. Please ask whoever runs Tandem for a "
        "link for a colleague first.",
        es="Eres la única persona que facilita «{group}», y sus alertas no le llegarían a nadie. Pide primero a quien opera "
        "Tandem un enlace para otra persona.",
    ),
}
"""Why somebody cannot go yet."""
