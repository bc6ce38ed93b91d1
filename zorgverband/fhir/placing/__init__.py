"""Where a resource belongs in the record: its subject, its moment, its author, its attachments."""
