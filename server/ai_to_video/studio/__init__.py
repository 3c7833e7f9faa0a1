"""What a person can ask for: generate, upload, show, export, credits."""
