// Publishing to a folder outside the database: one file for each organisation, to which the newest checkpoint is added as a line; nothing in it is ever changed.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../ground/config.ts'
import { log } from '../../ground/log.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { lastCheckpoint } from './checkpoints.ts'
import { type PublishedLine, publishedLine, readPublishedLine } from './published-line.ts'

export type FolderHouse = JobHouse & { readonly config: Partial<Pick<Config, 'checkpointsFolder'>> }

/** A checkpoint fixes everything before it: while records pour in, one line in ten seconds is enough. */
const everyMs = 10_000

/** Adds the newest checkpoint where it isn't there yet. A folder that can't be written doesn't hold up sealing: the page says so. @returns false when it is to come back for it */
export async function publishToFolder(house: FolderHouse, place: JobPlace, { atOnce = false } = {}): Promise<boolean> {
  const folder = house.config.checkpointsFolder
  const { id } = place.organisation
  const known = done.get(id)
  if (folder === undefined) return true
  if (!atOnce && known && performance.now() - known.at < everyMs) return false
  const checkpoint = await inPlace(house, place, lastCheckpoint)
  if (!checkpoint) return true
  try {
    const line = publishedLine(id, checkpoint)
    if (lastPublished(folder, id)?.signature !== checkpoint.signature.toString('base64')) append(publishedFile(folder, id), line)
    done.set(id, { at: performance.now(), fault: undefined })
    return true
  } catch (error) {
    const fault = (error as NodeJS.ErrnoException).code ?? 'fault'
    if (known?.fault !== fault) log.error('checkpoint-not-published', { organisation: id, code: fault })
    done.set(id, { at: performance.now(), fault })
    return false
  }
}

export function publishedFile(folder: string, organisationId: string): string {
  return join(folder, `${organisationId}.txt`)
}

/** The last line, or undefined when there is none (yet). */
export function lastPublished(folder: string, organisationId: string): PublishedLine | undefined {
  const file = publishedFile(folder, organisationId)
  if (!existsSync(file)) return undefined
  const { size } = statSync(file)
  const end = Buffer.alloc(Math.min(size, 1_000))
  const handle = openSync(file, 'r')
  try {
    readSync(handle, end, 0, end.length, size - end.length)
  } finally {
    closeSync(handle)
  }
  return end.toString('utf8').split('\n').map(readPublishedLine).findLast((line) => line !== undefined)
}

/** One write, and on disk before it is counted as done: two processes that add at the same time each leave whole lines. */
function append(file: string, line: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o750 })
  const handle = openSync(file, 'a', 0o640)
  try {
    writeSync(handle, `${line}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Why the last try of this process failed (ENOSPC, EACCES), or undefined. */
export function folderFault(organisationId: string): string | undefined {
  return done.get(organisationId)?.fault
}

/** What went last, by organisation; the fault is that of the last try. */
const done = new Map<string, { readonly at: number; readonly fault: string | undefined }>()
