"""Spanish: from an infinitive to the forms in which an act is asked of somebody (tú, usted, with pronouns). Pure."""

_IRREGULAR = {  # infinitive -> tú, usted, gerund
    "abrir": ("abre", "abra", "abriendo"),
    "añadir": ("añade", "añada", "añadiendo"),
    "apretar": ("aprieta", "apriete", "apretando"),
    "comprobar": ("comprueba", "compruebe", "comprobando"),
    "corregir": ("corrige", "corrija", "corrigiendo"),
    "dividir": ("divide", "divida", "dividiendo"),
    "elegir": ("elige", "elija", "eligiendo"),
    "encontrar": ("encuentra", "encuentre", "encontrando"),
    "escoger": ("escoge", "escoja", "escogiendo"),
    "extender": ("extiende", "extienda", "extendiendo"),
    "hacer": ("haz", "haga", "haciendo"),
    "incluir": ("incluye", "incluya", "incluyendo"),
    "invertir": ("invierte", "invierta", "invirtiendo"),
    "mostrar": ("muestra", "muestre", "mostrando"),
    "mover": ("mueve", "mueva", "moviendo"),
    "oír": ("oye", "oiga", "oyendo"),
    "poner": ("pon", "ponga", "poniendo"),
    "probar": ("prueba", "pruebe", "probando"),
    "reducir": ("reduce", "reduzca", "reduciendo"),
    "reproducir": ("reproduce", "reproduzca", "reproduciendo"),
    "soltar": ("suelta", "suelte", "soltando"),
    "sustituir": ("sustituye", "sustituya", "sustituyendo"),
    "ver": ("ve", "vea", "viendo"),
    "cerrar": ("cierra", "cierre", "cerrando"),
    "desplegar": ("despliega", "despliegue", "desplegando"),
    "renovar": ("renueva", "renueve", "renovando"),
    "volver": ("vuelve", "vuelva", "volviendo"),
}
_SPELLED = {"g": "gu", "c": "qu", "z": "c"}  # before e
_ACCENTED = str.maketrans("aeiou", "áéíóú")
_PRONOUN = "(?:l[oa]s?|se|te)?"


def asked(infinitives: str) -> str:
    """Every form of these verbs as one alternation."""
    return "|".join(form for verb in infinitives.split() for form in _forms(verb))


def _forms(verb: str) -> list[str]:
    """pulsar -> pulsa, pulse, púlsa(lo), púlse(lo), pulsar(lo), pulsando, pulses, pulsara, pulsen."""
    stem, ending = verb[:-2], verb[-2:]
    if verb in _IRREGULAR:
        familiar, polite, gerund = _IRREGULAR[verb]
    elif ending == "ar":
        soft = stem[:-1] + _SPELLED[stem[-1]] if stem[-1] in _SPELLED else stem
        familiar, polite, gerund = stem + "a", soft + "e", stem + "ando"
    else:
        familiar, polite, gerund = stem + "e", stem + "a", stem + "iendo"
    past = (stem + "a" if ending == "ar" else gerund.removesuffix("endo") + "e") + "ra"
    held = [f"{_stressed(form)}l[oa]s?" for form in (familiar, polite) if len(form) > 3]
    stressed = [f"{gerund[:-4]}{'á' if gerund.endswith('ando') else 'é'}ndol[oa]s?"]
    return [familiar, polite, *held, verb + _PRONOUN, gerund, *stressed, polite + "[sn]", past + _PRONOUN]


def _stressed(form: str) -> str:
    """The form with the accent it takes when a pronoun is hung on: arrastra -> arrástra(lo)."""
    stem = form[:-1]
    last = max(stem.rfind(vowel) for vowel in "aeiou")
    if last > 0 and stem[last] == "u" and stem[last - 1] in "gq":
        last = max(stem.rfind(vowel, 0, last - 1) for vowel in "aeiou")
    return stem if last < 0 else f"{stem[:last]}{stem[last].translate(_ACCENTED)}{form[last + 1 :]}"
