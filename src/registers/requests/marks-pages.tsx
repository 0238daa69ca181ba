// Marks pages: `/verzoeken/beperkingen`, whose data aren't used now and whether somebody's may be; and `/verzoeken/niet-benaderen`, who gets no marketing, asked for one address or for a whole list.
import { Hono } from 'hono'
import { sql } from 'kysely'
import { Readable } from 'node:stream'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { fold } from '../../ground/letters.ts'
import { type Fault, Invalid, NotAllowed } from '../../ground/refusals.ts'
import { assignmentsOf, hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { csvType, writeCsv } from '../../register-kit/exchange/write-table.ts'
import { baseOf, showPage, textEntries, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { restrictionCases } from './grounds.ts'
import { requests } from './register.ts'
import { isRestricted, isSuppressed, type Known, matchable, suppress, suppressedAmong, unsuppress } from './restrictions.ts'
import { keepers, visibleRequests } from './visibility.ts'

type Typed = Readonly<Record<string, string>>
/** At once, so that the page answers quickly; a larger list goes in parts. */
const mostAddresses = 20_000

export function marksRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/beperkingen', (c) => scopeOf(c, house, (scope) => restrictionsPage(c, scope, {})))
  app.post('/beperkingen', async (c) => {
    const typed = Object.fromEntries(await textEntries(c))
    return scopeOf(c, house, async (scope) => {
      const known: Known = { email: typed.email ?? null, phone: typed.phone ?? null, reference: typed.reference ?? null, name: typed.name ?? null, birthDate: typed.birth_date ?? null }
      const found = matchable(known)
      if (found.length === 0) return restrictionsPage(c, scope, typed, undefined, [{ at: 'email', message: t('Vul een e-mailadres, telefoonnummer of kenmerk in, of een naam met geboortedatum.', 'Fill in an e-mail address, a phone number or a reference, or a name with a date of birth.') }])
      refuseStrangers(scope)
      await recordAccess(scope, { name: 'Gevraagd of gegevens mogen worden gebruikt', subjects: [{ type: 'subject', id: fold(found[0]!.slice(found[0]!.indexOf(':') + 1)) }] })
      return restrictionsPage(c, scope, typed, await isRestricted(scope, known))
    })
  })

  app.get('/niet-benaderen', (c) => scopeOf(c, house, (scope) => suppressionPage(c, scope, {})))
  app.post('/niet-benaderen', async (c) => {
    const typed = Object.fromEntries(await textEntries(c))
    try {
      return await scopeOf(c, house, async (scope) => {
        refuseStrangers(scope)
        switch (typed._action) {
          case 'list': return await checkedList(scope, typed.addresses ?? '')
          case 'add':
          case 'remove': return await changeList(c, scope, typed)
          default: {
            const asked = oneOf(typed.address, 'address')
            await recordAccess(scope, { name: 'Gevraagd of iemand reclame mag krijgen', subjects: [{ type: 'subject', id: fold(asked).trim() }] })
            return suppressionPage(c, scope, typed, { isSuppressed: await isSuppressed(scope, asked) })
          }
        }
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, (scope) => suppressionPage(c, scope, typed, {}, error.faults))
    }
  })

  async function restrictionsPage(c: Visit, scope: Scope, typed: Typed, isMarked?: boolean, faults: readonly Fault[] = []) {
    refuseStrangers(scope)
    const { rows } = await sql<{ id: string; number: string; title: string; on: string; why: keyof typeof restrictionCases | null }>`select t.id, t.number, t.title, t.restricted_on as "on", t.restriction_case as why from subject_request t
      where t.organisation_id = ${scope.organisation.id} and t.restricted_on is not null and t.restriction_lifted_on is null and ${visibleRequests(scope.actor)} order by t.restricted_on desc, t.id limit 500`.execute(scope.tx)
    const error = (at: string) => faults.find((fault) => fault.at === at)?.message
    return showPage(c, house, requests, {
      heading: t('Gebruik beperkt', 'Use restricted'), crumbs: [toRegister(c, requests)], failed: faults.length > 0,
      lead: <p>{t('Van deze mensen worden gegevens bewaard, maar niet gebruikt (art. 18 AVG). Waarborg bewaart alleen een merkteken: niemand kan er een naam uit lezen.', 'Data of these people are kept, but not used (art. 18 GDPR). Waarborg keeps only a mark: nobody can read a name from it.')}</p>,
      children: (
        <>
          {isMarked !== undefined && <Alert tone={isMarked ? 'warning' : 'ok'} heading={isMarked ? t('Niet gebruiken: het gebruik is beperkt', 'Don’t use: the use is restricted') : t('Geen beperking gevonden', 'No restriction found')} />}
          <Section id="nagaan" heading={t('Mogen iemands gegevens worden gebruikt?', 'May somebody’s data be used?')}>
            <Form action={`${baseOf(c, requests)}/beperkingen`} defaultAction="check">
              <ErrorSummary faults={faults} />
              <FieldRow><TextInput name="email" type="email" label={t('E-mailadres', 'E-mail address')} value={typed.email} error={error('email')} optional /><TextInput name="phone" type="tel" label={t('Telefoonnummer', 'Phone number')} value={typed.phone} optional /><TextInput name="reference" label={t('Klantnummer of kenmerk', 'Customer number or reference')} value={typed.reference} optional /></FieldRow>
              <FieldRow><TextInput name="name" label={t('Naam', 'Name')} value={typed.name} optional /><DateInput name="birth_date" label={t('Geboortedatum', 'Date of birth')} value={typed.birth_date} optional /></FieldRow>
              <SubmitBar primary={t('Nagaan', 'Check')} primaryAction="check" />
            </Form>
          </Section>
          <Section id="lopend" heading={t('Verzoeken waarbij het gebruik is beperkt', 'Requests for which the use is restricted')}>
            <Table
              caption={t('Beperkingen die nu gelden', 'Restrictions that hold now')} captionHidden rows={rows} empty={<EmptyState heading={t('Nu is van niemand het gebruik beperkt', 'Nobody’s use is restricted now')} icon="shield" />}
              columns={[
                { key: 'number', header: t('Verzoek', 'Request'), names: true, cell: (row) => <><Link href={`${baseOf(c, requests)}/${row.id}`}>{row.number}</Link> <span lang="nl">{row.title}</span></> },
                { key: 'on', header: t('Sinds', 'Since'), cell: (row) => sayDay(row.on) }, { key: 'why', header: t('Waarom', 'Why'), cell: (row) => (row.why ? say(restrictionCases[row.why].words) : '–') },
              ]}
            />
          </Section>
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  async function suppressionPage(c: Visit, scope: Scope, typed: Typed, answer: { isSuppressed?: boolean; done?: string } = {}, faults: readonly Fault[] = []) {
    refuseStrangers(scope)
    const counted = await sql<{ kind: string; count: number }>`select kind, count(*)::int as count from marketing_suppression where organisation_id = ${scope.organisation.id} group by kind`.execute(scope.tx)
    const count = (kind: string) => counted.rows.find((row) => row.kind === kind)?.count ?? 0
    const error = (at: string) => faults.find((fault) => fault.at === at)?.message
    const action = `${baseOf(c, requests)}/niet-benaderen`
    return showPage(c, house, requests, {
      heading: t('Wie geen reclame wil', 'Who wants no marketing'), crumbs: [toRegister(c, requests)], failed: faults.length > 0, flash: answer.done === undefined ? undefined : { tone: 'ok', words: answer.done },
      lead: <p>{t(`Op de lijst staan ${count('email')} e-mailadressen en ${count('phone')} telefoonnummers, als merkteken: niemand kan ze lezen, wel nagaan (art. 21 lid 3 AVG). Kijk hier vóór elke mailing.`, `The list holds ${count('email')} e-mail addresses and ${count('phone')} phone numbers, as marks: nobody can read them, but they can be checked (art. 21(3) GDPR). Look here before each mailing.`)}</p>,
      children: (
        <>
          {answer.isSuppressed !== undefined && <Alert tone={answer.isSuppressed ? 'warning' : 'ok'} heading={answer.isSuppressed ? t('Nee: niet benaderen', 'No: don’t approach') : t('Staat niet op de lijst', 'Isn’t on the list')}>{answer.isSuppressed ? undefined : <p>{t('Reclame mag alleen als u er ook een grondslag voor hebt.', 'Marketing is allowed only if you have a legal basis for it too.')}</p>}</Alert>}
          <Section id="een" heading={t('Mag ik deze persoon benaderen?', 'May I approach this person?')}>
            <Form action={action} defaultAction="check">
              <ErrorSummary faults={faults} />
              <TextInput name="address" label={t('E-mailadres of telefoonnummer', 'E-mail address or phone number')} value={typed.address} error={error('address')} />
              <SubmitBar primary={t('Nagaan', 'Check')} primaryAction="check" />
            </Form>
          </Section>
          <Section id="lijst" heading={t('Een hele lijst nagaan', 'Check a whole list')} lead={t('Plak adressen, een per regel. U krijgt een CSV-bestand met bij elk adres ja of nee. Wat u plakt, wordt niet bewaard.', 'Paste addresses, one a line. You get a CSV file with yes or no at each address. What you paste isn’t kept.')}>
            <Form action={action} defaultAction="list">
              <TextArea name="addresses" label={t('Adressen', 'Addresses')} rows={6} error={error('addresses')} />
              <SubmitBar primary={t('Lijst nagaan', 'Check the list')} primaryAction="list" />
            </Form>
          </Section>
          {hasRole(scope.actor, ...keepers) && (
            <Section id="bijwerken" heading={t('Iemand erop zetten of eraf halen', 'Put somebody on it or take them off')} lead={t('Eraf halen mag alleen als die persoon zelf weer reclame wil.', 'Taking somebody off is allowed only if that person wants marketing again.')}>
              <Form action={action} defaultAction="add">
                <TextInput name="changed" label={t('E-mailadres of telefoonnummer', 'E-mail address or phone number')} error={error('changed')} />
                <SubmitBar primary={t('Op de lijst zetten', 'Put on the list')} primaryAction="add" secondary={t('Van de lijst halen', 'Take off the list')} secondaryAction="remove" />
              </Form>
            </Section>
          )}
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  async function changeList(c: Visit, scope: Scope, typed: Typed) {
    if (!hasRole(scope.actor, ...keepers)) throw new NotAllowed()
    const asked = oneOf(typed.changed, 'changed')
    await recordAccess(scope, { name: typed._action === 'add' ? 'Op de lijst “geen reclame” gezet' : 'Van de lijst “geen reclame” gehaald', subjects: [{ type: 'subject', id: fold(asked).trim() }] })
    if (typed._action === 'remove') return suppressionPage(c, scope, {}, { done: await unsuppress(scope, asked) ? t('Van de lijst gehaald.', 'Taken off the list.') : t('Dit stond niet op de lijst.', 'This wasn’t on the list.') })
    const added = await suppress(scope, asked.includes('@') ? { email: asked } : { phone: asked }, null)
    return suppressionPage(c, scope, {}, { done: added > 0 ? t('Op de lijst gezet.', 'Put on the list.') : t('Dit stond al op de lijst.', 'This was on the list already.') })
  }

  return app
}

/** @throws Invalid where nothing can be asked of it */
function oneOf(typed: string | undefined, at: string): string {
  const asked = (typed ?? '').trim()
  if (matchable(asked.includes('@') ? { email: asked } : { phone: asked }).length === 0) throw new Invalid([{ at, message: t('Vul één e-mailadres of telefoonnummer in.', 'Fill in one e-mail address or phone number.') }])
  return asked
}

async function checkedList(scope: Scope, pasted: string): Promise<Response> {
  const addresses = pasted.split(/[\r\n;,]+/).map((line) => line.trim()).filter((line) => line !== '')
  if (addresses.length === 0) throw new Invalid([{ at: 'addresses', message: t('Plak minstens één adres.', 'Paste at least one address.') }])
  if (addresses.length > mostAddresses) throw new Invalid([{ at: 'addresses', message: t('Dit zijn er meer dan 20.000. Doe het in delen.', 'These are more than 20,000. Do it in parts.') }])
  const found = await suppressedAmong(scope, addresses)
  const csv = writeCsv([{ heading: t('Adres', 'Address') }, { heading: t('Niet benaderen', 'Don’t approach') }], addresses.map((address, index) => [address, found[index] ? t('ja', 'yes') : t('nee', 'no')]))
  return new Response(Readable.toWeb(csv) as ReadableStream<Uint8Array>, { headers: { 'content-type': csvType, 'content-disposition': `attachment; filename="niet-benaderen-${dayOf(scope.now)}.csv"`, 'cache-control': 'no-store' } })
}

/** For colleagues with a task: whoever sends a mailing must be able to look. */
function refuseStrangers({ actor }: Scope): void {
  if (assignmentsOf(actor).length === 0) throw new NotAllowed()
}
