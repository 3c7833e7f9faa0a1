"""Chinese, as the agent speaks it to a person at the editor. Data, in simplified characters: the view turns the others."""

from ai_to_video.wire.gui.chinese.clauses import CLAUSES, OPENINGS
from ai_to_video.wire.gui.chinese.forms import FORMS, STATEMENTS
from ai_to_video.wire.gui.chinese.signs import GOALS, SIGNS, TELLINGS
from ai_to_video.wire.gui.chinese.targets import PURPOSES, TARGETS
from ai_to_video.wire.gui.chinese.words import WORDS
from ai_to_video.wire.gui.grammar import Rules

RULES = Rules(
    tongue="zh",
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
