"""Views, a file for each page or list."""
