"""The tests of the whole house; each room's own tests stand in that room."""
