// Accessibility status: which of the statuses of the Dutch model an organisation may claim for its public pages, by what was audited and when (Besluit digitale toegankelijkheid overheid). Pure.
import { dayAfter } from '../ground/clock.ts'
import type { Words } from '../ground/words.ts'
import type { SiteSettings } from './site-settings.ts'

/** E, of the model, is for a site without a statement; this page is one. */
export type AccessibilityStatus = 'A' | 'B' | 'C' | 'D'

/** An audit counts for three years; one planned within six months counts for something too. Source: digitoegankelijk.nl, “De status”. */
export function accessibilityStatus({ audited_on, meets_all, audit_planned_on }: Pick<SiteSettings, 'audited_on' | 'meets_all' | 'audit_planned_on'>, today: string): AccessibilityStatus {
  const counts = audited_on !== null && audited_on <= today && dayAfter(audited_on, 'P3Y') > today
  if (counts) return meets_all === true ? 'A' : 'B'
  return audit_planned_on !== null && audit_planned_on >= today && audit_planned_on <= dayAfter(today, 'P6M') ? 'C' : 'D'
}

export const statusWords: Readonly<Record<AccessibilityStatus, { readonly name: Words; readonly means: Words }>> = {
  A: { name: { nl: 'A – voldoet volledig', en: 'A – meets all requirements' }, means: { nl: 'Een onderzoek van minder dan drie jaar oud laat zien dat deze pagina’s aan alle eisen voldoen.', en: 'An audit less than three years old shows that these pages meet all requirements.' } },
  B: { name: { nl: 'B – voldoet gedeeltelijk', en: 'B – meets a part of the requirements' }, means: { nl: 'Een onderzoek van minder dan drie jaar oud laat zien aan welke eisen deze pagina’s nog niet voldoen.', en: 'An audit less than three years old shows which requirements these pages don’t meet yet.' } },
  C: { name: { nl: 'C – eerste maatregelen genomen', en: 'C – first measures taken' }, means: { nl: 'Er is nog geen volledig onderzoek; dat is gepland binnen zes maanden.', en: 'There is no full audit yet; one is planned within six months.' } },
  D: { name: { nl: 'D – voldoet niet', en: 'D – doesn’t meet the requirements' }, means: { nl: 'Zo heet het zolang geen buitenstaander alles heeft onderzocht. Het zegt niet dat de pagina’s slecht werken.', en: 'That is its name as long as no outside party has audited everything. It doesn’t say that the pages work badly.' } },
}

/** What each release of the product is checked with, before it goes out: every public page in a browser, by machine. The day is that of the last change to these checks. */
export const automaticCheck = { tool: 'axe-core', on: '2026-11-22' } as const
