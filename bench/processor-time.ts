// Processor time of a process and of all that it started (Linux), for a server that does its work in children.
import { readdirSync, readFileSync } from 'node:fs'

/** In ms, of the process and its children, those that ended included. NaN where the machine doesn't say. */
export function processorMs(pid: number): number {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(timesOf).filter(({ id, parent }) => id === pid || parent === pid).reduce((sum, { id, own, ended }) => sum + own + (id === pid ? ended : 0), 0)
  } catch {
    return NaN
  }
}

/** Time of all cores since the machine started, in ms, and how much of it the machine below gave to others. Zero where it isn't told. */
export function machineMs(): { readonly all: number; readonly stolen: number } {
  try {
    const fields = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/ +/).slice(1, 9).map((count) => Number(count) * 10)
    return { all: fields.reduce((sum, one) => sum + one, 0), stolen: fields[7] ?? 0 }
  } catch {
    return { all: 0, stolen: 0 }
  }
}

function timesOf(id: string): { id: number; parent: number; own: number; ended: number } {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    // Counted in hundredths of a second: user and system, and those of children that ended.
    const ms = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) * 10
    return { id: Number(id), parent: Number(fields[1]), own: ms(11), ended: ms(13) }
  } catch {
    return { id: -1, parent: -1, own: 0, ended: 0 }
  }
}
