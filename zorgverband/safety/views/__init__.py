"""Pages of looking in need and of safety compartments."""
