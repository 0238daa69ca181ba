// File faults: what is wrong with a file that somebody brings, and where in it, gathered before anything is kept.
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'

export type Faults = { /** Gives nothing, so that whoever tells a fault can return with it. */ readonly add: (at: string, message: string) => undefined; readonly throwIfAny: () => void }

const most = 25

export function gatherFaults(): Faults {
  const faults: Fault[] = []
  let more = 0
  return {
    add: (at, message) => {
      if (faults.length < most) faults.push({ at: 'file', message: `${at.slice(0, 120)}: ${message}` })
      else more++
      return undefined
    },
    throwIfAny: () => {
      if (faults.length === 0) return
      const rest = more > 0 ? [{ at: 'file', message: t(`En nog ${more} fouten.`, `And ${more} more faults.`) }] : []
      throw new Invalid([...faults, ...rest], t('Dit bestand kan niet worden ingelezen.', 'This file can’t be read.'))
    },
  }
}
