"""What goes on paper for who has no screen: the week, the phone list, a letter with the news."""
