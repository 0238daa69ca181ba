// Package history: how the history of a case names what happened to its answer packages (past participles).
import type { Words } from '../../ground/words.ts'

export const packageHistory: Readonly<Record<string, Words>> = {
  package_order: { nl: 'antwoordpakket gevraagd', en: 'answer package asked for' }, package_order_to: { nl: 'antwoordpakket voor een andere organisatie gevraagd', en: 'answer package for another organisation asked for' },
  package_make: { nl: 'antwoordpakket gemaakt', en: 'answer package made' }, package_mail: { nl: 'link naar het antwoordpakket gemaild', en: 'link to the answer package mailed' },
  package_fetch: { nl: 'antwoordpakket opgehaald', en: 'answer package fetched' }, package_destroy: { nl: 'antwoordpakket vernietigd', en: 'answer package destroyed' },
}
