"""What an informal carer can do, wants to do and does not want, what it adds up to, how it goes."""
