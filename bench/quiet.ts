// Quiet: no line for each request in the output. Imported before everything else, for the log reads its level once.
process.env.LOG_LEVEL ??= 'warn'
