"""What each stage of one reading saw, as pictures, JSON and a page to look at: `scorecard-runner read --debug`.

`recorder` is the witness, `folder` the only module that writes files; the others are pure: sights in, pictures or text out.
"""
