"""What every room stands on: clock, ids, refusals, the viewer and the entrance to the database."""
