"""Who does what, and when: asked of one named member, answered by them, ticked off once."""
