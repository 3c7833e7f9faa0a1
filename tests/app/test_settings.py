"""Settings: read once from a mapping, never raising, each bad value told to the tools that need it."""

import tempfile
from os import pathsep
from pathlib import Path

import pytest

from ai_to_video.errors import BadArgument
from ai_to_video.settings import VARIABLES, Settings

BAD = {
    "AI_TO_VIDEO_BACKEND": "moon",
    "NEMO_API_URL": "ftp://x",
    "NEMO_WEB_URL": "nemovideo.com",
    "NEMO_TOKEN": "two words",
    "NEMO_CLIENT_ID": "a\nb",
    "SKILL_SOURCE": "déjà vu",
    "AI_TO_VIDEO_HOME": "relative/folder",
    "AI_TO_VIDEO_OUTPUT_DIR": "./videos",
    "AI_TO_VIDEO_INPUT_DIRS": f"/a{pathsep}b",
    "AI_TO_VIDEO_MAX_UPLOAD_MB": "lots",
    "AI_TO_VIDEO_DAILY_CREDITS": "-1",
    "AI_TO_VIDEO_DATABASE_URL": "mysql://x",
    "AI_TO_VIDEO_LANGUAGE": "en; drop",
    "AI_TO_VIDEO_LOG_LEVEL": "LOUD",
    "AI_TO_VIDEO_RECORD": "here",
    "AI_TO_VIDEO_PUBLIC_URL": "video.example.com",
    "AI_TO_VIDEO_OAUTH_ISSUER": "http://login.example.com",
    "AI_TO_VIDEO_OAUTH_AUDIENCE": "mcp",
    "AI_TO_VIDEO_OAUTH_SCOPES": "vidéo",
}


def test_without_any_variable_the_documented_defaults_hold():
    settings = Settings.read({})
    assert (settings.backend, settings.max_upload_mb, settings.daily_credits) == ("cloud", 50, 0)
    assert settings.api_url == "https://mega-api-prod.nemovideo.ai"
    assert settings.web_url == "https://nemovideo.com"
    assert settings.output_dir.name == settings.home.name == "ai-to-video"
    assert settings.input_dirs == (Path.home(), Path(tempfile.gettempdir()))
    assert settings.problems == ()


@pytest.mark.parametrize("value", ["", "  ", "${user_config.nemo_token}", "${HOME}/Movies"])
def test_an_empty_or_unexpanded_value_counts_as_absent(value):
    assert Settings.read({variable.name: value for variable in VARIABLES}) == Settings.read({})


def test_every_variable_is_read(tmp_path):
    good = {
        "AI_TO_VIDEO_BACKEND": "Cloud",
        "NEMO_API_URL": "http://127.0.0.1:8787/",
        "NEMO_WEB_URL": "https://example.com",
        "NEMO_TOKEN": "nmv_usr_1",
        "NEMO_CLIENT_ID": "client-1",
        "SKILL_SOURCE": "cursor",
        "AI_TO_VIDEO_HOME": str(tmp_path),
        "AI_TO_VIDEO_OUTPUT_DIR": str(tmp_path / "out"),
        "AI_TO_VIDEO_INPUT_DIRS": f"{tmp_path}{pathsep}{tmp_path / 'in'}{pathsep}",
        "AI_TO_VIDEO_MAX_UPLOAD_MB": "1.5",
        "AI_TO_VIDEO_DAILY_CREDITS": "200",
        "AI_TO_VIDEO_DATABASE_URL": "postgresql://u:p@h/d",
        "AI_TO_VIDEO_LANGUAGE": "zh_CN",
        "AI_TO_VIDEO_LOG_LEVEL": "info",
        "AI_TO_VIDEO_RECORD": str(tmp_path / "record"),
        "AI_TO_VIDEO_PUBLIC_URL": "https://video.example.com/",
        "AI_TO_VIDEO_OAUTH_ISSUER": "https://login.example.com/",
        "AI_TO_VIDEO_OAUTH_AUDIENCE": "https://video.example.com/mcp",
        "AI_TO_VIDEO_OAUTH_SCOPES": "video:read, video:write",
    }
    assert set(good) == {variable.name for variable in VARIABLES}
    assert Settings.read(good) == Settings(
        api_url="http://127.0.0.1:8787",
        web_url="https://example.com",
        token="nmv_usr_1",
        client_id="client-1",
        skill_source="cursor",
        home=tmp_path,
        output_dir=tmp_path / "out",
        input_dirs=(tmp_path, tmp_path / "in"),
        max_upload_mb=1.5,
        daily_credits=200,
        database_url="postgresql://u:p@h/d",
        language="zh-CN",
        log_level="INFO",
        record=tmp_path / "record",
        public_url="https://video.example.com",
        oauth_issuer="https://login.example.com/",
        oauth_audience="https://video.example.com/mcp",
        oauth_scopes=("video:read", "video:write"),
        input_dirs_given=True,
    )
    assert Settings.read(good).max_upload_bytes == 1_572_864


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_a_bad_value_stops_only_the_tools_that_need_it_and_names_the_variable(variable):
    settings = Settings.read({variable.name: BAD[variable.name]})
    (problem,) = settings.problems
    assert problem.variable == variable.name
    for tool in ("generate_video", "upload_media", "get_credits", "get_state", "export_video", "serve"):
        if tool in variable.tools:
            with pytest.raises(BadArgument, match=variable.name) as told:
                settings.require(tool)
            assert variable.name in told.value.hint
        else:
            settings.require(tool)


def test_a_bad_upload_limit_does_not_stop_the_making_of_videos():
    Settings.read({"AI_TO_VIDEO_MAX_UPLOAD_MB": "x"}).require("generate_video")


@pytest.mark.parametrize(
    "url", ["http://[bad", "https://user:pw@host", "https://h?token=1", "https://h:99999", "https://"]
)
def test_an_address_that_cannot_be_used_is_refused(url):
    assert Settings.read({"NEMO_API_URL": url}).problems


def test_a_secret_is_neither_printed_nor_told():
    bad = Settings.read({"NEMO_TOKEN": "se cret", "AI_TO_VIDEO_DATABASE_URL": "mysql://u:secret@h"})
    good = Settings.read({"NEMO_TOKEN": "secret", "AI_TO_VIDEO_DATABASE_URL": "postgresql://u:secret@h"})
    assert not any("cret" in repr(settings) for settings in (bad, good))


def test_the_local_backend_neither_needs_nor_keeps_what_only_the_cloud_needs():
    environ = {"AI_TO_VIDEO_BACKEND": "local", "NEMO_TOKEN": "nmv_usr_1", "NEMO_API_URL": "ftp://x"}
    settings = Settings.read(environ)
    assert settings.token == ""
    settings.require("generate_video")


def test_a_folder_in_the_home_may_be_written_with_a_tilde():
    assert Settings.read({"AI_TO_VIDEO_OUTPUT_DIR": "~/clips"}).output_dir == Path.home() / "clips"
