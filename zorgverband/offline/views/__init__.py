"""What a device fetches to work without reception; the same for everybody, nothing of anybody."""
