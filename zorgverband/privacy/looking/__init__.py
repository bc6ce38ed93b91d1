"""The access log in words: visits, what is unusual about them, groups, and copies to take along."""
