// Review round: every agreement in force on one page, looked at once a year: what is due, what stands out, and stating for several at once that they are right (H-44).
import { Hono } from 'hono'
import { sql } from 'kysely'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId, newId } from '../../ground/ids.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { Bar } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { carryOutBulk, mostAtOnce } from '../../register-kit/bulk.ts'
import { mayDo } from '../../register-kit/lifecycle.ts'
import { baseOf, showPage, textEntries, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { agreements as register } from './register.ts'

type Row = { readonly id: string; readonly name: string; readonly processor: string | null; readonly department: string | null; readonly due: string | null; readonly reviewed: string | null; readonly findings: number }

/** For `registerDoors`. */
export function reviewRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/nakijken', (c) => scopeOf(c, house, (scope) => show(c, scope)))

  app.post('/nakijken', async (c) => {
    const sent = await textEntries(c)
    const ids = [...new Set(sent.flatMap(([name, value]) => name === 'agreements' && isId(value) ? [value] : []))]
    const note = sent.findLast(([name]) => name === 'note')?.[1].trim() || null
    if (ids.length === 0) return scopeOf(c, house, (scope) => show(c, scope, t('Kies wat u hebt nagekeken.', 'Choose what you have looked at.')))
    if (ids.length > mostAtOnce || (note?.length ?? 0) > 10_000 || note?.includes('\0')) throw new Invalid([])
    const outcomes = await scopeOf(c, house, (scope) => carryOutBulk(scope, register, ids, { kind: 'step', verb: 'review', values: { note } }, newId()))
    const refused = outcomes.filter(({ what }) => what === 'refused').length
    return c.redirect(`${baseOf(c, register)}/nakijken?klaar=${outcomes.length - refused}${refused > 0 ? `&niet=${refused}` : ''}`, 303)
  })

  async function show(c: Visit, scope: Scope, fault?: string) {
    const rows = await readRows(scope)
    const today = dayOf(scope.now)
    const open = rows.filter((row) => mayDo(register, scope.actor, 'review', row.department))
    const upToDate = rows.filter(({ due }) => due !== null && due >= today).length
    const [done, refused] = [c.req.query('klaar') ?? '', c.req.query('niet') ?? ''].map((count) => /^\d{1,4}$/.test(count) ? Number(count) : 0)
    return showPage(c, house, register, {
      heading: t('Overeenkomsten nakijken', 'Review the agreements'), crumbs: [toRegister(c, register)], failed: fault !== undefined,
      lead: <p>{t('Elk jaar kijkt u na of elke overeenkomst nog klopt: de verwerkingen, de subverwerkers, de bewijzen, de contacten en de looptijd.', 'Each year you look whether each agreement is still right: the processing activities, the sub-processors, the proofs, the contacts and the term.')}</p>,
      children: (
        <>
          {fault && <Alert tone="error"><p>{fault}</p></Alert>}
          {done! + refused! > 0 && <Alert tone={refused! > 0 ? 'warning' : 'ok'}><p>{t(`${done} nagekeken${refused! > 0 ? `, ${refused} kon niet` : ''}.`, `${done} reviewed${refused! > 0 ? `, ${refused} couldn’t be` : ''}.`)}</p></Alert>}
          <Bar label={t('Nagekeken', 'Reviewed')} value={upToDate} max={rows.length} words={t(`${upToDate} van ${rows.length} zijn bij`, `${upToDate} of ${rows.length} are up to date`)} tone={upToDate < rows.length ? 'warning' : 'positive'} />
          <Table
            caption={t('Overeenkomsten die van kracht zijn', 'Agreements in force')} rows={rows} empty={<p>{t('Er is geen overeenkomst van kracht.', 'No agreement is in force.')}</p>} columns={[
              { key: 'name', header: t('Overeenkomst', 'Agreement'), names: true, cell: ({ id, name }) => <Link href={`${baseOf(c, register)}/${id}`}>{name}</Link> },
              { key: 'processor', header: t('Verwerker', 'Processor'), cell: ({ processor }) => processor },
              { key: 'reviewed', header: t('Laatst nagekeken', 'Last reviewed'), oneLine: true, cell: ({ reviewed }) => reviewed && sayDay(reviewed) },
              { key: 'due', header: t('Nakijken vóór', 'Review before'), cell: ({ due }) => <>{due && sayDay(due)} {(due === null || due < today) && <StatusBadge tone="warning">{t('te laat', 'overdue')}</StatusBadge>}</> },
              { key: 'findings', header: t('Bevindingen', 'Findings'), numeric: true, cell: ({ findings }) => findings },
            ]}
          />
          {open.length > 0 && (
            <Section heading={t('Wat hebt u nagekeken?', 'What did you review?')} id="verklaren">
              <Form action={`${baseOf(c, register)}/nakijken`}>
                <CheckboxGroup name="agreements" label={t('Deze kloppen', 'These are right')} choices={open.map(({ id, name, findings }) => ({ value: id, label: name, ...(findings > 0 ? { hint: t(`${findings} bevindingen`, `${findings} findings`) } : {}) }))} />
                <TextArea name="note" label={t('Toelichting', 'Note')} optional maxlength={10_000} />
                <SubmitBar primary={t('Nagekeken', 'Reviewed')} />
              </Form>
            </Section>
          )}
        </>
      ),
    }, fault === undefined ? 200 : 400)
  }

  return app
}

/** What is due first, first. */
async function readRows(scope: Scope): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.name, p.name as processor, t.department, t.review_due_on as due, t.reviewed_on as reviewed, t.findings_blocking + t.findings_serious + t.findings_attention as findings
    from processor_agreement t left join processor p on p.organisation_id = t.organisation_id and p.id = t.processor
    where t.organisation_id = ${scope.organisation.id} and t.status = 'active' and ${register.visible(scope.actor)}
    order by t.review_due_on nulls first, t.sort_name, t.id limit ${mostAtOnce}`.execute(scope.tx)
  return rows
}
