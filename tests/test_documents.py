"""README, SKILL.md, manifest, changelog, command line help and workflow say what the code does."""

import json
import re
import tomllib
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest
import yaml

import ai_to_video
from ai_to_video import errors
from ai_to_video.cli import parser
from ai_to_video.engine import plan
from ai_to_video.engine.director import compose
from ai_to_video.engine.look.themes import THEMES
from ai_to_video.engine.prompt.tastes import MOODS, TONES
from ai_to_video.engine.storyboard import ASPECTS, KINDS
from ai_to_video.settings import VARIABLES, Settings
from ai_to_video.skill import Skill
from ai_to_video.surface.prompts import WORKFLOWS
from ai_to_video.surface.resources import templates
from ai_to_video.surface.tools import OFFERS
from ai_to_video.timeline import Media

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SKILL = (ROOT / "SKILL.md").read_text("utf-8")
MANIFEST = json.loads((ROOT / "manifest.json").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FRONT = yaml.safe_load(SKILL.split("---")[1])
TOOLS = [offer.definition() for offer in OFFERS]


def table(heading, text=README):
    """The rows of the table under a heading, first cell → the others, backquotes taken off."""
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in section.splitlines()
        if line[:1] == "|"
    ]
    return {cells[0].strip("`"): cells[1:] for cells in rows[2:]}


def test_the_version_is_the_same_everywhere():
    assert {
        ai_to_video.__version__,
        PROJECT["version"],
        MANIFEST["version"],
        FRONT["version"],
        Skill.read().version,
        installed_version("ai-to-video"),
    } == {PROJECT["version"]}
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_readme_lists_every_tool_with_its_arguments():
    told = {name: re.findall(r"`(\w+)`", cells[0]) for name, cells in table("Tools").items()}
    assert told == {tool.name: list(tool.input_schema["properties"]) for tool in TOOLS}


def test_the_readme_names_every_prompt_and_resource():
    for name in (*WORKFLOWS, *(template.uri_template for template in templates())):
        assert f"`{name}`" in README


def test_the_readme_lists_every_setting_with_its_default():
    told = table("Settings")
    assert set(told) == {variable.name for variable in VARIABLES}
    defaults = Settings()
    for variable in VARIABLES:
        value = getattr(defaults, variable.field)
        if isinstance(value, str | int | float) and value:
            assert f"`{value}`" in told[variable.name][-1], variable.name


