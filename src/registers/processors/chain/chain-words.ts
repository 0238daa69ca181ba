// Chain words: what a mark says, and the words of the picture and of the table that says the same.
import { t } from '../../../ground/words.ts'
import type { ChainMark } from './chain-graph.ts'

export function sayMark(mark: ChainMark): string {
  switch (mark) {
    case 'third-country': return t('buiten de EER zonder toestemming of instrument', 'outside the EEA without consent or instrument')
    case 'no-consent': return t('geen toestemming', 'no consent')
    case 'circle': return t('kring in de keten', 'circle in the chain')
    case 'expired': return t('verlopen waarborg', 'expired guarantee')
  }
}

/** As a choice of the filter. */
export function nameMark(mark: ChainMark): string {
  switch (mark) {
    case 'third-country': return t('Buiten de EER', 'Outside the EEA')
    case 'no-consent': return t('Geen toestemming', 'No consent')
    case 'circle': return t('Kring', 'Circle')
    case 'expired': return t('Waarborg verlopen', 'Guarantee expired')
  }
}

export function nameless(): string {
  return t('Zonder naam', 'Without a name')
}
