// A month of cases: over breaches, requests, complaints and data that are asked for, every reminder and escalation comes once and in its order, also when workers die and two work at once.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { testDatabase } from '../../test/support/database.ts'
import { launch } from '../../test/support/processes.ts'
import { tenant, type Tenant } from '../../test/support/product.ts'
import { ask } from '../case-kit/collection/tasks.ts'
import { openContent } from '../people/mail.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { breaches } from '../registers/breaches/register.ts'
import { complaints } from '../registers/complaints/register.ts'
import { requests } from '../registers/requests/register.ts'

const begin = '2027-03-01T05:15:00Z'
const at = (moment: string) => new Date(moment)

describe('a month of simulated clock (H-27, H-32, M-15, N-14)', () => {
  let house: Tenant
  let settled: string
  const names = new Map<string | null, string>([[null, 'buiten']])

  before(async () => {
    house = await tenant()
    const { burgerzaken } = house.departments
    const person = async (name: string, ...grants: Parameters<Tenant['person']>[1][]) => {
      const { personId } = await house.person(name, ...grants)
      names.set(personId, name)
      return personId
    }
    const handler = await person('Hanna', { role: 'employee', departmentId: burgerzaken })
    await person('Olga', { role: 'process_owner', departmentId: burgerzaken })
    await person('Petra', 'privacy_officer')
    await person('Frits', 'dpo')
    await house.scoped(async (scope) => {
      const received_at = '2027-03-01T04:00:00.000Z'
      await createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Tas weg', number: 'DL-1', department: burgerzaken, role: 'controller', regime: 'gdpr', received_at, aware_at: received_at, judgement: 'yes' })
      settled = await createEntry(scope, complaints, { ...emptyInput(complaints.fields), title: 'Op tijd', number: 'KL-1', department: burgerzaken, handler, received_at: '2027-02-04T09:00:00.000Z', confirmed_at: '2027-02-04T09:00:00.000Z' })
      await perform(scope, complaints, 'assign', settled, { handler, route: null })
      await createEntry(scope, complaints, { ...emptyInput(complaints.fields), title: 'Te laat', number: 'KL-2', department: burgerzaken, handler, received_at: '2027-02-01T09:00:00.000Z', confirmed_at: '2027-02-01T09:00:00.000Z' })
      const request = await createEntry(scope, requests, { ...emptyInput(requests.fields), title: 'Inzage', number: 'VZ-1', right: 'access', department: burgerzaken, handler, received_at })
      await ask(scope, { register: 'requests', entryId: request, party: 'department', aboutId: burgerzaken, aboutName: 'Burgerzaken', personId: handler, contactEmail: null, language: 'nl', asked: { question: 'Wat is er?', finders: [], number: 'VZ-1' }, periodFrom: null, periodUntil: null, dueOn: '2027-03-11' })
    }, at('2027-03-01T04:30:00Z'))
  })

  /** A worker from one moment until another; `dies`: after the first step of a day. @returns the last moment that it wrote down */
  async function work(from: string, until: string, dies?: string): Promise<string> {
    const { appUrl, keysFolder } = await testDatabase()
    const worker = launch('--import', ['./bin/load-tsx.js', join(import.meta.dirname, '../../test/support/clockwork-process.ts'), appUrl, keysFolder, house.organisation.id, from, until], {})
    if (dies) worker.child.stdout!.on('data', () => { if (worker.out().includes(dies)) worker.child.kill('SIGKILL') })
    const ended = await worker.ended
    assert.ok(dies ? ended.signal === 'SIGKILL' : ended.code === 0, ended.err)
    return ended.out.trim().split('\n').at(-1)!
  }

  test('each is told once, to whom it concerns, the reminder before the day and the escalation after it', async () => {
    const last = await work(begin, '2027-04-04T00:00:00Z', '2027-03-09T05:15')
    await house.scoped((scope) => perform(scope, complaints, 'settle', settled, { talk_outcome: 'agreed', talk_note: null }), at(last))
    // What it was at when it died is done again by two others at once; one of them goes on to the end.
    await Promise.all([work(new Date(at(last).getTime() - 86_400_000).toISOString(), '2027-04-04T00:00:00Z'), work(last, '2027-03-20T00:00:00Z')])
    const told = await house.scoped(async ({ tx, organisation }) => {
      const rows = await tx.selectFrom('mail_message').select(['id', 'person_id', 'kind', 'content', 'created_at']).where('organisation_id', '=', organisation.id).orderBy('created_at').orderBy('id').execute()
      return rows.flatMap(({ id, person_id, kind, content, created_at }) => {
        const { subject, lines } = openContent(house.organisation, id, content!)
        return lines.flatMap((line) => 'item' in line ? [line.item.nl] : []).concat(/om gegevens gevraagd/.test(subject.nl) ? [subject.nl] : []).map((what) => `${created_at.toISOString().slice(5, 13)} ${names.get(person_id)} ${kind}: ${what}`)
      })
    })
    // Each begins with its moment; of those at one moment the order says nothing.
    assert.deepEqual(told.toSorted(), expected.toSorted())
  })
})

