"""What became of a generation, as an answer. Pure: from the rows of a job and the project before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..errors import AiToVideoError
from ..timeline import VIDEO
from ..timeline.describe import line, sentences
from ..timeline.diff import diff
from ..wire.bodies import ProjectState
from ..wire.gui import Translation
from . import policy
from .answers import Generation, Spending, TakenAction
from .job import SETTLED, Job, Told, Turn
from .purse import told as told_credits
from .reading import Seen
from .shelf import Document
from .stored import error_from, file_from, state_from

MOST_BYTES = 100_000  # of one message, waiting documents included


@dataclass(frozen=True)
class Story:
    """`first` is the turn with the person's own message, `last` the one that was just read."""

    job: Job
    first: Turn
    last: Turn
    told: tuple[Told, ...]
    seen: Seen

    @cached_property
    def words(self) -> Translation:
        return policy.translated([one.raw for one in self.told])

    @cached_property
    def last_words(self) -> Translation:
        return policy.translated([one.raw for one in self.told if one.turn == self.last.number])

    @cached_property
    def first_words(self) -> Translation:
        return policy.translated([one.raw for one in self.told if one.turn == self.first.number])

    @cached_property
    def before(self) -> ProjectState:
        return state_from(self.first.before or {})

    @property
    def changed(self) -> bool:
        state = self.seen.state
        return state is not None and state.fingerprint != self.before.fingerprint

    @property
    def hopped(self) -> bool:
        return is_hop(self.job, self.last)

    @property
    def edit(self) -> str:
        return policy.edit_command(self.last_words.actions)

    @property
    def wants_hop(self) -> bool:
        """True when nothing happened and all that was said is how to do it by hand."""
        quiet = self.seen.state is not None and not self.changed and not self.hopped
        plain = not self.job.facts.get("question") and not self.job.facts.get("error")
        return quiet and plain and bool(self.edit) and policy.only_instructions(self.last_words)

    @property
    def failure(self) -> AiToVideoError | None:
        """The error that the agent reported, when it is all there is to tell."""
        error = self.job.facts.get("error")
        silent = not self.words.text or self.job.facts.get("excuse")
        return error_from(error, self.job.job_id) if error and silent and not self.changed else None

    @property
    def needs_input(self) -> bool:
        asked = any(action.name == "upload" for action in self.words.actions)
        return bool(self.job.facts.get("question")) or (asked and not self.changed)

    @property
    def exportable(self) -> bool:
        return self.seen.state is not None and self.seen.state.ready and not self.needs_input

    @property
    def changes(self) -> tuple[str, ...]:
        state = self.seen.state
        if state is None or not self.changed:
            return ()
        named = sentences(
            diff(self.before.timeline, state.timeline, media_before=self.before.media, media_after=state.media)
        )
        tracks = len(state.timeline.tracks)
        return named or (f"The timeline changed ({tracks} track{'' if tracks == 1 else 's'}).",)

    def generation(self, *, spending: Spending, known_timeline: str, link: str) -> Generation:
        """The answer. `known_timeline` stands in when the state could not be read."""
        state = self.seen.state
        actions = policy.taken(
            self.words.actions,
            project_id=self.job.project_id,
            sent=self.first_words.actions if self.hopped else (),
            knows_credits=spending.balance.available >= 0,
        )
        return Generation(
            status="needs_input" if self.needs_input else "done",
            project_id=self.job.project_id,
            job_id=self.job.job_id,
            reply=policy.without_edits(self.words.text) if self.hopped else self.words.text,
            changes=self.changes,
            timeline=line(state.timeline) if state is not None and state.timeline.tracks else known_timeline,
            actions=actions,
            credits=spending,
            open_in_browser=link,
            notes=(*self.job.facts.get("notes", ()), *self._remarks(spending)),
            contact_sheet=state.contact_sheet if state is not None else "",
        )

    def _remarks(self, spending: Spending) -> list[str]:
        remarks = []
        error = self.job.facts.get("error")
        names = {action.name for action in self.words.actions}
        if self.hopped:
            words = "The service asked for an edit by hand, so it was sent as a command, which may cost credits"
            remarks.append(f"{words}: {self.last.message}")
        if self.seen.state is None:
            remarks.append("The timeline could not be read just now; get_state shows it.")
        elif not self.words.text and self.changed:
            remarks.append("The service did it without a word; the changes are read from the timeline.")
        elif not self.words.text and not error:
            remarks.append(
                "The service ended without a word and nothing changed in the timeline. Nothing was sent again."
            )
        if error and (self.words.text or self.changed):
            remarks.append(f"Then the service reported a failure: {error.get('message')} {error.get('hint')}".strip())
        if self._two_stages:
            remarks.append(
                "Music, titles or effects were added in a second step, unasked; say so to have them removed."
            )
        if "get_credits" in names:
            remarks.append(told_credits(spending.balance))
        if "upload" in names:
            remarks.append("The service would like a file: give its path or URL to upload_media.")
        if expected := self.job.facts.get("expected"):
            remarks.append(str(expected))
        return remarks

    @property
    def _two_stages(self) -> bool:
        state = self.seen.state
        if state is None or self.before.ready or len([one for one in self.told if one.text.strip()]) < 2:
            return False
        kinds = {track.kind for track in state.timeline.tracks}
        return VIDEO in kinds and len(kinds) > 1

    @staticmethod
    def with_export(generation: Generation, child: Job) -> Generation:
        """The same answer, now with the file, or with what kept it from being made."""
        file = file_from((child.result or {}).get("file"))
        if child.state == SETTLED and file is not None:
            done = tuple(
                replace(action, done=True, note="The video file was exported.") if action.action == "export" else action
                for action in generation.actions
            )
            notes = (*generation.notes, *(child.result or {}).get("notes", ()))
            return replace(generation, file=file, actions=done, notes=notes)
        error = child.error or {}
        words = f"The export failed: {error.get('message', '')} {error.get('hint', '')}".strip()
        actions: Sequence[TakenAction] = [a for a in generation.actions if a.action != "export"]
        offer = policy.offer_export(generation.project_id, "Call this to try the export again; it is free of credits.")
        return replace(generation, actions=(*actions, offer), notes=(*generation.notes, words))


def own_number(job: Job) -> int:
    """The number of the turn with the person's own message: the second when the first met a vanished project."""
    return 2 if job.facts.get("fresh") else 1


def is_hop(job: Job, turn: Turn) -> bool:
    """True for the edit that was sent because the agent asked a person to do it by hand."""
    return turn.number > own_number(job)


def message_with(prompt: str, documents: Sequence[Document]) -> tuple[str, str]:
    """The prompt with the documents that waited for it, and a sentence about them for the person, or ""."""
    if not documents:
        return prompt, ""
    room = MOST_BYTES - len(prompt.encode("utf-8", "replace"))
    parts = [prompt]
    cut = False
    for document in documents:
        frame = f"\n\n[{document.name}]\n"
        data = document.text.encode("utf-8", "replace")
        left = max(room - len(frame.encode("utf-8", "replace")), 0)
        cut = cut or len(data) > left
        kept = data[:left].decode("utf-8", "ignore")
        room = left - len(kept.encode("utf-8"))
        if kept:
            parts.append(frame + kept)
    names = ", ".join(document.name for document in documents)
    return "".join(parts), f"The text of {names} was put into the request{', as far as it fitted' if cut else ''}."
