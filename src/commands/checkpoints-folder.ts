// A look at the folder of published checkpoints, for `waarborg doctor`: whether it can be written, by nobody else, and where it lies.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'

type Folders = { readonly checkpointsFolder: string; readonly dataFolder: string }

/** @returns what it saw. @throws with what to do */
export function lookAtCheckpointsFolder({ checkpointsFolder: folder, dataFolder }: Folders): string {
  if (!relative(`${dataFolder}/postgres`, folder).startsWith('..')) throw new Error('de checkpoints staan in de map van de database; zet CHECKPOINTS_DIR naar een map daarbuiten, liefst op een andere machine.')
  const place = nearest(folder)
  if (!statSync(place).isDirectory()) throw new Error(`${place} is geen map; zet CHECKPOINTS_DIR.`)
  try {
    accessSync(place, constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(`in ${place} mag niet worden geschreven; pas de rechten aan of zet CHECKPOINTS_DIR.`)
  }
  if (place !== folder) return `${folder} is er nog niet; het eerste verzegelen maakt haar`
  // Who may write here can rewrite what was published.
  if ((statSync(folder).mode & 0o022) !== 0) throw new Error(`anderen mogen schrijven in ${folder}; doe: chmod 750 ${folder}`)
  return `${folder}${isSameDisk(folder, dataFolder) ? ', op dezelfde schijf als de database: elders bewijst zij meer' : ''}`
}

/** The folder itself, or the nearest above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))
}

function isSameDisk(one: string, other: string): boolean {
  return existsSync(other) && statSync(one).dev === statSync(other).dev
}
