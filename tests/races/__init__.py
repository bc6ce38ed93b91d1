"""Races: the right to read ends while pages, downloads, streams and mails are on their way.

    python -m tests.races --count 1000 --seed 1

What is held, of each race. T is the commit of the ending; right after T somebody shares a *marker*,
a word that stood nowhere before, and a file.

- No answer of any page, download or search holds the marker, whenever it was asked.
- Every request sent after T is answered with 404.
- The open stream rings for nothing that happened after T, and ends; a new one is refused.
- No notice of the marker is put in the inbox, and no mail leaves whose check began after T.

What was read before T may still arrive after it: it was on its way, made by a transaction that ended
before. Times are of one clock of one machine; of a request the moment it was sent and the moment its
last byte came, of the ending the moments just before and just after its COMMIT.
"""
