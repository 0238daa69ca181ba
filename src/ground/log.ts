// Working logs: one JSON line an event on stderr, with ids only; never names, free text or addresses of people.

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof levels)[number]

type Value = string | number | boolean | null | undefined

const least = levelOf(process.env.LOG_LEVEL)

export const log = {
  debug: (event: string, fields?: Record<string, Value>) => write('debug', event, fields),
  info: (event: string, fields?: Record<string, Value>) => write('info', event, fields),
  warn: (event: string, fields?: Record<string, Value>) => write('warn', event, fields),
  error: (event: string, fields?: Record<string, Value>) => write('error', event, fields),
}

/** What may be logged of a fault: its name, code and the places in our own code, not its message (it may quote what people typed). */
export function traceOf(error: unknown): { name: string; code: string | undefined; at: string } {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string }
  const at = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim().replace(/^at /, '').replace(/file:\/\/\S*?\/(src|node_modules)\//, '$1/'))
  return { name: name ?? typeof error, code, at: at.join(' < ') }
}

function write(level: LogLevel, event: string, fields: Record<string, Value> = {}): void {
  if (levels.indexOf(level) < least) return
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`)
}

function levelOf(text: string | undefined): number {
  const at = levels.findIndex((level) => level === text?.toLowerCase())
  return at === -1 ? levels.indexOf('info') : at
}
