"""How English words sound: the pronouncing dictionaries of misaki, endings, compounds, and rules for the rest."""

import json
import lzma
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from .spelling import VOWELS, sound_out

Entry = Mapping[str, str | None]
"""Phonemes by part of speech, with a DEFAULT; None for a part means that the letters are named."""

_WEAK = {"a": "ɐ", "an": "ɐn", "in": "ɪn", "i": "ˌI", "and": "ænd", "or": "ɔɹ", "oh": "ˈO"}
_BEFORE_VERB = frozenset(
    re.findall(
        r"\S+",
        "to will would can could should shall may might must don't doesn't didn't won't can't couldn't shouldn't wouldn't "
        "let's i you we they who please not never always",
    )
)
_BEFORE_NOUN = frozenset(
    re.findall(
        r"\S+",
        "a an the this that these those my your his her its our their of in on at for with by from each every no any some "
        "one two three more most into first last new good best great",
    )
)
_BEFORE_PAST = frozenset(
    re.findall(r"\S+", "has have had having been was were be is are being i've we've you've they've he's she's it's")
)
_SILENT = re.compile(r"[^aeiou][aeiou][bcdfgklmnprstvz]$")
_VOICELESS, _HISSING = "ptkfθ", "szʃʒʧʤ"
_PREFIXES = {
    "un": "ʌn", "re": "ɹi", "non": "nɑn", "pre": "pɹi", "over": "ˌOvəɹ", "under": "ˌʌndəɹ", "micro": "mˈIkɹO", "multi": "mˈʌlti",
    "anti": "ˌænti", "auto": "ˈɔtO", "cyber": "sˈIbəɹ", "bio": "bˌIO", "eco": "ˌikO", "mis": "mɪs", "dis": "dɪs", "super": "sˌupəɹ",
    "mega": "mˈɛɡə", "nano": "nˈænO", "geo": "ʤˌiO", "sub": "sʌb", "inter": "ˌɪntəɹ", "out": "Wt", "co": "kO", "de": "di",
}  # fmt: skip

_NAMES = {
    "json": "ʤˈAsən", "kubernetes": "kˌubəɹnˈɛɾiz", "postgresql": "pˈOstɡɹɛskjˌuˈɛl", "postgres": "pˈOstɡɹɛs", "nginx": "ˈɛnʤənˌɛks",
    "readme": "ɹˈidmˌi", "latex": "lˈAtɛk", "oauth": "ˈOˌɔθ", "async": "ˈAsɪŋk", "pypi": "pˌIpiˈI", "yaml": "jˈæmᵊl", "csv": "sˌiˌɛsvˈi",
    "numpy": "nˈʌmpˌI", "pytorch": "pˈItˌɔɹʧ", "kafka": "kˈɑfkə", "xiaomi": "ʃˌWmˈi", "huawei": "wˈɑwˌA", "shenzhen": "ʃˌɛnʤˈɛn",
    "hangzhou": "hˌɑŋʤˈO", "taobao": "tˌWbˈW", "douyin": "dˌOjˈɪn", "alipay": "ˈɑlipˌA", "baidu": "bˌIdˈu", "tencent": "tˈɛnsɛnt",
    "nguyen": "nˌuˈɪn", "zoë": "zˈOi", "chloë": "klˈOi", "beyoncé": "biˈɑnsA", "ikea": "Ikˈiə", "résumé": "ɹˈɛzʊmˌA", "résumés": "ɹˈɛzʊmˌAz",
    "naïve": "nIˈiv", "facade": "fəsˈɑd", "façade": "fəsˈɑd", "jalapeño": "hˌɑləpˈAnjO", "piñata": "pɪnjˈɑɾə", "porsche": "pˈɔɹʃə",
    "hyundai": "hˈʌndA", "ghibli": "ʤˈɪbli", "linux": "lˈɪnəks", "ubuntu": "ʊbˈʊntu", "emojis": "ɪmˈOʤiz", "shopify": "ʃˈɑpəfˌI",
    "duolingo": "dˌuOlˈɪŋɡO", "chatgpt": "ʧˈætʤˌipˌitˈi", "deepseek": "dˈipsˌik", "qwen": "kwˈɛn", "claude": "klˈɔd", "gemini": "ʤˈɛmənˌI",
}  # fmt: skip
"""Names the dictionaries lack or know otherwise."""


