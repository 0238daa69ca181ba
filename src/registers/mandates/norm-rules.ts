// Norm rules of mandates: whether each of the twelve powers stands in a mandate that holds today (N-09).
import { z } from 'zod'
import type { NormRule } from '../../register-kit/norm-evidence.ts'
import { mandatesInForce, powersWithout } from './actions.ts'

export const everyPowerMandated: NormRule = {
  words: { nl: 'Elk van de twaalf bevoegdheden staat in een mandaat dat vandaag geldt', en: 'Each of the twelve powers stands in a mandate that holds today' },
  asks: z.strictObject({}),
  async measure(scope) {
    const mandates = await mandatesInForce(scope)
    const given = 12 - powersWithout(mandates).length
    return {
      status: given === 12 ? 'met' : 'not_met', path: '/wie-doet-wat#mandaten',
      words: { nl: `${given} van 12 bevoegdheden staan in een mandaat dat geldt`, en: `${given} of 12 powers stand in a mandate that holds` },
    }
  },
}
