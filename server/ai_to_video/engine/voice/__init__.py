"""Reading aloud: written words to phonemes to speech. The model comes from wheels; nothing is fetched here."""
