"""The scenarios, written from the texts of product and rule of visibility, by what they are about."""
