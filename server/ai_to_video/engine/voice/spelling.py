"""How an English word that no dictionary knows would be read aloud: letters → phonemes by rule. Pure.

Phonemes are the one-letter notation of misaki: A I O W Y are the diphthongs of day, die, dough, now, boy.
"""

import re

VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐᵊ")
_RULES = (  # where, letters, sounds; the first that fits wins
    (r"^kn", "n"), (r"^gn", "n"), (r"^wr", "ɹ"), (r"^ps", "s"), (r"^x", "z"), (r"^wh", "w"), (r"^y", "j"), (r"^mc", "mək"),
    (r"tion", "ʃən"), (r"[cst]ious", "ʃəs"), (r"ssion", "ʃən"), (r"sion", "ʒən"), (r"ture(?=s?$)", "ʧəɹ"), (r"[ct]ial", "ʃəl"),
    (r"ology", "ɑləʤi"), (r"ware(?=s?$)", "wɛɹ"), (r"able(?=s?$)", "əbᵊl"), (r"(?<=[^aeiouyl])le(?=s?$)", "ᵊl"),
    (r"tch", "ʧ"), (r"sch", "sk"), (r"ch(?=[rl])", "k"), (r"ch", "ʧ"), (r"sh", "ʃ"), (r"th", "θ"), (r"ph", "f"), (r"ck", "k"),
    (r"dge", "ʤ"), (r"ng(?=$|[^aeiouylr])", "ŋ"), (r"nk", "ŋk"), (r"qu", "kw"), (r"igh", "I"), (r"gh(?=$|t)", ""), (r"gh", "ɡ"),
    (r"sc(?=[eiy])", "s"), (r"mb$", "m"), (r"x", "ks"),
    (r"eau", "O"), (r"eigh", "A"), (r"ee", "i"), (r"ea", "i"), (r"oo", "u"), (r"oa", "O"), (r"ai|ay", "A"), (r"ei|ey(?=.)", "A"),
    (r"ey$", "i"), (r"ie(?=.)", "i"), (r"oi|oy", "Y"), (r"au|aw", "ɔ"), (r"ew|ue|eu", "u"), (r"ou", "W"), (r"ow(?=[nl])", "W"),
    (r"ow", "O"), (r"oe", "O"), (r"ui", "u"), (r"ia(?=$|n|l)", "iə"), (r"io", "iO"),
    (r"are(?=s?$)", "ɛɹ"), (r"ire(?=s?$)", "Iəɹ"), (r"ore(?=s?$)", "ɔɹ"), (r"ure(?=s?$)", "jʊɹ"), (r"ere(?=s?$)", "ɪɹ"),
    (r"a(?=[^aeiouywxr]e(?:s|d)?$)", "A"), (r"e(?=[^aeiouywxr]e(?:s|d)?$)", "i"), (r"i(?=[^aeiouywxr]e(?:s|d)?$)", "I"),
    (r"o(?=[^aeiouywxr]e(?:s|d)?$)", "O"), (r"u(?=[^aeiouywxr]e(?:s|d)?$)", "u"),
    (r"er(?=$|s$)|(?<=.)or(?=$|s$)|ar(?=$|s$)", "əɹ"), (r"ar", "ɑɹ"), (r"or", "ɔɹ"), (r"er|ir|ur", "ɜɹ"), (r"yr", "ɪɹ"),
    (r"(?<=..)es$", "z"), (r"(?<=[^aeiouy])e$", ""), (r"(?<=[aeiou])e$", ""), (r"(?<=[td])ed$", "ᵻd"), (r"(?<=[^aeiou])ed$", "d"),
    (r"a$", "ə"), (r"o$", "O"), (r"i$", "i"), (r"u$", "u"), (r"y$", "i"), (r"e$", "i"),
    (r"([bdfgklmnprstz])(?=\1)", ""),
    (r"cc(?=[ei])", "ks"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"g(?=[eiy])", "ʤ"), (r"g", "ɡ"), (r"j", "ʤ"),
    (r"(?<=[aeiouy])s(?=[aeiouy])", "z"), (r"(?<=[aeioubdglmnrvw])s$", "z"), (r"y(?=[aeiou])", "j"), (r"y", "ɪ"), (r"r", "ɹ"),
    (r"a", "æ"), (r"e", "ɛ"), (r"i", "ɪ"), (r"o", "ɑ"), (r"u", "ʌ"), (r"h$", ""), (r"[bdfhklmnpstvwz]", ""),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), sounds) for pattern, sounds in _RULES)


def sound_out(word: str) -> str:
    """Phonemes of a word of Latin letters, stressed by rule; "" where it has no letter that sounds."""
    word = re.sub(r"[^a-z]", "", word.lower())
    said, at = [], 0
    while at < len(word):
        pattern, sounds = next(((p, s) for p, s in _COMPILED if p.match(word, at)), (None, ""))
        found = pattern.match(word, at) if pattern else None
        if found is None:
            at += 1
            continue
        same = pattern is _COMPILED[-1][0]
        said.append(found[0] if same else sounds)
        at += max(1, len(found[0]))
    return stressed("".join(said))


def stressed(sounds: str) -> str:
    """The mark goes before the vowel: the first of up to two full vowels, else the last but two."""
    full = [at for at, sound in enumerate(sounds) if sound in VOWELS - {"ə", "ᵊ", "ᵻ"}]
    if not full:
        return sounds
    at = full[0] if len(full) < 4 else full[-3]
    return sounds[:at] + "ˈ" + sounds[at:]
