"""Looks at what stands around a cue: is it denied, long past, about somebody else, quoted, or a joke? It weighs nothing."""

import re
from typing import Final

from domain.crisis_language.plain import LAUGH

_PERSON: Final = (
    r"(?:he|she|they|him|her|bf|gf|bro|sis|roomie|buddy|bestie|homie|grandma|grandpa|grandson|somebody|someone|anyone|people|who|brother|sister|mom|mum|mother|dad|father|uncle|aunt|cousin|friend|"
    r"friends|husband|wife|partner|girlfriend|boyfriend|ex|son|daughter|kid|roommate|neighbou?r|coworker|sponsee|sponsor|guy|girl|man|"
    r"woman|patient|patients|celebrity|character|nephew|niece|grandfather|grandmother|ben|veterans|cobain|characters?|"
    r"el|ella|ellos|alguien|hermano|hermana|mama|papa|madre|padre|tio|tia|primo|prima|amigo|amiga|esposo|esposa|pareja|novia|novio|hijo|"
    r"hija|companer[oa]|vecino|vecina|ahijado|chico|chica|muchacho|senor|paciente|famoso|personaje|sobrino|abuelo|abuela|veteranos|gente|"
    r"padrino|viejo|viejita|roomie|suyo|dos del)"
)
_OTHER: Final = re.compile(rf"\b{_PERSON}\b")
_I: Final = re.compile(r"\b(?:i|me|my|myself|mi|yo|estoy|soy|tengo|quiero|voy|pienso|siento|ando|me)\b")
_DENIES: Final = re.compile(
    r"\b(?:(?<!or )(?<!why )(?<!if )not|never|no longer|neither|nor|without|nope|no|none|deny|denied|didnt|nunca|jamas|no|ni|sin|nada de|tampoco|cero|zero)\b"
    r"(?! (?:only|matter|sure|way|one|kidding|joking|funny|se si|mas remedio|solo|complete|succeed|stop|promise|even|sleep|eat))"
)
_BREAKS: Final = re.compile(
    r",|\b(?:but|because|though|however|until|unless|except|than|pero|porque|aunque|sino|hasta|salvo)\b"
    r"|\b(?:and|so|y)(?= (?:\w+ )?(?:i|my|me|yo|ya|quiero)\b)"
)
_FAR_PAST: Final = re.compile(
    r"\b(?:used to|years? ago|years? later|months? ago|last (?:year|winter|summer|spring|fall)|back then|back in|when i was (?:a |\d|drinking|using|young|in|still|little|at)|"
    r"in (?:19|20)\d\d|since (?:19|20)\d\d|as a (?:teen\w*|kid|child|boy|girl)|at my worst|before (?:rehab|treatment|recovery|i came|the program)|"
    r"once upon|i once|there was a time|in (?:high )?school|in college|during withdrawal|remember (?:wanting|when)|old (?:thoughts|days)|"
    r"had given up|i survived|first week of|in the old days|these days|i had (?:\w+ )?(?:thoughts|given)|was gonna|i was (?:\w+ ){0,2}going to|thirteen years|since my attempt|"
    r"antes (?:de|era|me|pensaba|queria|creia)|hace (?:\w+ )?(?:anos|meses)|el (?:ano|invierno|verano) pasado|en (?:19|20)\d\d|desde (?:19|20)\d\d|de (?:adolescente|nin[oa]|joven|chic[oa])|"
    r"en (?:esa|aquella) epoca|en aquel entonces|en mi peor|una vez (?:me|pense)|hubo un tiempo|cuando (?:tenia|tomaba|bebia|consumia|era)|sobrevivi(?! a mi intento y)|me acuerdo de|mis viejas|en la (?:secundaria|abstinencia|escuela)|"
    r"antes del?|yo era|habia (?:perdido|pensado)|anos desde|intente a|era suicida|quise)\b"
)
_RECENT: Final = re.compile(
    r"\b(?:again|tonight|last night|yesterday|this (?:week|morning|time|weekend)|on (?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)|right now|still|otra vez|de nuevo|esta (?:noche|vez|semana)|anoche|ayer|ahora mismo|todavia|sigo)\b"
)
_NOW: Final = re.compile(
    r"(?:,|\b(?:and|but|so|now|y|pero|ahora))(?: \w+){0,3}? (?:want|am|feel|think|can not|do not|wish|hate|need|keep|"
    r"quiero|voy|pienso|puedo|siento|estoy|ojala|aguanto)\b"
)
"""A thought of today after a word of the past: "she left two years ago and I want to"."""
_TOLD: Final = re.compile(
    r"\b(?:song|songs|lyrics|season|episode|finale|cliffhanger|movie|film|show|series|book|novel|play|poster|leaflet|form|article|podcast|lecture|essay|training|prevention|hotline|meme|"
    r"class|topic|question(?: nine| 9)?|questions|asked (?:me )?if|asks?|character|radio|news|quoted|kid asked|what (?:should i (?:say|tell)|if (?:some|a friend)|does the)|how do (?:i|you) (?:know|answer|spell|write|explain|talk)|"
    r"is it true|why do you ask|safety (?:card|planning)|taught us|the doctor said|the counselor read|check in|assisted|"
    r"cancion|pelicula|libro|cartel|folleto|formulario|articulo|clase|curso|obra|letra|pregunta|preguntas?|pregunto (?:si|que)|podcast|personaje|tema|prevencion|"
    r"noticias|radio|meme|ensayo|que hace|como se usa|es cierto|por que preguntan|que (?:le digo|pasa si)|tarjeta|ensenaron|doctor dijo|consejera|como se lo|eutanasia|decia mi)\b"
)


