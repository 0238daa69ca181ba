// Fixed log keys: for an organisation in a test that has no folder of keys.
import type { LogKeys } from '../../src/ground/log-keys.ts'

export const fixedLogKeys: LogKeys = {
  all: () => [{ number: 1, since: new Date(0), bytes: Buffer.alloc(32, 7) }],
  rotate: () => { throw new Error('fixed') },
  destroy: () => { throw new Error('fixed') },
  destroyed: () => [],
}
