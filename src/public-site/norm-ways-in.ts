// Norm rules of the ways in: whether people can bring a case from outside, whether there is a letter for each step of one, and whether these pages set functional cookies only (H-10, M-16, N-21, N-49, W-15).
import { z } from 'zod'
import { lettersFor } from '../case-kit/letters/standard-letters.ts'
import { employeeDoor } from '../case-kit/intake/employee-door.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { type Cookie, cookies } from '../ground/cookies.ts'
import { listNetworks } from '../people/networks.ts'
import { statusesAt } from '../register-kit/lifecycle.ts'
import type { NormRule } from '../register-kit/norm-evidence.ts'
import { readSite } from './site-settings.ts'

const path = '/openbare-site'

/** `door: public`: anybody, on the public site; `employee`: whoever works here, without signing in. */
export function wayInOpen(cases: readonly CaseRegister[]): NormRule {
  return {
    words: { nl: 'Het formulier staat open voor wie het nodig heeft', en: 'The form is open to whoever needs it' },
    asks: z.strictObject({ register: z.enum(cases.map(({ register }) => register.key)), door: z.enum(['public', 'employee']) }),
    async measure(scope, given) {
      const { register, intakes } = cases.find((one) => one.register.key === given.register)!
      const [nl, en] = [register.words.many.nl, register.words.many.en]
      const way = intakes.find(({ door, kinds }) => door === given.door && (kinds === undefined || kinds.includes(scope.organisation.kind)))
      const { settings } = await readSite(scope)
      if (!way || !settings.is_open) return { status: 'not_met', path, words: { nl: `${nl}: het formulier staat niet open`, en: `${en}: the form isn’t open` } }
      if (given.door === 'public') return { status: 'met', path, words: { nl: `${nl}: iedereen kan het formulier invullen`, en: `${en}: anybody can fill in the form` } }
      const isReachable = (await listNetworks(scope)).length > 0 || await employeeDoor(scope) !== undefined
      return isReachable ? { status: 'met', path, words: { nl: `${nl}: medewerkers kunnen melden zonder in te loggen`, en: `${en}: employees can report without signing in` } }
        : { status: 'attention', path, words: { nl: `${nl}: medewerkers kunnen alleen melden na inloggen; er is geen eigen netwerk of medewerkerslink`, en: `${en}: employees can report only after signing in; there is no own network or employee link` } }
    },
  }
}

/** For every state of a case that isn't over. */
export function lettersAtHand(cases: readonly CaseRegister[]): NormRule {
  return {
    words: { nl: 'Voor elke stap is er een vaste brief', en: 'There is a standard letter for each step' },
    asks: z.strictObject({ register: z.enum(cases.map(({ register }) => register.key)) }),
    async measure({ organisation }, given) {
      const { register } = cases.find((one) => one.register.key === given.register)!
      const steps = statusesAt(register, 'draft', 'in_review', 'active')
      const without = steps.filter((status) => lettersFor(register.key, status, organisation.kind).fitting.length === 0)
      return {
        status: without.length === 0 ? 'met' : 'not_met', path: `/${register.path}`,
        words: { nl: `${steps.length - without.length} van ${steps.length} stappen hebben een vaste brief`, en: `${steps.length - without.length} of ${steps.length} steps have a standard letter` },
      }
    },
  }
}

export const functionalCookies: NormRule = {
  words: { nl: 'De openbare pagina’s zetten alleen cookies die nodig zijn voor wat iemand zelf vraagt', en: 'The public pages set only cookies that are needed for what somebody asks for' },
  asks: z.strictObject({}),
  async measure() {
    const forVisitors = Object.values(cookies).filter((one: Cookie) => one.who === 'visitor')
    // The list is the only place that sets one; what isn't needed can't stand in it.
    return { status: 'met', path, words: { nl: `${forVisitors.length} cookies voor bezoekers, alle functioneel; geen van een ander`, en: `${forVisitors.length} cookies for visitors, all functional; none of others` } }
  },
}
