"""The pages of the agenda, one file per thing one does there."""
