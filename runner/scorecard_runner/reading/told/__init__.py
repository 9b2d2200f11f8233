"""Figures that say themselves what they are, and the tables they make with the text around them: apps, posters, mails, chats."""
