// Site settings: which parts of its public site an organisation opens, and what it states on accessibility and security; what is in force, and changing it with history.
import { Conflict, type Fault, Invalid } from '../ground/refusals.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { changesBetween } from '../register-kit/changes.ts'
import { date, type InputOf, longText, text, yesNo } from '../register-kit/field-types.ts'
import { readHistory, writeHistory } from '../register-kit/history.ts'

export const siteKey = 'public-site'

export const siteFields = {
  is_open: yesNo('De openbare site staat open', 'The public site is open'),
  shows_register: yesNo('Het register van verwerkingen is openbaar', 'The register of processing activities is public'),
  shows_policies: yesNo('Het beleid is openbaar', 'The policy is public'),
  audited_on: date('Onderzocht op', 'Audited on'),
  audited_by: text('Onderzocht door', 'Audited by', { most: 200 }),
  meets_all: yesNo('Voldoet aan alle eisen', 'Meets all requirements'),
  audit_report: text('Adres van het onderzoeksrapport', 'Address of the audit report', { most: 500 }),
  audit_planned_on: date('Onderzoek gepland op', 'Audit planned on'),
  known_issues: longText('Wat nog niet goed werkt', 'What doesn’t work well yet', { most: 8000 }),
  known_issues_en: longText('Wat nog niet goed werkt, in het Engels', 'What doesn’t work well yet, in English', { most: 8000 }),
  accessibility_contact: text('Contact voor toegankelijkheid', 'Contact for accessibility', { most: 300 }),
  signed_by: text('Vastgesteld door (functie)', 'Adopted by (function)', { most: 200 }),
  security_contact: text('Waar iemand een lek in de beveiliging meldt', 'Where somebody reports a security flaw', { most: 300 }),
  security_until: date('Dit adres klopt in elk geval tot', 'This address holds at least until'),
} as const

export type SiteSettings = InputOf<typeof siteFields>
export type SiteInForce = { readonly settings: SiteSettings; readonly revision: number }

/** Where nobody chose anything: all is open, as the register decides per entry, and nothing is claimed. */
const initial: SiteSettings = {
  is_open: true, shows_register: true, shows_policies: true, audited_on: null, audited_by: null, meets_all: null, audit_report: null, audit_planned_on: null, known_issues: null, known_issues_en: null,
  accessibility_contact: null, signed_by: null, security_contact: null, security_until: null,
}

export async function readSite(scope: Scope): Promise<SiteInForce> {
  const row = await scope.tx.selectFrom('public_site').selectAll().where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  if (!row) return { settings: initial, revision: 0 }
  const { organisation_id: _, revision, updated_at: __, updated_by: ___, ...settings } = row
  return { settings, revision }
}

/** @throws Invalid at the fields; Conflict when somebody else saved since `revision` */
export async function changeSite(scope: Scope, typed: SiteSettings, revision: number): Promise<void> {
  const now = await readSite(scope)
  if (now.revision !== revision) throw new Conflict()
  const settings = { ...typed, is_open: typed.is_open ?? true, shows_register: typed.shows_register ?? true, shows_policies: typed.shows_policies ?? true }
  const faults = siteFaults(settings)
  if (faults.length > 0) throw new Invalid(faults)
  const changes = changesBetween(siteFields, now.settings, settings)
  if (changes.length === 0) return
  const row = { ...settings, revision: revision + 1, updated_at: scope.now, updated_by: personOf(scope.actor) }
  const saved = revision === 0
    ? await scope.tx.insertInto('public_site').values({ organisation_id: scope.organisation.id, ...row }).onConflict((clash) => clash.column('organisation_id').doNothing()).executeTakeFirst()
    : await scope.tx.updateTable('public_site').set(row).where('organisation_id', '=', scope.organisation.id).where('revision', '=', revision).executeTakeFirst()
  if (('numInsertedOrUpdatedRows' in saved ? saved.numInsertedOrUpdatedRows : saved.numUpdatedRows) !== 1n) throw new Conflict()
  await writeHistory(scope, siteKey, [{ entryId: scope.organisation.id, verb: 'change', changes, revision: revision + 1 }])
}

/** Puts back what the last change changed, as a change of its own. @throws Conflict when there is nothing to put back */
export async function undoSite(scope: Scope): Promise<void> {
  const { settings, revision } = await readSite(scope)
  const last = (await readHistory(scope, siteKey, scope.organisation.id, { limit: 20 })).find(({ verb, revision: of }) => verb === 'change' && of === revision)
  if (!last) throw new Conflict()
  const before = Object.fromEntries(last.changes.filter(({ field }) => Object.hasOwn(siteFields, field)).map(({ field, before: was }) => [field, was ?? null]))
  await changeSite(scope, { ...settings, ...before } as SiteSettings, revision)
}

/** What can't be so, each at its field. Pure. */
export function siteFaults(settings: SiteSettings): Fault[] {
  const faults: Fault[] = []
  const check = (at: keyof SiteSettings, isRight: boolean, message: string) => { if (!isRight) faults.push({ at, message }) }
  check('audited_by', (settings.audited_on === null) === (settings.audited_by === null), t('Vul beide in: wanneer er is onderzocht, en door wie.', 'Fill in both: when it was audited, and by whom.'))
  check('meets_all', settings.meets_all !== true || settings.audited_on !== null, t('Zonder onderzoek kunt u niet zeggen dat aan alle eisen is voldaan.', 'Without an audit you can’t say that all requirements are met.'))
  check('audit_report', settings.audit_report === null || /^https:\/\/[^\s"<>/]+\.[^\s"<>]+$/.test(settings.audit_report), t('Vul een adres in dat begint met https://.', 'Fill in an address that begins with https://.'))
  check('security_contact', settings.security_contact === null || /^(https:\/\/[^\s"<>/]+\.[^\s"<>]+|mailto:[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+)$/.test(settings.security_contact),
    t('Schrijf mailto: met een e-mailadres, of een adres dat begint met https:// (RFC 9116).', 'Write mailto: with an e-mail address, or an address that begins with https:// (RFC 9116).'))
  check('security_until', settings.security_contact === null || settings.security_until !== null, t('Vul in tot wanneer dit adres zeker klopt; dat vraagt de standaard (RFC 9116).', 'Fill in until when this address is certain; the standard asks for it (RFC 9116).'))
  return faults
}
