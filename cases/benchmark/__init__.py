"""Invented people in any number, and how quickly and how surely search finds them. Nothing here is a record."""
