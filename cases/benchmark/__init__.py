"""Invented people in any number, and how surely and quickly search finds them. Nothing here is a record."""
