// One-off routes: a single question (of the police, another authority) answered or refused on one page: the same decision rule, and what went out logged at once (N-46, N-47, N-67).
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { FieldControl } from '../../register-kit/field-control.tsx'
import { choice, date, emptyInput, type Fields, longText, number, term, text } from '../../register-kit/field-types.ts'
import { formState, type FormState, rawFromInput } from '../../register-kit/form-state.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { readInput } from '../../register-kit/read-input.ts'
import { baseOf, mustBeAllowed, showPage, textEntries, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { type DisclosureInput, groundOf, notYet } from './decision.ts'
import { fields as own } from './declaration.ts'
import { asFaults } from './lifecycle.ts'
import { readTyped } from './log-lines.ts'
import { keep } from './log-routes.tsx'
import { disclosures } from './register.ts'

const noStatistics = ['has_task', 'is_vital', 'is_concrete', 'has_consent', 'consent_on', 'is_consent_written', 'asked_by_customer', 'undertakes'] as const
const factors = ['link', 'context', 'nature', 'consequences', 'safeguards'] as const
const ofEntry = ['name', 'department', 'recipient', 'recipient_contact', 'processing', 'is_controller', 'purpose', 'partner_basis', 'own_basis', 'own_law', 'special_exception', 'compatibility', ...factors, 'secrecy', 'secrecy_note', ...noStatistics, 'no_protocol', 'policy_on', 'protocol_sent_on', 'protocol_known_on'] as const

/** What only this page asks. */
const asked = {
  what: text('Welke gegevens', 'Which data', { most: 300 }), category: term('Soort gegeven', 'Kind of data', 'data-category'), interest: text('Waarom de ander dit nodig heeft', 'Why the other needs this', { most: 1000 }),
  decision: choice('Besluit', 'Decision', { grant: ['Geven', 'Give'], refuse: ['Weigeren', 'Refuse'] }), reason: longText('Waarom', 'Why', { most: 10_000 }),
  on: date('Gegeven op', 'Given on'), people: number('Over hoeveel mensen', 'About how many people', { least: 1 }),
  subjects: longText('Over wie', 'About whom', { most: 20_000, help: { nl: 'Een mens per regel: BSN, “Naam; 31-12-1980” of kenmerk. Waarborg bewaart alleen een merkteken.', en: 'One person a line: number, “Name; 31-12-1980” or reference. Waarborg keeps a mark only.' } }),
} as const

const form: Fields = { ...Object.fromEntries(ofEntry.map((key) => [key, own[key]])), ...asked }
const parts: readonly { readonly key: string; readonly nl: string; readonly en: string; readonly fields: readonly string[] }[] = [
  { key: 'vraag', nl: 'Wie vraagt wat', en: 'Who asks what', fields: ['name', 'department', 'recipient', 'recipient_contact', 'is_controller', 'purpose', 'partner_basis', 'what', 'category', 'interest', 'processing'] },
  { key: 'wij', nl: 'Mogen wij dit geven', en: 'Whether we may give this', fields: ['own_basis', 'own_law', 'special_exception', 'compatibility', 'secrecy', 'secrecy_note'] },
  { key: 'grond', nl: 'Op welke grond', en: 'On which ground', fields: [...noStatistics] },
  { key: 'besluit', nl: 'Besluit', en: 'Decision', fields: ['decision', 'reason', 'no_protocol', 'policy_on', 'protocol_sent_on', 'protocol_known_on'] },
  { key: 'gegeven', nl: 'Wat er wegging', en: 'What went out', fields: ['on', 'people', 'subjects'] },
]
/** Faults of the entry's rows, at the field of this page that they come from. */
const here: Readonly<Record<string, string>> = { data: 'what', 'data.0.interest': 'interest', kind: 'is_concrete' }

export function oneOffRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/eenmalig', (c) => scopeOf(c, house, async (scope) => {
    refuseStrangers(scope)
    return page(c, await formState(scope, form, rawFromInput(form, { ...emptyInput(form), on: dayOf(scope.now) })))
  }))
  app.post('/eenmalig', async (c) => {
    const raw = rawFromForm(form, await textEntries(c))
    try {
      const id = await scopeOf(c, house, async (scope) => {
        refuseStrangers(scope)
        const { input, faults } = await readInput(scope, { fields: form }, raw, emptyInput(form))
        if (faults.length > 0) throw new Invalid(faults)
        return answer(scope, input)
      })
      return c.redirect(`${baseOf(c, disclosures)}/${id}?gedaan=create#logboek`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const faults = error.faults.map(({ at, message }) => ({ at: here[at] ?? at, message }))
      return scopeOf(c, house, async (scope) => page(c, await formState(scope, form, raw, faults), 400))
    }
  })

  function page(c: Visit, state: FormState, status: 200 | 400 = 200) {
    const base = baseOf(c, disclosures)
    const control = (key: string) => <FieldControl name={key} field={form[key]!} state={state} optional={false} />
    return showPage(c, house, disclosures, {
      heading: t('Eén losse vraag', 'A single question'), crumbs: [toRegister(c, disclosures)], narrow: true, failed: state.faults.length > 0,
      lead: <p>{t('Vraagt de politie of een andere organisatie één keer om gegevens? Leg vraag, besluit en antwoord hier in één keer vast. Vul geen namen in, behalve bij “Over wie”.', 'Do the police or another organisation ask for data once? Record question, decision and answer here at once. Fill in no names, but at “About whom”.')}</p>,
      children: (
        <Form action={`${base}/eenmalig`} guard>
          <ErrorSummary faults={state.faults} />
          {parts.map(({ key, nl, en, fields }) => (
            <Section id={key} heading={t(nl, en)}>
              {fields.map(control)}
              {key === 'wij' && <Details summary={t('Ander doel, maar verenigbaar: vijf factoren', 'Other purpose, but compatible: five factors')} open={factors.some((factor) => state.faults.some(({ at }) => at === factor))}>{factors.map(control)}</Details>}
            </Section>
          ))}
          <SubmitBar primary={t('Vastleggen', 'Record')} cancel={{ words: t('Annuleren', 'Cancel'), href: base }} />
        </Form>
      ),
    }, status)
  }

  return app
}

