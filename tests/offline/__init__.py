"""Working without reception: the site behind a line that is cut at every moment."""
