"""What a prompt asks for, told apart from the text the video is made of. Pure; nothing is drawn or planned here."""
