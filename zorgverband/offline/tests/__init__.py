"""Tests of working without reception, without a browser: what the server says to a device."""
