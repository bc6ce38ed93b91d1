"""That pages stay cheap: few statements, ways that miss nothing, a world that can be built twice."""
