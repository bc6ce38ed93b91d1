"""What people come to do, from beginning to end, through real pages in real Chromium."""
