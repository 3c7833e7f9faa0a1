"""Written words: signs, sentences, quantities, and the words of them that matter. Pure, English and Chinese."""
