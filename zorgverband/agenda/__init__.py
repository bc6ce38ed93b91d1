"""Who comes when: visits and appointments, once or repeating, moved and cancelled with notice."""
