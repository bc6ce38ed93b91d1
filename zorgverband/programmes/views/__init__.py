"""The pages of programmes: in a network one picks from them, outside they are kept."""
