"""What is heard: music made on the spot, uploaded sound, and how all of it is mixed and mastered."""
