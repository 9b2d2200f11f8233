"""Many uploads while everything they need is killed, stopped and drained: is each of them committed exactly once?"""
