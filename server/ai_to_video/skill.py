"""SKILL.md, the file that says who we are: where it lies, its name and version, and which platform installed it."""

import re
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).absolute().parent
"""Not resolved: a skill folder that is a symbolic link keeps the path it was installed under."""


@dataclass(frozen=True, slots=True)
class Skill:
    """`text` is the whole file; `checkout` is the project folder it stands in, None in an installed package."""

    name: str
    version: str
    description: str
    text: str
    path: Path
    checkout: Path | None = None

    @classmethod
    def read(cls, package: Path = PACKAGE) -> "Skill":
        """The top-level SKILL.md of a checkout (a copy inside the package may be stale there), else the packaged one.

        Raises FileNotFoundError where neither was shipped.
        """
        root = package.parent.parent
        checkout = root if package.parent.name == "server" and (root / "SKILL.md").is_file() else None
        path = (checkout or package) / "SKILL.md"
        text = path.read_text("utf-8")
        front = frontmatter(text)
        return cls(front["name"], front["version"], front.get("description", ""), text, path, checkout)

    def platform(self) -> str:
        """`clawhub` or `cursor` by the install path or the marker ClawHub leaves behind, else `unknown`."""
        paths = {self.path.as_posix(), self.path.resolve().as_posix()}
        if any("/.clawhub/" in path for path in paths) or (self.path.parent / ".clawhub" / "origin.json").is_file():
            return "clawhub"
        return "cursor" if any("/.cursor/skills/" in path for path in paths) else "unknown"


def frontmatter(text: str) -> dict[str, str]:
    """The top-level `key: value` lines between the two `---`; nested blocks are left out."""
    block = re.match(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", text, re.DOTALL)
    pairs = (re.match(r"([A-Za-z][\w-]*):[ \t]*(.+)", line) for line in (block[1].splitlines() if block else ()))
    return {pair[1]: pair[2].strip().strip("\"'") for pair in pairs if pair}