class Dictionary:
    """Reads words in their sentence. Values are phonemes, or an Entry as JSON; `gold` is trusted over `silver`."""

    def __init__(self, gold: Mapping[str, str], silver: Mapping[str, str]) -> None:
        self._gold, self._silver = gold, silver

    def read(self, words: Sequence[str], *, loud: bool = False, last: Sequence[int] = ()) -> list[str]:
        """Phonemes of each of the words of a text, "" for what cannot be said.

        `loud` says that the text is written in capitals throughout; `last` are the places after which there is a pause.
        """
        said: list[str] = []
        for place in range(len(words) - 1, -1, -1):
            paused = place in last or place + 1 == len(words)
            after = "" if paused else next(filter(None, reversed(said)), "")
            before = words[place - 1].lower() if place and place - 1 not in last else ""
            said.append(self._word(words[place], before, after, loud=loud))
        return said[::-1]

    def apart(self, word: str) -> list[str]:
        """A word with hyphens as its parts, or whole where it is known so ("Wi-Fi", "x-ray")."""
        return [word] if "-" not in word or self._entry(word) or self._entry(word.lower()) else word.split("-")

    def _word(self, word: str, before: str, after: str, *, loud: bool) -> str:
        low = word.lower()
        vowel = after.lstrip("ˈˌ")[:1] in VOWELS if after else None
        if low == "the":
            return "ði" if vowel else "ðə"
        if low == "to":
            return "tu" if vowel is None else "tʊ" if vowel else "tə"
        if low == "a" and vowel is None:
            return "ˈA"
        if low in _WEAK:
            return _WEAK[low]
        if low in _NAMES:
            return _NAMES[low]
        plural = re.fullmatch(r"([A-Z]{2,5})'?s", word)
        if plural:
            return _s(self._find(plural[1], "NOUN") or self.letters(plural[1]))
        return self._find(word, _part(before), loud=loud) or self._rare(word)

    def _find(self, word: str, part: str, *, loud: bool = False) -> str:
        """The dictionary's own word for it, with or without an ending; "" where it has none."""
        low = word.lower()
        capitals = word.isupper() and len(word) > 1
        for form in (low, word, word.capitalize()) if loud else (word, low, word.capitalize()):
            entry = self._entry(form)
            if entry:
                chosen = "NOUN" if capitals and not loud and form == word else part
                return entry.get(chosen, entry.get("DEFAULT")) or self.letters(word)
        if capitals and not loud and len(word) <= 5:
            return ""
        return self._ended(low, lambda stem: self._entry(stem).get(part) or self._entry(stem).get("DEFAULT") or "")

    def _ended(self, word: str, find: Callable[[str], str]) -> str:
        """A word with an ending (plural, past, -ing, -ly and their like) whose stem is found."""
        for ending, stems, make in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                root = word[: -len(ending)]
                doubled = root[:-1] if len(root) > 3 and root[-1:] == root[-2:-1] and root[-1] not in "aeiouls" else ""
                silent = stems == ("", "e") and _SILENT.search(root)  # rated comes from rate, not from rat
                for stem in (*(root + more for more in (stems[::-1] if silent else stems)), doubled):
                    if sound := find(stem):
                        return make(sound)
        return ""

    def _rare(self, word: str) -> str:
        """Names, brands, new words: their parts, their letters, or a guess from the spelling."""
        parts = re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[^\WA-Z\d_]+(?:'[^\W\d_]+)*'?|[A-Z]+", word)
        if len(parts) > 1:
            return "".join(self._find(part, "DEFAULT") or self._rare(part) for part in parts)
        bare = re.sub(r"[^A-Za-z]", "", word)
        if bare and ((bare.isupper() and len(bare) <= 5) or not re.search(r"[aeiouyAEIOUY]", bare)):
            return self.letters(bare)
        folded = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
        return (
            (self._find(folded, "DEFAULT") if folded != word else "")
            or self._joined(folded.lower())
            or self._ended(folded.lower(), self._joined)
            or sound_out(folded)
        )

    def _joined(self, word: str) -> str:
        for prefix, sound in _PREFIXES.items():
            rest = (
                self._find(word[len(prefix) :], "DEFAULT")
                if word.startswith(prefix) and len(word) > len(prefix) + 3
                else ""
            )
            if rest:
                return sound + rest
        for cut in sorted(range(3, len(word) - 2), key=lambda at: abs(at - len(word) / 2)):
            first, second = (_entry(self._gold.get(half, "")).get("DEFAULT") for half in (word[:cut], word[cut:]))
            if first and second and "ˈ" in first:
                return first + second.replace("ˈ", "ˌ")
        return ""

    def _entry(self, word: str) -> Entry:
        return _entry(self._gold.get(word) or self._silver.get(word, ""))

    def letters(self, word: str) -> str:
        """A word as its letters are named, the last of them stressed."""
        names = [self._gold.get(char, "") for char in word.upper() if char.isalpha()]
        sounds = "".join(name.replace("ˈ", "ˌ") for name in names)
        head, mark, tail = sounds.rpartition("ˌ")
        return head + ("ˈ" if mark else "") + tail


def _entry(line: str) -> Entry:
    known: Entry = json.loads(line) if line.startswith("{") else {"DEFAULT": line} if line else {}
    return known


def _part(before: str) -> str:
    if before in _BEFORE_VERB:
        return "VERB"
    if before in _BEFORE_PAST:
        return "VBN"
    return "NOUN" if before in _BEFORE_NOUN else "DEFAULT"


def _s(sound: str) -> str:
    return sound + ("s" if sound[-1] in _VOICELESS else "ᵻz" if sound[-1] in _HISSING else "z")


def _ed(sound: str) -> str:
    if sound[-1] in "td":
        return (sound[:-1] + "ɾ" if sound[-1] == "t" and sound[-2:-1] in VOWELS else sound) + "ᵻd"
    return sound + ("t" if sound[-1] in _VOICELESS + "sʃʧ" else "d")


def _ing(sound: str) -> str:
    return (sound[:-1] + "ɾ" if sound[-1] == "t" and sound[-2:-1] in VOWELS else sound) + "ɪŋ"


_ENDINGS = (
    ("'s", ("",), _s), ("s'", ("",), _s), ("ies", ("y",), _s), ("es", ("", "e"), _s), ("s", ("",), _s), ("ied", ("y",), _ed),
    ("ed", ("", "e"), _ed), ("ing", ("", "e"), _ing), ("'ll", ("",), lambda s: s + "ᵊl"), ("'re", ("",), lambda s: s + "əɹ"),
    ("'ve", ("",), lambda s: s + "əv"), ("'d", ("",), lambda s: s + "d"), ("ily", ("y",), lambda s: s + "li"),
    ("ly", ("", "le"), lambda s: s + "li"), ("ers", ("", "e"), lambda s: s + "əɹz"), ("er", ("", "e"), lambda s: s + "əɹ"),
    ("est", ("", "e"), lambda s: s + "əst"), ("iness", ("y",), lambda s: s + "nəs"), ("ness", ("",), lambda s: s + "nəs"),
    ("less", ("",), lambda s: s + "ləs"), ("ful", ("",), lambda s: s + "fᵊl"), ("ment", ("", "e"), lambda s: s + "mənt"),
    ("able", ("", "e"), lambda s: s + "əbᵊl"), ("ish", ("", "e"), lambda s: s + "ɪʃ"), ("y", ("", "e"), lambda s: s + "i"),
)  # fmt: skip


@cache
def american() -> Dictionary:
    """The dictionary of American English, read once: 183,000 words."""
    kept = lzma.decompress((Path(__file__).parent / "data" / "english.tsv.xz").read_bytes()).decode("utf-8")
    gold, silver = (dict(line.split("\t", 1) for line in part.split("\n")) for part in kept.split("\n\n"))
    return Dictionary(gold, silver)
