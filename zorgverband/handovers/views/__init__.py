"""Thin views: form in, one action, answer out."""
