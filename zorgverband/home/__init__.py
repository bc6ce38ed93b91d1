"""Where people arrive: start page, news, search, what is new over all their networks."""
