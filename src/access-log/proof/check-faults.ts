// Faults of a check: the first thing in the log that isn't as it was sealed, named as closely as it can be, and in words.
import { sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'

export const faultKinds = [
  'record_changed', 'record_missing', 'record_added', 'record_moved', 'records_differ', 'batch_changed', 'batch_missing', 'batch_added', 'batch_moved', 'batch_unknown',
  'checkpoint_changed', 'checkpoint_missing', 'checkpoint_moved', 'chain_broken', 'clock_back', 'published_differs', 'published_cut_off', 'removal_unproven', 'count_differs', 'other_key', 'file_damaged', 'file_cut_off',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What is known of it; ids in hex as W3C Trace Context writes them. */
export type CheckFault = {
  readonly kind: FaultKind
  readonly checkpoint?: number
  readonly batch?: string
  readonly position?: number
  readonly traceId?: string
  readonly spanId?: string
  /** Of the file, from 1. */
  readonly line?: number
  /** Moment in ISO: when the batch was written or the checkpoint made. */
  readonly at?: string
}

/** One sentence on what is wrong, and where it is. */
export function sayFault(fault: CheckFault): string {
  const where = [
    fault.traceId === undefined ? '' : `trace ${fault.traceId}, span ${fault.spanId}`,
    fault.batch === undefined ? '' : t(`groep ${fault.batch}`, `batch ${fault.batch}`),
    fault.position === undefined ? '' : t(`plaats ${fault.position}`, `position ${fault.position}`),
    fault.checkpoint === undefined ? '' : t(`verzegeling ${fault.checkpoint}`, `checkpoint ${fault.checkpoint}`),
    fault.at === undefined ? '' : sayMoment(new Date(fault.at)),
    fault.line === undefined ? '' : t(`regel ${fault.line} van het bestand`, `line ${fault.line} of the file`),
  ].filter((part) => part !== '').join(', ')
  return where === '' ? words(fault.kind) : `${words(fault.kind)} (${where})`
}

function words(kind: FaultKind): string {
  switch (kind) {
    case 'record_changed': return t('Deze regel is veranderd.', 'This record was changed.')
    case 'record_missing': return t('Op deze plaats is een regel weggelaten.', 'A record was left out at this position.')
    case 'record_added': return t('Deze regel is later toegevoegd.', 'This record was added later.')
    case 'record_moved': return t('Deze regel staat niet meer op zijn plaats: de volgorde is veranderd.', 'This record isn’t in its place any more: the order was changed.')
    case 'records_differ': return t('In deze groep is een regel veranderd, weggelaten of toegevoegd; welke is niet meer te zien.', 'A record of this batch was changed, left out or added; which one can’t be seen any more.')
    case 'batch_changed': return t('Deze groep regels is veranderd.', 'This batch of records was changed.')
    case 'batch_missing': return t('Een hele groep regels is weggelaten.', 'A whole batch of records was left out.')
    case 'batch_added': return t('Deze groep regels is later toegevoegd.', 'This batch of records was added later.')
    case 'batch_moved': return t('Deze groep regels staat niet meer op zijn plaats.', 'This batch of records isn’t in its place any more.')
    case 'batch_unknown': return t('Deze regel hoort bij geen enkele groep: hij is later toegevoegd.', 'This record belongs to no batch: it was added later.')
    case 'checkpoint_changed': return t('Deze verzegeling is veranderd: de handtekening klopt niet.', 'This checkpoint was changed: its signature isn’t right.')
    case 'checkpoint_missing': return t('Deze verzegeling ontbreekt.', 'This checkpoint is missing.')
    case 'checkpoint_moved': return t('Deze verzegeling staat niet op haar plaats.', 'This checkpoint isn’t in its place.')
    case 'chain_broken': return t('Deze verzegeling sluit niet aan op de vorige: die is veranderd of vervangen.', 'This checkpoint doesn’t follow from the one before it: that one was changed or replaced.')
    case 'clock_back': return t('Deze verzegeling is ouder dan de vorige.', 'This checkpoint is older than the one before it.')
    case 'published_differs': return t('Deze verzegeling is een andere dan die gepubliceerd is: het logboek is vanaf hier herschreven.', 'This checkpoint isn’t the one that was published: the log was rewritten from here.')
    case 'published_cut_off': return t('Deze verzegeling is gepubliceerd, maar staat niet meer in het logboek: het einde is afgeknipt.', 'This checkpoint was published, but isn’t in the log any more: the end was cut off.')
    case 'removal_unproven': return t('Hier zijn regels weg, en geen verzegelde verwijdering dekt dat.', 'Records are gone here, and no sealed removal covers that.')
    case 'count_differs': return t('Het aantal regels in het logboek klopt niet met wat er verzegeld is.', 'The number of records in the log doesn’t fit what was sealed.')
    case 'other_key': return t('Het logboek is ondertekend met een andere sleutel dan verwacht.', 'The log was signed with another key than expected.')
    case 'file_damaged': return t('Deze regel van het bestand is veranderd of beschadigd.', 'This line of the file was changed or damaged.')
    case 'file_cut_off': return t('Het bestand is afgeknipt: het einde ontbreekt.', 'The file was cut off: its end is missing.')
  }
}
