"""English, as the agent speaks it to a person at the editor. Data."""

from ai_to_video.wire.gui.english.clauses import ASKING, CLAUSES, OPENINGS
from ai_to_video.wire.gui.english.forms import FORMS
from ai_to_video.wire.gui.english.signs import GOALS, SIGNS
from ai_to_video.wire.gui.english.statements import STATEMENTS
from ai_to_video.wire.gui.english.targets import PURPOSES, TARGETS
from ai_to_video.wire.gui.english.tellings import TELLINGS
from ai_to_video.wire.gui.english.words import WORDS
from ai_to_video.wire.gui.grammar import Rules

RULES = Rules(
    tongue="en",
    words=WORDS,
    openings=OPENINGS,
    asking=ASKING,
    clauses=CLAUSES,
    forms=FORMS,
    statements=STATEMENTS,
    targets=TARGETS,
    purposes=PURPOSES,
    signs=SIGNS,
    tellings=TELLINGS,
    goals=GOALS,
)
