// Recipients routes: to whom data of one person went, found by a mark that nobody can read, and keeping that these recipients were told of a change (art. 19 AVG).
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { DateInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { baseOf, showPage, textEntries, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { disclosers } from './lifecycle.ts'
import { type FoundRecipient, type NoticeKind, noticeKinds, recipientsOf, type Told, writeNotices } from './log.ts'
import { disclosures } from './register.ts'
import { readSubject, type Subject } from './subject-marks.ts'

type Typed = Readonly<Record<string, string>>
const kindWords: Readonly<Record<NoticeKind, Words>> = {
  rectification: { nl: 'Verbeterd', en: 'Corrected' }, erasure: { nl: 'Gewist', en: 'Erased' }, restriction: { nl: 'Gebruik beperkt', en: 'Use restricted' },
}

export function recipientRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/ontvangers', (c) => scopeOf(c, house, (scope) => page(c, scope, {}, [])))
  // What tells who somebody is never stands in an address.
  app.post('/ontvangers', async (c) => {
    const sent = await textEntries(c)
    const typed: Typed = Object.fromEntries(sent)
    const chosen = sent.flatMap(([name, value]) => (name === 'lines' && isId(value) ? [value] : []))
    const found = async (scope: Scope, more: Parameters<typeof page>[4] = {}) => {
      const subject = subjectIn(typed)
      await recordAccess(scope, { name: 'Ontvangers van iemands gegevens gezocht', subjects: [{ type: 'subject', id: `${subject.kind} ${subject.text}` }] })
      return page(c, scope, typed, await recipientsOf(scope, [subject]), more)
    }
    try {
      return await scopeOf(c, house, async (scope) => {
        refuseStrangers(scope)
        if (typed._action !== 'tell') return found(scope)
        const count = await tell(scope, subjectIn(typed), chosen, typed)
        return found(scope, { done: t(`Vastgelegd bij ${count} ${count === 1 ? 'verstrekking' : 'verstrekkingen'}.`, `Recorded at ${count} ${count === 1 ? 'disclosure' : 'disclosures'}.`) })
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => (typed._action === 'tell' ? found(scope, { faults: error.faults }) : page(c, scope, typed, undefined, { faults: error.faults })))
    }
  })

  async function page(c: Visit, scope: Scope, typed: Typed, rows: readonly FoundRecipient[] | undefined, { faults = [], done }: { faults?: readonly Fault[]; done?: string } = {}) {
    refuseStrangers(scope)
    const action = `${baseOf(c, disclosures)}/ontvangers`
    const isAsked = typed._action !== undefined && rows !== undefined
    const error = (at: string) => faults.find((fault) => fault.at === at)?.message
    const mayTell = hasRole(scope.actor, ...disclosers)
    return showPage(c, house, disclosures, {
      heading: t('Aan wie gingen iemands gegevens?', 'To whom did somebody’s data go?'), crumbs: [toRegister(c, disclosures)], failed: faults.length > 0, flash: done === undefined ? undefined : { tone: 'ok', words: done },
      lead: <p>{t('Zijn gegevens verbeterd, gewist of beperkt? Dan hoort elke ontvanger dat, tenzij het echt niet kan (art. 19 AVG). Hier vindt u de ontvangers.', 'Were data corrected, erased or restricted? Then each recipient hears of it, unless it really can’t be done (art. 19 GDPR). Here you find the recipients.')}</p>,
      children: (
        <>
          <Form action={action} defaultAction="find">
            <ErrorSummary faults={faults} />
            <TextInput name="reference" label={t('BSN of kenmerk', 'Citizen service number or reference')} value={typed.reference} error={error('reference')} optional />
            <FieldRow>
              <TextInput name="name" label={t('Of: naam', 'Or: name')} value={typed.name} error={error('name')} optional />
              <DateInput name="birth_date" label={t('met geboortedatum', 'with date of birth')} value={typed.birth_date} error={error('birth_date')} optional />
            </FieldRow>
            <SubmitBar primary={t('Zoeken', 'Search')} primaryAction="find" />
          </Form>
          {isAsked && (
            <Section id="gevonden" heading={t('Gevonden', 'Found')}>
              <Table
                caption={t('Ontvangers van deze persoon', 'Recipients of this person')} captionHidden rows={rows}
                empty={<EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search"><p>{t('Alleen wat met een BSN, naam of kenmerk is vastgelegd, is op persoon te vinden. Kijk ook in de verstrekkingen over groepen.', 'Only what was logged with a number, name or reference is found by person. Look at disclosures about groups too.')}</p></EmptyState>}
                columns={[
                  { key: 'recipient', header: t('Ontvanger', 'Recipient'), names: true, cell: (row) => <><span lang="nl">{row.recipient}</span> (<Link href={`${baseOf(c, disclosures)}/${row.disclosureId}`}>{row.number}</Link>)</> },
                  { key: 'on', header: t('Op', 'On'), oneLine: true, cell: (row) => sayDay(row.on) },
                  { key: 'what', header: t('Gegevens', 'Data'), cell: (row) => <span lang="nl">{row.what}</span> },
                  { key: 'told', header: t('Verteld', 'Told'), cell: (row) => (row.told.length === 0 ? '–' : row.told.map(sayTold).join('; ')) },
                ]}
              />
              {rows.length > 0 && mayTell && (
                <Form action={action} hidden={{ reference: typed.reference ?? '', name: typed.name ?? '', birth_date: typed.birth_date ?? '' }} defaultAction="tell">
                  <CheckboxGroup name="lines" label={t('Aan wie hebt u bericht gestuurd', 'Whom you told')} error={error('lines')} values={rows.filter(({ told }) => told.length === 0).map(({ logId }) => logId)} choices={rows.map(({ logId, recipient, on }) => ({ value: logId, label: `${recipient}, ${sayDay(on)}`, lang: 'nl' as const }))} />
                  <FieldRow>
                    <Select name="kind" label={t('Wat is er met de gegevens gedaan', 'What was done with the data')} value={typed.kind} error={error('kind')} choices={noticeKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))} />
                    <DateInput name="told_on" label={t('Verteld op', 'Told on')} value={typed.told_on} error={error('told_on')} optional />
                  </FieldRow>
                  <TextInput name="why_not" label={t('Of: waarom het niet kon', 'Or: why it wasn’t possible')} value={typed.why_not} error={error('why_not')} maxlength={1000} optional />
                  <SubmitBar primary={t('Vastleggen', 'Record')} primaryAction="tell" />
                </Form>
              )}
            </Section>
          )}
          {!isAsked && <Alert><p>{t('Waarborg bewaart geen namen of nummers bij een verstrekking, alleen een merkteken dat hieruit is gemaakt.', 'Waarborg keeps no names or numbers with a disclosure, only a mark that was made of them.')}</p></Alert>}
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  return app
}

function sayTold({ kind, on, whyNot }: Told): string {
  return `${say(kindWords[kind])}: ${on === null ? t(`kon niet (${whyNot})`, `couldn’t (${whyNot})`) : sayDay(on)}`
}

/** @throws Invalid */
function subjectIn({ reference = '', name = '', birth_date = '' }: Typed): Subject {
  const isNamed = name.trim() !== '' || birth_date.trim() !== ''
  if (reference.trim() === '' && !isNamed) throw new Invalid([{ at: 'reference', message: t('Vul een BSN of kenmerk in, of een naam met geboortedatum.', 'Fill in a citizen service number or reference, or a name with a date of birth.') }])
  const subject = reference.trim() === '' ? readSubject(`${name.replaceAll(';', ' ')};${birth_date}`) : readSubject(reference.replaceAll(';', ' '))
  if ('kind' in subject) return subject
  throw new Invalid([{ at: reference.trim() === '' ? 'name' : 'reference', message: say(subject) }])
}

async function tell(scope: Scope, subject: Subject, lines: readonly string[], { kind = '', told_on = '', why_not = '' }: Typed): Promise<number> {
  const on = told_on.trim() === '' ? null : readTypedDate(told_on)
  const whyNot = why_not.trim() || null
  const faults: Fault[] = []
  if (lines.length === 0) faults.push({ at: 'lines', message: t('Kies bij wie u dit vastlegt.', 'Choose at whom you record this.') })
  if (!noticeKinds.some((one) => one === kind)) faults.push({ at: 'kind', message: t('Kies wat er met de gegevens is gedaan.', 'Choose what was done with the data.') })
  if ((on === null) === (whyNot === null)) faults.push({ at: 'told_on', message: t('Vul in wanneer u het vertelde, of waarom het niet kon.', 'Fill in when you told it, or why it wasn’t possible.') })
  if (on !== null && on > dayOf(scope.now)) faults.push({ at: 'told_on', message: t('Deze dag moet nog komen.', 'This day is still to come.') })
  if (whyNot !== null && whyNot.length > 1000) faults.push({ at: 'why_not', message: t('Dit is te lang: hoogstens 1000 tekens.', 'This is too long: 1000 characters at most.') })
  if (faults.length > 0) throw new Invalid(faults)
  const about = (await recipientsOf(scope, [subject])).filter(({ logId }) => lines.includes(logId))
  // Each disclosure's own step: the roles and departments of that entry decide, and its history tells of it.
  for (const disclosureId of new Set(about.map((one) => one.disclosureId))) {
    await loadEntry(scope, disclosures, disclosureId)
    await perform(scope, disclosures, 'tell', disclosureId)
  }
  return writeNotices(scope, subject, about.map(({ logId }) => logId), { kind: kind as NoticeKind, on, whyNot })
}

function refuseStrangers(scope: Scope): void {
  if (!hasRole(scope.actor, ...disclosers, ...overseers)) throw new NotAllowed(t('Uw rol staat niet toe dat u hier zoekt.', 'Your role doesn’t let you search here.'))
}
