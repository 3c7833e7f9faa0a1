"""The three ways to work as prompts a person can pick: quick edit, batch, iterative. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from mcp.types import GetPromptResult, Prompt, PromptArgument, PromptMessage, TextContent

WISH = PromptArgument(
    name="wish", description="Length, shape and tone, such as: 30 seconds, 9:16, calm", required=False
)


@dataclass(frozen=True, slots=True)
class Workflow:
    """`words` is what the person says; {names} are the arguments, `spare` stands in for one that is left out."""

    title: str
    description: str
    arguments: tuple[PromptArgument, ...]
    words: str
    spare: str = "a 30-second explainer video"


WORKFLOWS: Mapping[str, Workflow] = {
    "quick_edit": Workflow(
        "One text, one video",
        "Turns a text into a video and saves the file.",
        (PromptArgument(name="text", description="The text, or the path of a document", required=True), WISH),
        "Turn the following into {wish}. Show me the timeline in one line, then save the file and tell me its path.\n\n"
        "{text}",
    ),
    "batch": Workflow(
        "Several files, one video each",
        "Makes a video out of each of several files.",
        (PromptArgument(name="files", description="Paths or addresses, one a line", required=True), WISH),
        "Make {wish} out of each of these files, one after the other, each saved as a file of its own. Tell me the "
        "credits that are left before you start and after each one.\n\n{files}",
    ),
    "iterative": Workflow(
        "A rough cut, then refine",
        "Starts with a rough cut and changes it together with you.",
        (PromptArgument(name="text", description="The text or the idea", required=True), WISH),
        "Make a rough cut of the following as {wish}. Show me the timeline track by track and ask what to change; keep "
        "to the same project, and save the file only when I say so.\n\n{text}",
    ),
}


def listed() -> list[Prompt]:
    return [
        Prompt(name=name, title=flow.title, description=flow.description, arguments=list(flow.arguments))
        for name, flow in WORKFLOWS.items()
    ]


def spoken(name: str, given: Mapping[str, str]) -> GetPromptResult:
    """Raises KeyError naming the workflow or the argument that is missing."""
    flow = WORKFLOWS[name]
    filled = {
        argument.name: (given[argument.name] if argument.required else given.get(argument.name) or flow.spare)
        for argument in flow.arguments
    }
    message = PromptMessage(role="user", content=TextContent(text=flow.words.format(**filled)))
    return GetPromptResult(description=flow.description, messages=[message])
