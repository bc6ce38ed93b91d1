"""The pages where one chooses a paper, and the papers themselves."""