_TURNED_BACK: Final = re.compile(
    r"(?:,|\b(?:and|but|so|because|y|pero|porque)) (?:\w+ ){0,2}(?:i|my|me|yo|mi)\b"
    r"|^ (?:today|tonight|earlier|yesterday|hoy|ayer|anoche),? (?:i|yo|me) "
)
"""A new thought of the writer's own: "the song says that, and I want to"."""
_TITLED: Final = re.compile(r" (?:prevention|hotline|squad|awareness|rates?|watch list|helpline)\b")


def is_denied(sentence: str, at: int) -> bool:
    """Tell whether what begins at this place is denied just before it, with nothing that turns it round in between."""
    before = sentence[max(0, at - 60) : at]
    clause = _BREAKS.split(before)[-1]
    words = " ".join(clause.split()[-7:])
    return _DENIES.search(words) is not None


def is_past(sentence: str, end: int) -> bool:
    """Tell whether what ends there was long ago: nothing in the sentence ties it to now, and no new thought of today begins after."""
    far = next(_FAR_PAST.finditer(sentence), None)
    if far is None or _RECENT.search(sentence) is not None:
        return False
    return _NOW.search(sentence[far.end() : end]) is None


def is_about_another(sentence: str, at: int) -> bool:
    """Tell whether the nearest person before this place is somebody else; "my brother" is."""
    before = sentence[:at]
    other = max((found.end() for found in _OTHER.finditer(before)), default=-1)
    own = max((found.end() for found in _I.finditer(before)), default=-1)
    return other > own


def is_told(sentence: str, at: int, end: int) -> bool:
    """Tell whether what stands there is of a song, a form, a lesson or a question, and not turned back to the writer after it."""
    before = sentence[:at]
    last = max((found.end() for found in _TOLD.finditer(before)), default=None)
    if last is not None and not _TURNED_BACK.search(sentence[last:end]):
        return True
    return _TITLED.match(sentence[end:]) is not None


def is_joked(sentence: str) -> bool:
    """Tell whether somebody laughs in the sentence."""
    return LAUGH in sentence
