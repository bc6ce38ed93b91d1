"""Tests of what an organisation keeps of its own people."""
