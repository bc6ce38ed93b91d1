"""Many open pages at once, and what that does to the pages of others."""
