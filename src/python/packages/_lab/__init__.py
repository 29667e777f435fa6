"""The page's side of Python: runs learners' programs, shows what they print and how they fail."""
