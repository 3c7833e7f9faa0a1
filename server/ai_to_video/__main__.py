"""`python -m ai_to_video` is the same as `ai-to-video`."""

import sys

from .cli import main

sys.exit(main(sys.argv[1:]))
