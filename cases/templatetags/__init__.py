"""Template tags of the research desk."""
