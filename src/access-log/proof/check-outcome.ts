// Outcome of a check, and what people read of it.
import { sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { type CheckFault, sayFault } from './check-faults.ts'

export type CheckOutcome = {
  readonly fault: CheckFault | null
  readonly organisation: string
  /** Of the public key, hex without spaces. */
  readonly fingerprint: string
  readonly records: number
  readonly batches: number
  readonly checkpoints: number
  /** Numbers of the first and last checkpoint that were held against each other. */
  readonly first: number
  readonly last: number
  /** ISO; null when nothing was sealed. */
  readonly until: string | null
  /** Taken away by retention, covered by sealed removals. */
  readonly removed: number
  /** Of the records that were checked: moved aside because they are held. Unknown for a file. */
  readonly held: number | null
  /** Published checkpoints that were held beside them. */
  readonly compared: number
  /** Committed and not sealed yet; unknown for a file. */
  readonly unsealed: { readonly records: number; readonly oldestAt: string | null } | null
  /** False when a period was asked, or the file begins later. */
  readonly isWhole: boolean
}

/** Line by line, the fault first. */
export function sayOutcome(outcome: CheckOutcome): string[] {
  const { fault, records, checkpoints, first, last, until, removed, held, compared, unsealed, isWhole } = outcome
  const count = (value: number, one: string, more: string) => `${value.toLocaleString(t('nl-NL', 'en-GB'))} ${value === 1 ? one : more}`
  const rows = (value: number) => count(value, t('regel', 'record'), t('regels', 'records'))
  const seals = (value: number) => count(value, t('verzegeling', 'checkpoint'), t('verzegelingen', 'checkpoints'))
  return [
    fault ? t(`Het logboek klopt niet. ${sayFault(fault)}`, `The log isn’t right. ${sayFault(fault)}`) : t('Het logboek klopt.', 'The log is right.'),
    checkpoints === 0 ? t('Er is nog niets verzegeld.', 'Nothing has been sealed yet.') : fault
      ? t(`Tot daar nagerekend: ${rows(records)}, ${seals(checkpoints)}.`, `Checked until there: ${rows(records)}, ${seals(checkpoints)}.`)
      : t(`Nagerekend: ${rows(records)} in ${seals(checkpoints)} (${first} tot en met ${last}), tot ${sayMoment(new Date(until!))}.`, `Checked: ${rows(records)} in ${seals(checkpoints)} (${first} to ${last}), until ${sayMoment(new Date(until!))}.`),
    ...(removed > 0 ? [t(`Verwijderd na de bewaartermijn: ${rows(removed)}${fault ? '' : ', gedekt door verzegelde verwijderingen'}.`, `Removed after their term: ${rows(removed)}${fault ? '' : ', covered by sealed removals'}.`)] : []),
    ...(held ? [t(`Vastgehouden of apart gezet: ${rows(held)}.`, `Held or moved aside: ${rows(held)}.`)] : []),
    ...(unsealed && unsealed.records > 0 ? [t(`Nog niet verzegeld: ${rows(unsealed.records)}.`, `Not sealed yet: ${rows(unsealed.records)}.`)] : []),
    compared > 0 ? t(`Gelijk aan ${count(compared, 'gepubliceerde verzegeling', 'gepubliceerde verzegelingen')}.`, `The same as ${count(compared, 'published checkpoint', 'published checkpoints')}.`)
      : t('Niet vergeleken met gepubliceerde verzegelingen: wie de sleutel heeft, kan alles herschreven hebben.', 'Not compared with published checkpoints: whoever has the key may have rewritten everything.'),
    ...(isWhole ? [] : [t('Dit is een deel van het logboek, niet het geheel.', 'This is a part of the log, not the whole.')]),
  ]
}
