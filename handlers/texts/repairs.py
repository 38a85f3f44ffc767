"""Words for when a partner is away: nobody is blamed, nobody has to explain, and nobody who stays is left alone with it."""

from domain.partners import LeftOut
from domain.repairs import Absence, Alone
from handlers.texts.words import Label, Text

OFFER_ALONE = Text(
    en="You may hear little from <b>{absent}</b> for a while. It's nothing you did, and there is nothing to do about "
    "it.\n\n<b>{name}</b> could be there for you meanwhile. {absent} stays your partner.",
    es="Puede que sepas poco de <b>{absent}</b> por un tiempo. No es por nada que hayas hecho, y no hay nada que "
    "hacer.\n\n<b>{name}</b> podría acompañarte mientras tanto. {absent} sigue siendo tu compañía.",
)
OFFER_HELPER = Text(
    en="<b>{name}</b>'s partner is away for a while. Would you be there for {name} meanwhile? A hello now and then is "
    "enough, and it ends by itself when the partner is back.",
    es="La compañía de <b>{name}</b> no está por un tiempo. ¿Querrías estar ahí para {name} mientras tanto? Basta un "
    "hola de vez en cuando, y termina por sí solo cuando su compañía vuelva.",
)
WHAT_IS_SHARED = Text(
    en="You'd each see whether the other has checked in today, and when they ask for support. Nothing else.",
    es="Cada quien vería si la otra persona hizo su registro de hoy y cuándo pide apoyo. Nada más.",
)
NO_REASON_NEEDED = Text(
    en="“No” is fine, and nobody is told who said it.",
    es="Decir que no está bien, y nadie sabrá quién lo dijo.",
)
YES = Label(en="Yes, meanwhile", es="Sí, mientras tanto")
NO = Label(en="No, not now", es="No, ahora no")
WAITING = Text(
    en="Thank you. If it comes about with <b>{name}</b>, I'll tell you here.",
    es="Gracias. Si se da con <b>{name}</b>, te lo diré aquí.",
)
DECLINED = Text(en="That's all right. Nothing changes for you.", es="Está bien. Para ti no cambia nada.")
BEGUN_ALONE = Text(
    en="<b>{name}</b> is there for you meanwhile. {absent} stays your partner.",
    es="<b>{name}</b> te acompaña mientras tanto. {absent} sigue siendo tu compañía.",
)
BEGUN_HELPER = Text(
    en="Thank you. You're there for <b>{name}</b> now. A hello is a good beginning.",
    es="Gracias. Ahora acompañas a <b>{name}</b>. Un hola es un buen comienzo.",
)

BACK_ALONE = Text(
    en="<b>{absent}</b> is back, and your pair goes on. <b>{name}</b> no longer stands in; what you gave each other "
    "stays.",
    es="<b>{absent}</b> está de vuelta, y siguen acompañándose. <b>{name}</b> ya no está en su lugar; lo que se dieron "
    "queda.",
)
NOT_NEEDED_ALONE = Text(
    en="<b>{absent}</b> is back, and your pair goes on. Nobody needs to stand in.",
    es="<b>{absent}</b> está de vuelta, y siguen acompañándose. Nadie tiene que estar en su lugar.",
)
OVER_ALONE = Text(
    en="Your time with <b>{name}</b> in between has come to its end. What you gave each other stays.",
    es="El tiempo con <b>{name}</b> mientras tanto llegó a su fin. Lo que se dieron queda.",
)
OVER_HELPER = Text(
    en="Thank you for being there for <b>{name}</b>. Your standing in has come to its end, and it counted.",
    es="Gracias por acompañar a <b>{name}</b>. Tu tiempo en su lugar llegó a su fin, y contó.",
)
NOT_NEEDED_HELPER = Text(
    en="Nobody needs to stand in for <b>{name}</b>'s partner after all. Thank you for being willing.",
    es="Al final nadie tiene que estar en lugar de la compañía de <b>{name}</b>. Gracias por tu disposición.",
)
NOT_TO_BE = Text(
    en="It won't be with <b>{name}</b> this time. It says nothing about you.",
    es="Esta vez no será con <b>{name}</b>. No dice nada de ti.",
)

LOOKED_AFTER = Text(
    en="You're welcome back any time.\n\nNo need to explain anything. I'm asking somebody to be there for "
    "<b>{names}</b> meanwhile, and you two stay partners.",
    es="Puedes volver cuando quieras.\n\nNo hace falta explicar nada. Le pido a alguien que acompañe a <b>{names}</b> "
    "mientras tanto, y ustedes siguen siendo compañía.",
)

WITHOUT = Text(
    en="{group}: <b>{name}</b> is without a partner for now. {reason} {why}",
    es="{group}: <b>{name}</b> está sin compañía por ahora. {reason} {why}",
)
AWAY = {
    Absence.SILENT: Text(
        en="<b>{absent}</b> has been silent for three days or more.",
        es="<b>{absent}</b> lleva tres días o más sin dar señales.",
    ),
    Absence.PAUSED: Text(en="<b>{absent}</b> is taking a break.", es="<b>{absent}</b> se toma un descanso."),
    Absence.UNREACHABLE: Text(
        en="My messages don't reach <b>{absent}</b>.", es="Mis mensajes no le llegan a <b>{absent}</b>."
    ),
}
WHY = {
    Alone.NOBODY_CAN: Text(
        en="Nobody else in the group can stand in at present.",
        es="Por ahora nadie más del grupo puede estar en su lugar.",
    ),
    Alone.NOT_ACCEPTED: Text(
        en="Somebody was asked to stand in, and it didn't come about.",
        es="Se le pidió a alguien estar en su lugar, y no se dio.",
    ),
}
UNMATCHED = Text(
    en="{group}: <b>{name}</b> has no partner now. {why}",
    es="{group}: <b>{name}</b> no tiene compañía ahora. {why}",
)
WHY_UNMATCHED = {
    LeftOut.NOT_NOW: Text(en="They want none for now.", es="Por ahora no quiere."),
    LeftOut.NO_COMMON_LANGUAGE: Text(
        en="Nobody here who is free writes in the same language.", es="Nadie libre aquí escribe en su idioma."
    ),
    LeftOut.WISH: Text(
        en="Nobody here who is free fits what was wished for.", es="Nadie libre aquí coincide con lo deseado."
    ),
    LeftOut.NOBODY_ALLOWED: Text(en="Nobody here who is free fits.", es="Nadie libre aquí encaja."),
    LeftOut.NO_ONE_LEFT: Text(en="Nobody is free.", es="No hay nadie libre."),
}
