"""A Blotter: an instruction from which every stretch that was understood is blotted out, so that nothing is read twice
and what is left over can be told. Pure."""

import re

_QUOTED = (
    r"(?:\"(?P<{0}1>[^\"\n]+)\"|“(?P<{0}2>[^”\n]+)”|「(?P<{0}3>[^」\n]+)」|『(?P<{0}4>[^』\n]+)』|"
    r"《(?P<{0}5>[^》\n]+)》|‘(?P<{0}6>[^’\n]+)’|(?<!\w)'(?P<{0}7>[^'\n]+)'(?!\w))"
)
QUOTED = _QUOTED.format("q")
BLOT = "\x00"


def quoted_as(name: str) -> str:
    """QUOTED under another name, for patterns that hold it twice."""
    return _QUOTED.format(name)


def quoted(found: re.Match[str], name: str = "q") -> str:
    return next((found[f"{name}{n}"] for n in range(1, 8) if found[f"{name}{n}"]), "").strip()


class Blotter:
    """`own` stays as it was written; `text` is the same in Simplified signs, blotted."""

    def __init__(self, own: str, text: str) -> None:
        self.own = own
        self.text = text

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first place where the pattern stands, which is blotted out."""
        found = re.search(pattern, self.text, re.IGNORECASE)
        if found:
            self.blot(found.start(), found.end())
        return found

    def take_all(self, pattern: str) -> list[re.Match[str]]:
        taken = []
        while (found := self.take(pattern)) and found.end() > found.start():
            taken.append(found)
        return taken

    def blot(self, start: int, end: int) -> None:
        self.text = self.text[:start] + BLOT * (end - start) + self.text[end:]

    def quoted(self, found: re.Match[str], *names: str) -> str:
        """What stood in quotes where the pattern has QUOTED, under one of the names."""
        spans = (found.span(f"{name}{n}") for name in names for n in range(1, 8))
        return next((self.own[start:end] for start, end in spans if start >= 0), "").strip()

    def caught(self, found: re.Match[str], *groups: str) -> str:
        """What one of the groups caught, as it was written."""
        spans = (found.span(group) for group in groups)
        return next((self.own[start:end] for start, end in spans if start >= 0), "").strip()

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The stretch between commas, stops and conjunctions that a place lies in."""
        before, after = self.text[:start], self.text[end:]
        first = max((found.end() for found in re.finditer(r"[,;，；。、\n\x00]|\.\s|\band\b", before)), default=0)
        last = re.search(r"[,;，；。、\n\x00]|\.(?:\s|$)|\band\b|\bthen\b", after)
        return first, end + last.start() if last else len(self.text)
