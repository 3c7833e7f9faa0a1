"""Japanese, as the agent speaks it to a person at the editor. Data; some characters reach it in simplified form."""

from ai_to_video.wire.gui.grammar import Rules
from ai_to_video.wire.gui.japanese.clauses import CLAUSES, OPENINGS
from ai_to_video.wire.gui.japanese.forms import FORMS, STATEMENTS
from ai_to_video.wire.gui.japanese.signs import GOALS, SIGNS, TELLINGS
from ai_to_video.wire.gui.japanese.targets import PURPOSES, TARGETS
from ai_to_video.wire.gui.japanese.words import WORDS

RULES = Rules(
    tongue="ja",
    words=WORDS,
    openings=OPENINGS,
    clauses=CLAUSES,
    forms=FORMS,
    statements=STATEMENTS,
    targets=TARGETS,
    purposes=PURPOSES,
    signs=SIGNS,
    tellings=TELLINGS,
    goals=GOALS,
)
