"""Word forms and how often they stand in news: see make.py."""
