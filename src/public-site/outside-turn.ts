// Outside turn: how many people outside are helped at once in one process: the rest wait in a row of their own, so that colleagues at their desk keep connections and processor.
import { AsyncLocalStorage } from 'node:async_hooks'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'

export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Below the connections that a process has (10): a breach in the news must leave some for the desk. */
const mostAtOnce = 5
/** Longer than this nobody waits for a page; whoever comes when the row is full hears it at once. A long row helps nobody: all in it have left before their turn. */
const longestMs = 20_000
const longestRow = 300

/** In the order in which they came. Work within somebody's turn needs no second one. */
export function takingTurns(most = mostAtOnce, { patienceMs = longestMs, row = longestRow }: { patienceMs?: number; row?: number } = {}): Turns {
  const inTurn = new AsyncLocalStorage<true>()
  const waiting: (() => void)[] = []
  let busy = 0

  return async (work) => {
    if (inTurn.getStore()) return work()
    if (busy >= most) await turn()
    else busy++
    try {
      return await inTurn.run(true, work)
    } finally {
      // Handed on, not given back: nobody who comes just now goes first.
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }

  function turn(): Promise<void> {
    if (waiting.length >= row) throw tooBusy()
    return new Promise((done, fail) => {
      const begin = () => {
        clearTimeout(tired)
        done()
      }
      const tired = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1)
        fail(tooBusy())
      }, patienceMs)
      waiting.push(begin)
    })
  }
}

/** For the forms and status pages of this process. */
export const outsideTurn = takingTurns()

/** For what is sent in one request: those who come together share one transaction, so that many can be on their way at once. */
export const rushTurn = takingTurns(300)

function tooBusy(): TooMany {
  return new TooMany(30, t('Het is nu erg druk. Wacht een halve minuut en probeer het opnieuw; ga zo nodig een pagina terug, dan staat wat u typte er nog. Hebt u haast? Bel ons dan.', 'It is very busy now. Wait half a minute and try again; if need be go back one page, and what you typed is still there. In a hurry? Then call us.'))
}
