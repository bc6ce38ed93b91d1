"""Every page in real Chromium: axe, small screens, large letters, light and dark, weight."""
