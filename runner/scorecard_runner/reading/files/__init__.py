"""A stranger's file to pictures or words: opened in a process of its own."""
