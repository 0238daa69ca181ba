// Words for a check that somebody asked for: how it stands and how far it is.
import { t } from '../../ground/words.ts'
import { type AskedCheck, longestHours } from './asked-checks.ts'

export function isBusy({ state, askedAt }: Pick<AskedCheck, 'state' | 'askedAt'>, now: Date): boolean {
  return (state === 'waiting' || state === 'running') && now.getTime() - askedAt.getTime() < longestHours * 3_600_000
}

export function sayProgress({ state, checkedRecords, totalRecords }: Pick<AskedCheck, 'state' | 'checkedRecords' | 'totalRecords'>): string {
  if (state === 'waiting') return t('De controle begint zo.', 'The check begins in a moment.')
  const count = (value: number) => value.toLocaleString(t('nl-NL', 'en-GB'))
  return t(`${count(checkedRecords)} van ${count(totalRecords ?? checkedRecords)} regels nagerekend`, `${count(checkedRecords)} of ${count(totalRecords ?? checkedRecords)} records checked`)
}

export function checkState(check: Pick<AskedCheck, 'state' | 'askedAt'>, now: Date): { words: string; tone: 'neutral' | 'info' | 'positive' | 'warning' | 'negative' } {
  if (isBusy(check, now)) return { words: t('Bezig', 'Busy'), tone: 'info' }
  switch (check.state) {
    case 'sound': return { words: t('Klopt', 'Right'), tone: 'positive' }
    case 'faulty': return { words: t('Klopt niet', 'Not right'), tone: 'negative' }
    default: return { words: t('Afgebroken', 'Broken off'), tone: 'warning' }
  }
}
