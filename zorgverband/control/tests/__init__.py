"""Tests of who decides, through the front door: success and refusal side by side."""
