// A small disk of its own for a folder (tmpfs, Linux, as root), that can be filled to the brim and made larger while the product runs.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  /** Leaves so many bytes; 0 fills it to the last. */
  readonly fill: (leave: number) => void
  /** Takes away what filled it. */
  readonly empty: () => void
  readonly grow: (megabytes: number) => void
  readonly gone: () => void
}

/** Why no disk can be mounted here; undefined where it can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux has tmpfs'
  if (process.getuid?.() !== 0) return 'mounting asks for root'
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-mount-'))
  try {
    const tried = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { encoding: 'utf8' })
    if (tried.status !== 0) return (tried.stderr || String(tried.error)).trim()
    spawnSync('umount', [folder])
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts what is in `folder` on a disk of its own. Nobody may use it meanwhile. */
export function smallDisk(folder: string, megabytes: number): SmallDisk {
  const { mode, uid, gid } = statSync(folder)
  const spare = mkdtempSync(join(folder, '..', 'spare-'))
  run('cp', ['-a', `${folder}/.`, spare])
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=${(mode & 0o7777).toString(8)},uid=${uid},gid=${gid}`, 'tmpfs', folder])
  run('cp', ['-a', `${spare}/.`, folder])
  rmSync(spare, { recursive: true, force: true })
  const ballast = join(folder, 'ballast')
  return {
    fill: (leave) => fill(ballast, folder, leave),
    empty: () => rmSync(ballast, { force: true }),
    grow: (size) => run('mount', ['-o', `remount,size=${size}m`, folder]),
    gone: () => { spawnSync('umount', ['-l', folder]) },
  }
}

function fill(ballast: string, folder: string, leave: number): void {
  const file = openSync(ballast, 'a')
  try {
    for (const bytes of [1024 * 1024, 4096]) {
      const piece = Buffer.alloc(bytes, 1)
      while (freeAt(folder) - bytes >= leave) writeSync(file, piece)
    }
  } catch (error) {
    // Somebody else took the last of it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

function freeAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function run(command: string, words: readonly string[]): void {
  const done = spawnSync(command, words, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${words.join(' ')}: ${done.stderr || String(done.error)}`)
}
