"""'Inloggen en veiligheid': with what somebody signs in, and where they are signed in."""
