"""The pages of the plan, one file per thing one does there."""
