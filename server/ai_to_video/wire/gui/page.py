"""A whole message, block by block: what is sheltered, what asks, what is left when the asking is gone. Pure."""

from dataclasses import dataclass
from itertools import pairwise

from ai_to_video.wire.gui.action import Action
from ai_to_video.wire.gui.blocks import Block, blocks
from ai_to_video.wire.gui.chain import joined
from ai_to_video.wire.gui.commands import closed, command
from ai_to_video.wire.gui.judge import judge
from ai_to_video.wire.gui.languages import Tongues
from ai_to_video.wire.gui.layout import Line, goes_on, laid_out, worthless
from ai_to_video.wire.gui.meaning import Ask, squeezed
from ai_to_video.wire.gui.mend import mended
from ai_to_video.wire.gui.sentences import sentences
from ai_to_video.wire.gui.shelter import Shelter, holds_steps
from ai_to_video.wire.gui.view import EMOJI, View, label_names


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    actions: list[Action]


def read_page(view: View) -> Page:
    """The message without what it asks of the person at the editor, and the actions in their order."""
    tongues = Tongues(view)
    shelter = Shelter()
    lines: list[Line] = []
    heads: list[str] | None = None
    for block in blocks(view):
        line = Line(block, _source(view, block.start, block.end))
        if block.kind == "row":
            shelter.over(block, "")
            heads = _read_row(view, line, tongues, heads)
        else:
            heads = None
            _read(view, line, tongues, shelter)
        if lines and lines[-1].fell and line.block.kind == "item" and not line.asks:
            line.fell = goes_on(view.original(block.body, block.end))
        lines.append(line)
    if not any(line.asks for line in lines):
        return Page(view.source, [])
    for line, below in pairwise(line for line in lines if line.block.kind != "blank"):
        line.fell = line.fell or _picks_for(view, line, below, tongues)
    return Page(laid_out(lines), [_action(view, ask) for ask in _acts(lines)])


def _picks_for(view: View, line: Line, below: Line, tongues: Tongues) -> bool:
    """A numbered step that only picks what the step below it acts on ("1. Select clip 6")."""
    if line.asks or not (line.block.numbered and below.block.numbered and below.asks):
        return False
    words = view.plain[line.block.body : line.block.end]
    return below.asks[0].action == "send_edit" and tongues.pick(words)[0].selects(words)


def _read(view: View, line: Line, tongues: Tongues, shelter: Shelter) -> None:
    block = line.block
    sheltered = shelter.over(block, view.plain[block.body : block.end])
    if block.kind in ("blank", "code", "rule") or sheltered == "all" or _only_names(view, block):
        return
    written = ""
    for number, sentence in enumerate(sentences(view, block.body, block.end)):
        kept = view.original(sentence.start, sentence.end)
        strict = sheltered if sheltered != "first" or not number else "most"
        judged = judge(view, sentence, tongues.pick, strict=strict)
        if judged.asks:
            line.asks += judged.asks
            line.whole = line.whole and not any(judged.stays)
            kept = mended(view, judged)
        elif line.asks and line.whole and goes_on(kept):
            kept = ""
        else:
            line.whole = line.whole and worthless(kept)
        written += kept
    if line.asks:
        line.head = _source(view, block.start, block.body)
        line.body = written.strip()
        line.fell = worthless(line.body)


def _only_names(view: View, block: Block) -> bool:
    """A heading that is a button's bare name ("### Preview") says what stands under it."""
    return block.kind == "heading" and view.plain[block.body : block.end].strip(" :：" + EMOJI) in label_names()


def _read_row(view: View, line: Line, tongues: Tongues, heads: list[str] | None) -> list[str]:
    """A table row: only cells under a heading such as "Next step" are read."""
    block = line.block
    bars = [at for at in range(block.start, block.end) if view.plain[at] == "|"]
    cells = list(pairwise(bars))
    if heads is None:
        return [view.plain[left + 1 : right].strip() for left, right in cells]
    kept: list[str] = []
    for number, (left, right) in enumerate(cells):
        written = view.original(left + 1, right)
        if number < len(heads) and holds_steps(heads[number]):
            for sentence in sentences(view, left + 1, right):
                judged = judge(view, sentence, tongues.pick, strict="")
                if judged.asks:
                    line.asks += judged.asks
                    written = written.replace(view.original(sentence.start, sentence.end), mended(view, judged), 1)
        kept.append(f" {written.strip()} " if line.asks else written)
    if line.asks:
        line.body = "|" + "|".join(kept) + "|"
        line.fell = all(worthless(cell) or number == 0 for number, cell in enumerate(kept))
    return heads


def _acts(lines: list[Line]) -> list[Ask]:
    """Asks in order; numbered steps, and a sentence that only goes on ("Then choose MP4"), are one act."""
    acts: list[Ask] = []
    above: Line | None = None
    for line in lines:
        for number, ask in enumerate(line.asks):
            steps = (
                above is not None and above.whole and above.block.numbered and line.block.numbered and not number
            ) or (number > 0 and ask.verb == "select" and line.whole)
            if (
                acts
                and steps
                and (one := joined(acts[-1], ask, either=False, later=False))
                and (acts[-1].action != ask.action or "select" in (ask.verb, acts[-1].verb))
            ):
                acts[-1] = one
            else:
                acts.append(ask)
        if line.block.kind != "blank" and (line.asks or not line.fell):
            above = line if line.asks else None
    return acts


def _action(view: View, ask: Ask) -> Action:
    if ask.action == "send_edit":
        return Action(ask.action, command(view.original(ask.head, ask.end), ask.tongue))
    return Action(ask.action, closed(squeezed(view.original(ask.start, ask.end))))


def _source(view: View, start: int, end: int) -> str:
    """The message from the line break before plain[start] on: marks that the view drops come along."""
    first = view.ends[start - 1] if start else 0
    last = view.starts[end] if end < len(view.plain) else len(view.source)
    return view.source[first:last]
