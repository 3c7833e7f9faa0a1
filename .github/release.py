"""Steps of a release, also to be run by hand. Standard library only.

release.py OWNER [FOLDER]            puts the account a release is made under where OWNER stands, in FOLDER
release.py repack IN.mcpb OUT.mcpb   the same bundle for the same files, wherever and whenever it was packed
release.py registry BUNDLE.mcpb      prints server.json with the digest of the bundle, for the MCP registry
"""

import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).absolute().parent.parent
NAMED = (
    "README.md",
    "SKILL.md",
    "manifest.json",
    ".github/server.json",
    ".claude-plugin/marketplace.json",
)
"""Every file that names an owner; a test holds this list to the tree."""
EPOCH = (2020, 2, 2, 0, 0, 0)


def fill(owner: str, folder: Path) -> None:
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?", owner):
        raise SystemExit(f"{owner} cannot be an account.")
    for name in NAMED:
        path = folder / name
        path.write_text(re.sub(r"\bOWNER\b", owner, path.read_text("utf-8")), "utf-8")


def repack(packed: Path, target: Path) -> None:
    """Sorted, with one time and one set of rights, stored: no version of a compressor shows in the bytes."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            new.writestr(info, old.read(name))


def registry(bundle: Path) -> str:
    entry = json.loads((ROOT / ".github" / "server.json").read_text("utf-8"))
    for package in entry["packages"]:
        if package["registryType"] == "mcpb":
            package["fileSha256"] = hashlib.sha256(bundle.read_bytes()).hexdigest()
    return json.dumps(entry, indent=2)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["repack", packed, target]:
            repack(Path(packed), Path(target))
        case ["registry", bundle]:
            sys.stdout.write(registry(Path(bundle)) + "\n")
        case [owner, *folder] if len(folder) < 2:
            fill(owner, Path(*folder) if folder else ROOT)
        case _:
            raise SystemExit(__doc__)
