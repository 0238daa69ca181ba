// Norm rules of participants: whether each participant can come in by itself, through its own organisation here or by an invitation to the portal (W-02).
import { z } from 'zod'
import type { NormRule } from '../../register-kit/norm-evidence.ts'
import { standings } from './standing.ts'

export const participantsLetIn: NormRule = {
  words: { nl: 'Elke deelnemer kan zelf naar binnen: door een koppeling met de eigen omgeving of met een uitnodiging voor het portaal', en: 'Each participant can come in by itself: by a tie with its own organisation here or by an invitation to the portal' },
  asks: z.strictObject({}),
  async measure(scope) {
    const served = (await standings(scope)).filter(({ isActive }) => isActive)
    const outside = served.filter(({ tie, contacts }) => tie !== 'agreed' && contacts === 0)
    return {
      status: served.length === 0 ? 'not_measurable' : outside.length === 0 ? 'met' : 'not_met', path: '/deelnemers',
      words: { nl: `${served.length - outside.length} van ${served.length} deelnemers kunnen zelf naar binnen`, en: `${served.length - outside.length} of ${served.length} participants can come in by themselves` },
    }
  },
}
