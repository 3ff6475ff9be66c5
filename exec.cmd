@rem Windows: package.json runs some scripts by `exec`, so that signals reach them without a shell in between.
@%*
