"""What goes into each tool and what comes out, as plain JSON schemas, and the check of what a model really sent. Pure.

Written by hand so that strict clients accept them (no references, no unions, no null) and starting costs nothing. An
answer may lack any field but `message`, because some clients hold failures to the schema of a success too.
"""

from collections.abc import Mapping
from typing import Any

from ..errors import BadArgument

Schema = dict[str, Any]
STRING: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
OBJECT: Schema = {"type": "object"}
LONGEST_WAIT = 900


def argument(kind: Schema, description: str, **rules: object) -> Schema:
    return {**kind, **rules, "description": description}


def arguments(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**shape, "required": list(required)} if required else shape


def wait(default: int) -> Schema:
    return argument(
        INTEGER,
        "Seconds this call may wait; the work goes on afterwards.",
        default=default,
        minimum=0,
        maximum=LONGEST_WAIT,
    )


INPUTS: Mapping[str, Schema] = {
    "generate_video": arguments(
        ("prompt",),
        prompt=argument(STRING, "The wish in any language (length, shape, tone) with the text to use.", minLength=1),
        project_id=argument(STRING, "Project to change; empty starts a new one.", default=""),
        export=argument(BOOLEAN, "Also render and save the MP4.", default=False),
        wait_seconds=wait(40),
    ),
    "upload_media": arguments(
        ("files",),
        files={
            "type": "array",
            "items": STRING,
            "minItems": 1,
            "maxItems": 20,
            "description": "Local paths, file:// or http(s) addresses: video, image, audio, TXT, DOCX, PDF, article.",
        },
        project_id=argument(STRING, "Project to add them to; empty starts a new one.", default=""),
    ),
    "get_credits": arguments(),
    "get_state": arguments(
        project_id=argument(STRING, "Project to look at.", default=""),
        job_id=argument(STRING, "Job to look at or wait for.", default=""),
        wait_seconds=wait(0),
    ),
    "export_video": arguments(
        project_id=argument(STRING, "Project to render; empty is the latest.", default=""),
        format=argument(STRING, "mp4 plays everywhere.", default="mp4"),
        resolution=argument(STRING, "Such as 720p or 1080p.", default="1080p"),
        filename=argument(STRING, "Name of the file; empty takes the title.", default=""),
        wait_seconds=wait(40),
    ),
}


def shape(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties}


def rows(**properties: Schema) -> Schema:
    return {"type": "array", "items": shape(**properties)}


def answer(**properties: Schema) -> Schema:
    return {**shape(message=STRING, **properties), "required": ["message"]}


STRINGS: Schema = {"type": "array", "items": STRING}
FILE = shape(
    path=STRING,
    url=STRING,
    bytes=INTEGER,
    sha256=STRING,
    seconds=NUMBER,
    width=INTEGER,
    height=INTEGER,
    video_codec=STRING,
    audio_codec=STRING,
)
"""Told in full once, for export_video; the other tools give the same object."""

ACTIONS = rows(action=STRING, tool=STRING, arguments=OBJECT, done=BOOLEAN, note=STRING)

OUTPUTS: Mapping[str, Schema] = {
    "generate_video": answer(
        status=STRING,
        project_id=STRING,
        job_id=STRING,
        reply=STRING,
        changes=STRINGS,
        timeline=STRING,
        actions=ACTIONS,
        credits=shape(spent=NUMBER, available=NUMBER, frozen=NUMBER, total=NUMBER),
        file=OBJECT,
        open_in_browser=STRING,
    ),
    "upload_media": answer(
        project_id=STRING,
        media=rows(
            name=STRING,
            kind=STRING,
            source=STRING,
            bytes=INTEGER,
            seconds=NUMBER,
            width=INTEGER,
            height=INTEGER,
            reused=BOOLEAN,
            note=STRING,
        ),
    ),
    "get_credits": answer(
        available=NUMBER, frozen=NUMBER, total=NUMBER, account=STRING, expires_at=STRING, top_up_url=STRING
    ),
    "get_state": answer(
        status=STRING,
        timeline=STRING,
        tracks=rows(number=INTEGER, type=STRING, name=STRING, start_ms=INTEGER, end_ms=INTEGER, volume=INTEGER),
        jobs=rows(
            job_id=STRING,
            project_id=STRING,
            kind=STRING,
            status=STRING,
            progress=NUMBER,
            started_at=STRING,
            note=STRING,
            file=OBJECT,
        ),
        projects=rows(project_id=STRING, title=STRING, updated_at=STRING, timeline=STRING),
        reply=STRING,
        changes=STRINGS,
        actions=ACTIONS,
    ),
    "export_video": answer(
        status=STRING, project_id=STRING, job_id=STRING, render_id=STRING, file=FILE, open_in_browser=STRING
    ),
}

KINDS = {"string": "text", "integer": "a whole number", "boolean": "true or false", "array": "a list of texts"}


def check(tool: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments with defaults filled in; an argument sent as null counts as not sent.

    Raises BadArgument naming the first argument that is missing, unknown, of another type or out of range.
    """
    schema = INPUTS[tool]
    properties: Mapping[str, Schema] = schema["properties"]
    takes = f"{tool} takes {', '.join(properties) or 'no arguments'}."
    for name in given:
        if name not in properties:
            raise BadArgument(f'{tool} has no argument "{str(name)[:60]}".', hint=takes)
    sent = {name: value for name, value in given.items() if value is not None}
    for name in schema.get("required", ()):
        if name not in sent:
            raise BadArgument(f'{tool} needs the argument "{name}".', hint=takes)
    return {name: value_of(name, rule, sent.get(name, rule.get("default"))) for name, rule in properties.items()}


def value_of(name: str, rule: Schema, value: object) -> object:
    kind = rule["type"]
    if kind == "string" and isinstance(value, str):
        within(name, "not be empty", len(value.strip()) >= rule.get("minLength", 0))
    elif kind == "boolean" and isinstance(value, bool):
        pass
    elif (
        kind == "integer"
        and not isinstance(value, bool)
        and isinstance(value, int | float)
        and float(value).is_integer()
    ):
        least, most = rule["minimum"], rule["maximum"]
        within(name, f"be from {least} to {most}", least <= value <= most)
        value = int(value)
    elif kind == "array" and isinstance(value, list) and all(isinstance(item, str) for item in value):
        least, most = rule["minItems"], rule["maxItems"]
        within(name, f"be a list of {least} to {most} entries", least <= len(value) <= most)
    else:
        within(name, f"be {KINDS[kind]}", False)
    return value


def within(name: str, rule: str, kept: bool) -> None:
    if not kept:
        raise BadArgument(f'The argument "{name}" must {rule}.', hint=f"Call again with another {name}.")
