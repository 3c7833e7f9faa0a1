"""Spanish, as the agent speaks it to a person at the editor. Data."""

from ai_to_video.wire.gui.grammar import Rules
from ai_to_video.wire.gui.spanish.clauses import ASKING, CLAUSES, OPENINGS
from ai_to_video.wire.gui.spanish.forms import FORMS, STATEMENTS
from ai_to_video.wire.gui.spanish.signs import GOALS, SIGNS, TELLINGS
from ai_to_video.wire.gui.spanish.targets import PURPOSES, TARGETS
from ai_to_video.wire.gui.spanish.words import WORDS

RULES = Rules(
    tongue="es",
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
