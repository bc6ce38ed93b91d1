"""Tests of coming and going, through the front door: success and refusal side by side."""
