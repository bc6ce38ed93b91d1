"""The whole policy of who sees what, as SQL in `locks/`, and the pages that explain it."""
