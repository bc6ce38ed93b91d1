"""The pages of agreements, one file per thing one does there."""