/** Request, decision and log in the transaction of the scope: all of it or nothing. @throws Invalid */
async function answer(scope: Scope, typed: AnyInput): Promise<string> {
  const today = dayOf(scope.now)
  const { what, category, interest, decision, reason, on, people, subjects } = typed as { [K in 'what' | 'category' | 'interest' | 'decision' | 'reason' | 'on' | 'subjects']: string | null } & { people: number | null }
  const isGiven = decision === 'grant'
  const faults: Fault[] = []
  if (decision === null) faults.push({ at: 'decision', message: t('Kies of u de gegevens geeft.', 'Choose whether you give the data.') })
  if (reason === null) faults.push({ at: 'reason', message: t('Schrijf op waarom.', 'Write down why.') })
  if (faults.length > 0) throw new Invalid(faults)
  const input: AnyInput = {
    ...emptyInput(disclosures.fields), ...Object.fromEntries(ofEntry.map((key) => [key, typed[key]])), kind: 'one_off', asked_on: today, controller_checked_on: typed.is_controller === true ? today : null,
    data: what === null && category === null ? [] : [{ what, category, interest, is_given: isGiven }],
  }
  const id = await createEntry(scope, disclosures, input)
  if (!isGiven) {
    await perform(scope, disclosures, 'refuse', id, { reason })
    return id
  }
  await perform(scope, disclosures, 'grant', id, { reason })
  const waiting = notYet({ ...input, ground: groundOf(input as DisclosureInput, scope.organisation.kind) ?? null } as DisclosureInput, on ?? today)
  const { line, faults: unread } = readTyped({ on: on ?? '', what: what ?? '', people: people === null ? '' : String(people), subjects: subjects ?? '', note: '' }, today)
  if (waiting.length > 0 || !line) throw new Invalid([...asFaults(waiting), ...unread])
  await keep(scope, await loadEntry(scope, disclosures, id), [line], null)
  return id
}

function refuseStrangers(scope: Scope): void {
  const input = emptyInput(disclosures.fields)
  const assigned = scope.actor.kind === 'person' ? scope.actor.assignments.flatMap(({ departmentIds }) => departmentIds ?? []) : []
  mustBeAllowed(scope, disclosures, 'create', { status: 'requested', stage: 'draft', proposal: 'none', department: assigned[0] ?? null, input })
}