/** In UTC: Dutch days begin at 23 hours here, and at 22 in summer time. A term of law is told to DPO and privacy officer when it is over, one of the own policy to whoever answers for it; a week later the process owner hears. */
const expected = [
  '03-01T23 Petra notice: Onderzoeken en wegen: datalek DL-1, tot 2 mrt 2027, 05:00',
  '03-02T05 Petra escalation: Onderzoeken en wegen: datalek DL-1, tot 2 mrt 2027, 05:00',
  '03-03T11 Petra notice: Melden aan de AP, of besluiten dat het niet hoeft: datalek DL-1, tot 4 mrt 2027, 05:00',
  '03-04T05 Petra escalation: Melden aan de AP, of besluiten dat het niet hoeft: datalek DL-1, tot 4 mrt 2027, 05:00',
  '03-04T05 Frits escalation: Melden aan de AP, of besluiten dat het niet hoeft: datalek DL-1, tot 4 mrt 2027, 05:00',
  '03-08T23 Hanna notice: Antwoord aan de indiener: klacht KL-2, tot en met 15 maart 2027',
  '03-08T23 Hanna notice: Herinnering: er wordt u om gegevens gevraagd',
  '03-09T05 Olga escalation: Onderzoeken en wegen: datalek DL-1 (2 maart 2027)',
  '03-11T05 Olga escalation: Melden aan de AP, of besluiten dat het niet hoeft: datalek DL-1 (4 maart 2027)',
  '03-11T23 Hanna notice: Te laat: er wordt u om gegevens gevraagd',
  '03-11T23 Hanna escalation: Gegevens van Burgerzaken voor verzoek VZ-1',
  '03-15T23 Hanna escalation: Antwoord aan de indiener: klacht KL-2, tot en met 15 maart 2027',
  '03-15T23 Petra escalation: Antwoord aan de indiener: klacht KL-2, tot en met 15 maart 2027',
  '03-15T23 Frits escalation: Antwoord aan de indiener: klacht KL-2, tot en met 15 maart 2027',
  '03-22T05 Olga escalation: Antwoord aan de indiener: klacht KL-2 (15 maart 2027)',
  '03-25T23 Hanna notice: Antwoord aan de vrager: verzoek VZ-1, tot en met 1 april 2027',
  '04-01T23 Hanna escalation: Antwoord aan de vrager: verzoek VZ-1, tot en met 1 april 2027',
  '04-01T23 Petra escalation: Antwoord aan de vrager: verzoek VZ-1, tot en met 1 april 2027',
  '04-01T23 Frits escalation: Antwoord aan de vrager: verzoek VZ-1, tot en met 1 april 2027',
]
