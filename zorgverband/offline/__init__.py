"""Without reception: what was written waits on the device, and is sent once, in order, later."""
