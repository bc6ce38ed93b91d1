"""The plan of one client or a whole household: what they want, what helps, goals, and how it goes."""
