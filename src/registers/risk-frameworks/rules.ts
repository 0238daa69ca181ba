// Rules on risk frameworks: adopted by whoever answers for it, complete, checked each year by CISO and DPO, reported on and kept in the ISMS (art. 24 lid 1 AVG; H-55).
import { dayAfter } from '../../ground/clock.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { FrameworkInput } from './declaration.ts'
import { scaleFaults } from './risk-levels.ts'

const isOlder = (on: string | null, adopted: string | null, today: string) => { const last = on ?? adopted; return last !== null && dayAfter(last, 'P1Y') < today }

const all = {
  'scale-incomplete': {
    field: 'likelihoods', severity: 'blocking', citation: 'art. 35 lid 7 onder c AVG', norms: [],
    words: { nl: 'De schalen of grenzen kloppen nog niet.', en: 'The scales or bands aren’t right yet.' }, advice: { nl: 'Nummer de niveaus vanaf 1, laat de grenzen oplopen en kies wat u accepteert.', en: 'Number the levels from 1, let the bands rise and choose what you accept.' },
    finds: (input) => scaleFaults(input).length > 0,
  },
  'adoption-unknown': {
    field: 'adopted_on', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['H-55'],
    words: { nl: 'Er staat niet wanneer en door wie het kader is vastgesteld.', en: 'It doesn’t say when and by whom the framework was adopted.' }, advice: { nl: 'Leg het besluit van het managementteam vast.', en: 'Record the decision of the management team.' },
    finds: ({ adopted_on, adopted_by }, { stage }) => stage === 'active' && (adopted_on === null || adopted_by === null),
  },
  'ciso-check-late': {
    field: 'ciso_checked_on', severity: 'attention', citation: 'art. 32 lid 1 onder d AVG', norms: ['H-55'],
    words: { nl: 'De CISO keek het kader langer dan een jaar niet na.', en: 'The CISO didn’t check the framework for more than a year.' }, advice: { nl: 'Laat de CISO het kader nakijken.', en: 'Have the CISO check the framework.' },
    finds: ({ ciso_checked_on, adopted_on }, { stage, today }) => stage === 'active' && isOlder(ciso_checked_on, adopted_on, today),
  },
  'dpo-check-late': {
    field: 'dpo_checked_on', severity: 'attention', citation: 'art. 39 lid 1 onder b AVG', norms: ['H-55'],
    words: { nl: 'De FG keek het kader langer dan een jaar niet na.', en: 'The DPO didn’t check the framework for more than a year.' }, advice: { nl: 'Laat de FG het kader nakijken.', en: 'Have the DPO check the framework.' },
    finds: ({ dpo_checked_on, adopted_on }, { stage, today }) => stage === 'active' && isOlder(dpo_checked_on, adopted_on, today),
  },
  'report-late': {
    field: 'reported_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-55'],
    words: { nl: 'De CISO rapporteerde langer dan een jaar niet aan het MT.', en: 'The CISO didn’t report to management for more than a year.' }, advice: { nl: 'Rapporteer de uitkomst aan het MT en leg haar vast in het ISMS.', en: 'Report the outcome to management and record it in the ISMS.' },
    finds: ({ reported_on, adopted_on }, { stage, today }) => stage === 'active' && isOlder(reported_on, adopted_on, today),
  },
  'isms-missing': {
    field: 'isms_place', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['H-55'],
    words: { nl: 'Er is gerapporteerd, maar er staat niet waar dat in het ISMS staat.', en: 'There was a report, but it doesn’t say where it stands in the ISMS.' }, advice: { nl: 'Vul in waar de uitkomst in het ISMS staat.', en: 'Fill in where the outcome stands in the ISMS.' },
    finds: ({ reported_on, isms_place }) => reported_on !== null && isms_place === null,
  },
} as const satisfies Readonly<Record<string, Rule<FrameworkInput>>>

export const frameworkRules: Readonly<Record<keyof typeof all, Rule<FrameworkInput>>> = all
