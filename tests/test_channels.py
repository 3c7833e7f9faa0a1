"""What goes to registries and stores is complete, agrees with the code, and invents no owner."""

import base64
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from PIL import Image

import ai_to_video
from ai_to_video.cli import parser
from ai_to_video.install import CLIENTS
from ai_to_video.settings import VARIABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SKILL = (ROOT / "SKILL.md").read_text("utf-8")
MANIFEST = json.loads((ROOT / "manifest.json").read_text("utf-8"))
REGISTRY = json.loads((ROOT / ".github" / "server.json").read_text("utf-8"))
MARKET = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text("utf-8"))
VERSION = ai_to_video.__version__
KNOWN = {variable.name for variable in VARIABLES}
SERVER = {"command": "uvx", "args": ["ai-to-video"]}


@pytest.fixture(scope="module")
def release():
    spec = importlib.util.spec_from_file_location("release", ROOT / ".github" / "release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = {".git", ".venv", ".uv", "__pycache__", "dist", "node_modules"}


def tree():
    """The files of the project: what version control knows or, in an unpacked release, what lies there."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    found = []
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in MADE and not name.endswith("_cache")]
        found += [(Path(folder) / name).relative_to(ROOT).as_posix() for name in names]
    return found


def test_the_version_is_the_same_in_every_channel():
    (plugin,) = MARKET["plugins"]
    assert {REGISTRY["version"], plugin["version"], *(package["version"] for package in REGISTRY["packages"])} == {
        VERSION
    }
    (bundle,) = [package["identifier"] for package in REGISTRY["packages"] if package["registryType"] == "mcpb"]
    assert bundle.endswith(f"/v{VERSION}/ai-to-video-{VERSION}.mcpb")


def test_the_registry_entry_keeps_the_limits_of_its_schema():
    assert re.fullmatch(r"[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+", REGISTRY["name"])
    assert len(REGISTRY["description"]) <= 100
    assert len(REGISTRY["title"]) <= 100
    assert set(REGISTRY) <= {
        "$schema",
        "name",
        "title",
        "description",
        "version",
        "websiteUrl",
        "repository",
        "packages",
    }
    for package in REGISTRY["packages"]:
        assert {"registryType", "identifier", "version", "transport"} <= set(package)
        assert package["transport"] == {"type": "stdio"}
        assert re.fullmatch(r"[0-9a-f]{64}", package.get("fileSha256", "0" * 64))
        for variable in package.get("environmentVariables", ()):
            assert variable["name"] in KNOWN
            assert variable.get("format", "string") in {"string", "number", "boolean", "filepath"}
            assert bool(variable.get("isSecret")) == (variable["name"] == "NEMO_TOKEN")


def test_the_readme_proves_to_the_registry_whose_package_it_is():
    assert f"<!-- mcp-name: {REGISTRY['name']} -->" in README


def test_the_marketplace_brings_skill_and_server_in_one():
    (plugin,) = MARKET["plugins"]
    assert (plugin["source"], plugin["skills"], plugin["strict"]) == ("./", ["./"], False)
    (server,) = plugin["mcpServers"].values()
    assert server["args"][-1] == "server/main.py"
    assert "--frozen" in server["args"]
    assert set(server["env"]) <= KNOWN


@pytest.mark.parametrize(
    "name", [".claude-plugin/plugin.json", "openclaw.plugin.json", ".cursor-plugin", ".codex-plugin"]
)
def test_nothing_makes_the_skill_registry_take_the_folder_for_a_plugin(name):
    assert not (ROOT / name).exists()


def test_the_install_links_hold_the_command_of_the_table():
    links = re.findall(r"\]\((https:[^)]+install[^)]+config=[^)]+)\)", README)
    assert len(links) == 3
    for link in links:
        asked = parse_qs(urlsplit(link).query)
        assert asked["name"] == ["ai-to-video"]
        (config,) = asked["config"]
        assert json.loads(config if config[0] == "{" else base64.b64decode(config)) == SERVER


def test_the_clients_table_has_a_line_for_every_client():
    section = README.split("## Put it into your client")[1].split("\n## ")[0]
    for client in CLIENTS.values():
        assert f"| {client.title} | `{client.name}` |" in section
    wanted = re.findall(r"`(\{.*?\})`(?= \||$)", section, re.MULTILINE)
    for text in wanted:
        (servers,) = json.loads(text).values() if "command" not in json.loads(text) else ({"": json.loads(text)},)
        assert next(iter(servers.values()))["args"] == ["ai-to-video"]


def test_the_privacy_section_says_what_directories_ask_for():
    section = README.split("## Privacy policy")[1].split("\n## ")[0]
    for word in ("Collection", "Use and storage", "Third parties", "Retention", "Contact"):
        assert f"- **{word}.**" in section
    assert MANIFEST["privacy_policies"] == ["https://github.com/OWNER/ai-to-video#privacy-policy"]


def test_the_owner_is_a_placeholder_that_one_step_fills_in(release, tmp_path):
    naming = {
        name
        for name in tree()
        if not name.startswith(("tests/", "server/", ".github/workflows/")) and name != ".github/release.py"
        and (ROOT / name).suffix in {".md", ".json", ".toml", ".yml"} and re.search(r"\bOWNER\b", (ROOT / name).read_text("utf-8"))
    }  # fmt: skip
    assert naming == set(release.NAMED)
    for name in release.NAMED:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    release.fill("acme", tmp_path)
    filled = "".join((tmp_path / name).read_text("utf-8") for name in release.NAMED)
    assert "OWNER" not in filled
    assert "github.com/acme/ai-to-video" in filled
    assert "io.github.acme/ai-to-video" in filled
    with pytest.raises(SystemExit):
        release.fill("not an owner", tmp_path)


def test_a_bundle_packed_twice_has_the_same_bytes(release, tmp_path):
    for number, names in enumerate((["b.txt", "a/c.txt"], ["a/c.txt", "b.txt"])):
        with zipfile.ZipFile(tmp_path / f"{number}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1 + number) as packed:
            for name in names:
                packed.writestr(zipfile.ZipInfo(name, (2021 + number, 1, 1, 0, 0, 0)), name)
        release.repack(tmp_path / f"{number}.zip", tmp_path / f"{number}.mcpb")
    assert (tmp_path / "0.mcpb").read_bytes() == (tmp_path / "1.mcpb").read_bytes()
    with zipfile.ZipFile(tmp_path / "0.mcpb") as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == {n: n for n in ("a/c.txt", "b.txt")}


def test_the_registry_entry_of_a_release_names_the_digest_of_its_bundle(release, tmp_path):
    (tmp_path / "x.mcpb").write_bytes(b"bundle")
    told = [package.get("fileSha256") for package in json.loads(release.registry(tmp_path / "x.mcpb"))["packages"]]
    assert told == [None, hashlib.sha256(b"bundle").hexdigest()]


def test_the_icon_is_what_stores_ask_for():
    with Image.open(ROOT / MANIFEST["icon"]) as icon:
        assert (icon.format, icon.size, icon.mode) == ("PNG", (512, 512), "RGBA")
        assert icon.getpixel((0, 0))[3] == 0
        assert icon.getpixel((256, 256))[3] == 255


def test_the_top_level_stays_small():
    top = {name.split("/")[0] for name in tree()} | {path.name for path in ROOT.iterdir() if path.name == "uv.lock"}
    assert {name for name in top if name[0] != "."} == {
        "pyproject.toml", "README.md", "server", "tests", "manifest.json", "SKILL.md", "LICENSE", "CHANGELOG.md", "uv.lock",
    }  # fmt: skip


def test_the_bundle_and_the_skill_folder_leave_out_tests_and_dotfiles():
    bundle = set((ROOT / ".mcpbignore").read_text("utf-8").split())
    for name in {name.split("/")[0] for name in tree()}:
        assert name[0] != "." or {name, f"{name}/"} & bundle or name == ".mcpbignore"
    skill = set((ROOT / ".clawhubignore").read_text("utf-8").split())
    assert {"tests/", "manifest.json"} <= skill
    assert not {"SKILL.md", "server/", "pyproject.toml", "uv.lock", "README.md", "LICENSE"} & (skill | bundle)


def test_the_skill_says_enough_for_a_registry_to_take_it():
    body = SKILL.split("---", 2)[2]
    assert len(body.split()) >= 80
    assert body.count("\n## ") >= 2
    assert body.count("\n- ") >= 3
    front = yaml.safe_load(SKILL.split("---")[1])
    assert len(front["compatibility"]) <= 500
    assert set(front) == {"name", "version", "description", "license", "compatibility", "metadata"}


@pytest.mark.parametrize(
    "alarm",
    [
        r"verify\s*=\s*False",
        r"\beval\(",
        r"exec_module\(",
        r"b64encode\([^)]*read_bytes",
        r"bit\.ly|tinyurl",
        r"--token[ =]\S",
    ],
)
def test_nothing_in_the_skill_folder_alarms_a_static_scanner(alarm):
    for name in tree():
        if (name.startswith("server/") and name.endswith(".py")) or name in ("SKILL.md", "README.md"):
            assert not re.search(alarm, (ROOT / name).read_text("utf-8")), name


def test_every_action_of_every_workflow_is_pinned_and_asks_for_little():
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use) for use in re.findall(r"uses: (\S+)", text)), path.name
        assert "permissions" in yaml.safe_load(text)
        assert "${{" not in "".join(
            step.get("run", "") for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]
        )


def test_help_names_every_client(capsys):
    with pytest.raises(SystemExit):
        parser().parse_args(["install", "--help"])
    told = capsys.readouterr().out
    assert all(name in told for name in CLIENTS)
