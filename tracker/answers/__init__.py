"""What people answer: by signed links in their messages, and in plain words to the school's bot."""
