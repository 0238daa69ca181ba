// History of the log itself: its term, its keys, its holds; under the organisation's own id.

/** As `history_event.register`. */
export const logHistory = 'access-log'
