// A verb of the command line: what it is called, its help, and how its words are read.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

export type Verb = {
  /** One line for the list of verbs. */
  summary: string
  /** What `--help` prints under the name. */
  help: string
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>
}

/** The command was given wrongly: one line, a hint at `--help`, exit code 2. */
export class BadUsage extends Error {}

type Values<T extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>>['values']

/** Reads options and up to `words` loose words. @throws BadUsage in Dutch. */
export function readArgs<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, words: readonly string[] = []): { values: Values<T>; words: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const extra = positionals[words.length]
    if (extra !== undefined) throw new BadUsage(`"${extra}" past niet in deze opdracht.`)
    return { values, words: positionals }
  } catch (error) {
    if (error instanceof BadUsage) throw error
    throw new BadUsage(inDutch(error), { cause: error })
  }
}

/** A word or option that must be there. @throws BadUsage naming it. */
export function must(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new BadUsage(`${name} ontbreekt.`)
  return value
}

/** One of a fixed list. @throws BadUsage naming the choices. */
export function oneOf<const T extends string>(value: string, choices: readonly T[], name: string): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new BadUsage(`${name} "${value}" bestaat niet; kies uit: ${choices.join(', ')}.`)
  return found
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function inDutch(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const option = /'(?:-\w, )?(--?[^' =]+)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${option} bestaat niet.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && /does not take/.test(message)) return `De optie ${option} krijgt geen waarde.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `De optie ${option} mist een waarde.`
  return message
}
