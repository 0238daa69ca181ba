// Free room: whether the disk of the database has so little left that work which can wait must wait. A PostgreSQL whose journal finds no room at all stops, and everybody with it.
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { log } from './log.ts'

/** Kept free for pages and for PostgreSQL itself: so much, or on a small disk this part of it. */
const reserve = { bytes: 256 * 1024 * 1024, part: 0.05 }
/** At some fifty megabytes a second far less than the reserve is written in between. */
const askedEveryMs = 500

export type FreeRoom = { readonly isLow: () => boolean }

/** Says at once what was known last, and asks again beside the work. @param data folder of the embedded PostgreSQL; undefined for a server elsewhere, of which nothing is known: then it never is low */
export function watchFreeRoom(data: string | undefined): FreeRoom {
  let [askedAt, isLow] = [-Infinity, false]
  const look = async () => {
    const [now, journal] = await Promise.all([data!, join(data!, 'pg_wal')].map(freeAt))
    const next = [now, journal].some((disk) => disk !== undefined && isLittle(disk))
    if (next !== isLow) log[next ? 'error' : 'info'](next ? 'storage-low' : 'storage-enough', { free: Math.min(...[now, journal].map((disk) => disk?.free ?? Infinity)) })
    isLow = next
  }
  return {
    isLow: () => {
      if (data !== undefined && performance.now() - askedAt >= askedEveryMs) {
        askedAt = performance.now()
        void look()
      }
      return isLow
    },
  }
}

type Disk = { readonly free: number; readonly size: number }

/** Pure. */
export function isLittle({ free, size }: Disk): boolean {
  return free < Math.min(reserve.bytes, size * reserve.part)
}

/** Undefined where it can't be asked: then PostgreSQL says it itself. */
async function freeAt(folder: string): Promise<Disk | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, size: blocks * bsize }
  } catch {
    return undefined
  }
}
