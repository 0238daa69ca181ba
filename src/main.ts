// Front door: the verbs of the command line. A table of contents; each verb has its own file in commands/.
import { BadUsage, say, type Verb } from './commands/verb.ts'
import { BadSetting } from './ground/config.ts'
import { log, traceOf } from './ground/log.ts'
import { Invalid, Refusal } from './ground/refusals.ts'

const verbs: Record<string, () => Promise<{ verb: Verb }>> = {
  start: () => import('./commands/start.ts'),
  demo: () => import('./commands/demo.ts'),
  migrate: () => import('./commands/migrate.ts'),
  'user add': () => import('./commands/user-add.ts'),
  'user recover': () => import('./commands/user-recover.ts'),
  'networks clear': () => import('./commands/networks-clear.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  'export-log': () => import('./commands/export-log.ts'),
  'verify-log': () => import('./commands/verify-log.ts'),
  'log-keys': () => import('./commands/log-keys.ts'),
  norms: () => import('./commands/norms.ts'),
  doctor: () => import('./commands/doctor.ts'),
}

// A reader that went away (`waarborg ... | head`) is no reason to fall over.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
process.on('unhandledRejection', (error) => log.error('unhandled-rejection', traceOf(error)))
// Node's own report would print the message, which may quote what people typed.
process.on('uncaughtException', (error) => {
  log.error('crash', traceOf(error))
  process.exit(1)
})

process.exitCode = await main(process.argv.slice(2))
// npm's Node may still hold the line to us open.
if (process.connected) process.disconnect()

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    await sayHelp()
    return 0
  }
  const name = Object.keys(verbs).find((verb) => verb.split(' ').every((word, at) => args[at] === word))
  const load = name === undefined ? undefined : verbs[name]
  if (name === undefined || load === undefined) {
    process.stderr.write(`De opdracht "${args[0] === 'user' || args[0] === 'networks' ? args.slice(0, 2).join(' ') : args[0]}" bestaat niet. Kies uit: ${Object.keys(verbs).join(', ')}. Zie "waarborg --help".\n`)
    return 2
  }
  const rest = args.slice(name.split(' ').length)
  try {
    const { verb } = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      say(`waarborg ${name}: ${verb.summary}\n\n${verb.help.trim()}`)
      return 0
    }
    return await verb.run(rest)
  } catch (error) {
    return explain(error, name)
  }
}

function explain(error: unknown, name: string): number {
  if (error instanceof BadUsage) {
    process.stderr.write(`${error.message} Zie "waarborg ${name} --help".\n`)
    return 2
  }
  if (error instanceof BadSetting || error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`)
    if (error instanceof Invalid) for (const fault of error.faults) process.stderr.write(`  ${fault.at}: ${fault.message}\n`)
    return 1
  }
  // Said by who builds to who builds; by its name, so that not every verb has to load the registers.
  if (error instanceof Error && error.name === 'BadDeclaration') {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  log.error('fault', traceOf(error))
  process.stderr.write(`Er ging iets mis: ${error instanceof Error ? error.message : String(error)}\n`)
  return 1
}

async function sayHelp(): Promise<void> {
  say('Waarborg: het privacybeleid van een organisatie uitgevoerd.\n\nGebruik: waarborg <opdracht> [opties]\n')
  for (const [name, load] of Object.entries(verbs)) say(`  ${name.padEnd(14)}  ${(await load()).verb.summary}`)
  say('\nMet "waarborg <opdracht> --help" staat er uitleg bij elke opdracht.\nInstellingen: DATA_DIR, KEYS_DIR, CHECKPOINTS_DIR, HOST, PORT, PUBLIC_URL, DATABASE_URL, DATABASE_APP_URL, TRUSTED_PROXIES, LOG_CERT_HEADER, LOG_PORT, LOG_THREADS, MAX_UPLOAD_MB, LOG_LEVEL, METRICS_PORT, METRICS_HOST, WEBHOOK_ALLOW_HOSTS, SMTP_URL, MAIL_FROM, SMTP_ALLOW_PLAIN.')
}
