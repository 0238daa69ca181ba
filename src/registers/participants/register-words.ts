// Register words: how the parts of a participant's register are said, on pages, in documents and in files.
import { sayDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import type { ProcessorRegister, SubProcessor } from './processor-register.ts'
import type { ServiceTaken } from './services-taken.ts'

export function sayTaken({ since, until }: Pick<ServiceTaken, 'since' | 'until'>): string {
  const parts = [since && t(`vanaf ${sayDay(since)}`, `from ${sayDay(since)}`), until && t(`tot en met ${sayDay(until)}`, `until ${sayDay(until)}`)].filter(Boolean)
  return parts.join(' ') || t('niet vastgelegd', 'not recorded')
}

export function sayAgreement({ agreement, agreementOn, agreementUntil }: Pick<ServiceTaken, 'agreement' | 'agreementOn' | 'agreementUntil'>): string {
  const parts = [agreement, agreementOn && t(`getekend ${sayDay(agreementOn)}`, `signed ${sayDay(agreementOn)}`), agreementUntil && t(`tot en met ${sayDay(agreementUntil)}`, `until ${sayDay(agreementUntil)}`)].filter(Boolean)
  return parts.join(', ') || t('geen', 'none')
}

/** Those of the processing and those of the services, each once with what it does where. */
export function subProcessorsIn({ lines, services }: Pick<ProcessorRegister, 'lines' | 'services'>): SubProcessor[] {
  const all = [...lines.flatMap(({ subProcessors }) => subProcessors), ...services.filter(({ isTaken }) => isTaken).flatMap(({ name, subProcessors }) => subProcessors.map((one) => ({ ...one, for: name })))]
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = JSON.stringify([one.name, one.what, one.for])
    return !seen.has(key) && seen.add(key)
  }).toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}