def test_the_readme_lists_every_field_of_a_storyboard():
    section = README.split("\n## Storyboard as JSON\n")[1].split("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert named == [*plan.FIELDS, *plan.SCENE_FIELDS]
    rows = table("Storyboard as JSON")
    for field, words in (("theme", THEMES), ("tone", TONES), ("music", MOODS), ("aspect", ASPECTS), ("kind", KINDS)):
        assert set(words) <= set(re.findall(r"`([\w:]+)`", rows[field][0]))
    assert set(plan.TRANSITIONS) == set(re.findall(r"`(\w+)`", rows["transition"][0]))


def test_the_storyboard_in_the_readme_is_made_as_it_stands():
    written = re.search(r"```json\n(\{\"title\".*?)```", README, re.DOTALL)[1]
    board = compose(written, [Media("jar.jpg", "image")])
    assert board.remarks == ()
    assert [scene.kind for scene in board.scenes] == ["title", "statement", "list", "photo"]


def test_the_skill_file_names_only_fields_of_a_storyboard_that_exist():
    written = re.search(r"`(\{\"title\".*?\})`", SKILL, re.DOTALL)[1]
    assert set(re.findall(r"\"(\w+)\"", written)) <= {*plan.FIELDS, *plan.SCENE_FIELDS}


def test_the_readme_lists_every_command_and_option():
    commands = parser()._subparsers._group_actions[0].choices
    told = table("Command line")
    assert {row.removeprefix("ai-to-video").split(" ")[-1 if row == "ai-to-video" else 1] for row in told} == {
        "",
        *commands,
    }
    for name, command in commands.items():
        row = next(" ".join([row, *cells]) for row, cells in told.items() if f"ai-to-video {name}" in row)
        for action in command._actions:
            option = next((o for o in action.option_strings if o.startswith("--")), "")
            short = next((o for o in action.option_strings if not o.startswith("--")), "")
            if option and option != "--help":
                assert option in row or (short and short in row), (name, option)


def test_the_help_of_every_command_can_be_read():
    commands = parser()._subparsers._group_actions[0].choices
    for name, command in commands.items():
        assert f"ai-to-video {name}" in command.format_help()


@pytest.mark.parametrize("command", re.findall(r"python3 (server/main\.py \w+)", README + SKILL))
def test_a_command_that_is_written_down_exists(command):
    path, word = command.split()
    assert (ROOT / path).is_file()
    assert word in {"test", *parser()._subparsers._group_actions[0].choices}


def test_links_between_files_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", README + SKILL):
        assert (ROOT / target).exists(), target


def test_the_manifest_lists_the_five_tools_under_their_titles():
    assert {row["name"]: row["description"] for row in MANIFEST["tools"]} == {tool.name: tool.title for tool in TOOLS}


def test_the_manifest_starts_the_server_the_way_hosts_can():
    server = MANIFEST["server"]
    assert (MANIFEST["manifest_version"], server["type"]) == ("0.4", "uv")
    assert (ROOT / server["entry_point"]).is_file()
    assert server["mcp_config"]["args"][0] == "run"  # hosts bring their own uv and pass only the arguments
    assert set(server["mcp_config"]["env"]) - {variable.name for variable in VARIABLES} == {"PYTHONUTF8"}
    wanted = set(re.findall(r"\$\{user_config\.(\w+)\}", json.dumps(server)))
    assert wanted == set(MANIFEST["user_config"])


def test_the_skill_file_holds_what_platforms_read():
    assert FRONT["name"] == PROJECT["name"] == MANIFEST["name"] == "ai-to-video"
    assert len(FRONT["description"]) <= 160
    assert FRONT["license"] == PROJECT["license"] == MANIFEST["license"]
    openclaw = FRONT["metadata"]["openclaw"]
    assert openclaw["primaryEnv"] == "NEMO_TOKEN"
    assert "env" not in openclaw["requires"]  # a variable required there keeps the skill from loading
    assert all(entry["required"] is False for entry in openclaw["envVars"])
    assert {entry["name"] for entry in openclaw["envVars"]} <= {variable.name for variable in VARIABLES}


def test_the_skill_file_names_only_tools_that_exist_and_the_three_of_the_first_flow():
    known = {tool.name for tool in TOOLS}
    assert set(re.findall(r"`((?:get|export|generate|upload)_\w+)`", SKILL)) <= known | {"export_blocked"}
    flow = SKILL.split("**Quick edit.**")[1].split("**Batch.**")[0]
    assert [name for name in ("generate_video", "get_state", "export_video") if name in flow] == [
        "generate_video",
        "get_state",
        "export_video",
    ]


def test_every_error_code_that_the_skill_file_explains_exists():
    section = SKILL.split("## When something fails")[1].split("\n## ")[0]
    codes = {
        name for line in section.splitlines() if line[:2] == "- " for name in re.findall(r"`(\w+)`", line.split(":")[0])
    }
    assert len(codes) > 5
    assert codes <= {kind.code for kind in vars(errors).values() if isinstance(kind, type) and hasattr(kind, "code")}


def test_no_owner_is_made_up():
    for text in (README, SKILL, json.dumps(MANIFEST)):
        assert set(re.findall(r"github\.com/([\w-]+)/ai-to-video", text)) <= {"OWNER"}
        assert set(re.findall(r"io\.github\.([\w-]+)/", text)) <= {"OWNER"}


def test_the_workflow_runs_the_commands_of_the_readme():
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]
    ran = " ; ".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert "bash .ci/run" in ran
    assert "server/main.py demo" in ran
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "python3 server/main.py test" in script
    assert all(word in script for word in ("uv lock --check", "ruff format --check", "ruff check", "mypy"))


def test_every_action_of_the_workflow_is_pinned():
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use) for use in re.findall(r"uses: (\S+)", text))


def test_the_bundle_leaves_out_what_a_host_does_not_need():
    ignored = set((ROOT / ".mcpbignore").read_text("utf-8").split())
    assert {"tests/", ".git/", ".github/", ".venv/", ".uv/", "__pycache__/"} <= ignored
    assert not {"README.md", "SKILL.md", "LICENSE", "uv.lock", "pyproject.toml", "server/"} & ignored
