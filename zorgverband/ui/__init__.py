"""The look of every page: base layout, components, one stylesheet on design tokens, plain dates."""
