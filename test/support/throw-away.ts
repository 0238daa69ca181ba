// Throw-away folders: made when a test asks for one, and gone when its process ends, also by force.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders: string[] = []
process.on('exit', () => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

export function throwAwayFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `waarborg-${name}-`))
  folders.push(folder)
  return folder
}
