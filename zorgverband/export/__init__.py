"""Taking it with you: one archive with everything that is somebody's own, to read and to hand on."""
