"""SKILL.md says who we are, wherever it was installed."""

import json

import pytest

from ai_to_video.skill import Skill, frontmatter

FRONT = "---\nname: ai-to-video\nversion: 9.9.9\ndescription: Makes videos.\nmetadata:\n  version: no\n---\n# Body\n"


def placed(folder, text=FRONT):
    """A checkout in `folder`; the package it holds."""
    package = folder / "server" / "ai_to_video"
    package.mkdir(parents=True)
    (folder / "SKILL.md").write_text(text, "utf-8")
    return package


def test_a_checkout_reads_its_own_file_and_not_a_stale_copy(tmp_path):
    package = placed(tmp_path)
    (package / "SKILL.md").write_text(FRONT.replace("9.9.9", "0.0.1"), "utf-8")
    skill = Skill.read(package)
    assert (skill.name, skill.version, skill.description) == ("ai-to-video", "9.9.9", "Makes videos.")
    assert skill.checkout == tmp_path


def test_an_installed_package_reads_the_file_that_came_with_it(tmp_path):
    package = tmp_path / "site-packages" / "ai_to_video"
    package.mkdir(parents=True)
    (package / "SKILL.md").write_text(FRONT, "utf-8")
    assert Skill.read(package).version == "9.9.9"
    assert Skill.read(package).checkout is None


@pytest.mark.parametrize(
    ("folder", "platform"),
    [
        (".clawhub/skills/ai-to-video", "clawhub"),
        (".cursor/skills/ai-to-video", "cursor"),
        (".openclaw/skills/ai-to-video", "unknown"),
        ("clawhub/ai-to-video", "unknown"),
    ],
)
def test_the_platform_is_told_from_the_install_path(tmp_path, folder, platform):
    assert Skill.read(placed(tmp_path / folder)).platform() == platform


def test_the_platform_is_told_from_the_marker_that_clawhub_leaves(tmp_path):
    package = placed(tmp_path)
    (tmp_path / ".clawhub").mkdir()
    (tmp_path / ".clawhub" / "origin.json").write_text(json.dumps({"slug": "ai-to-video"}), "utf-8")
    assert Skill.read(package).platform() == "clawhub"


def test_a_linked_skill_folder_counts_under_the_path_of_the_link(tmp_path):
    placed(tmp_path / "elsewhere")
    (tmp_path / ".cursor" / "skills").mkdir(parents=True)
    link = tmp_path / ".cursor" / "skills" / "ai-to-video"
    link.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert Skill.read(link / "server" / "ai_to_video").platform() == "cursor"


@pytest.mark.parametrize("text", [FRONT.replace("\n", "\r\n"), FRONT.replace("9.9.9", '"9.9.9"'), FRONT.rstrip()])
def test_the_frontmatter_is_read_as_people_write_it(text):
    assert frontmatter(text)["version"] == "9.9.9"


def test_a_file_without_frontmatter_has_none():
    assert frontmatter("# Title\n---\nname: x\n---\n") == {}
