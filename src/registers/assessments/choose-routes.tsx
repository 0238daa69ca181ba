// Choose routes: where an assessment is needed most, with the reasons, and one button to begin it, filled in from the register (N-33).
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry } from '../../register-kit/perform.ts'
import { baseOf, showPage, textEntries, toRegister } from '../../register-kit/web/visit.tsx'
import { processingActivities } from '../processing-activities/register.ts'
import { type AssessmentInput, fields, type Kind, kinds, reasons } from './declaration.ts'
import { assessments as register } from './register.ts'
import { candidates } from './selection.ts'

/** For `registerDoors`. */
export function chooseRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/kiezen', (c) => scopeOf(c, house, async (scope) => {
    const base = baseOf(c, register)
    const mayAsk = hasRole(scope.actor, ...register.lifecycle.verbs.create!.roles)
    return showPage(c, house, register, {
      heading: t('Waar is een toets het hardst nodig?', 'Where is an assessment needed most?'), crumbs: [toRegister(c, register)],
      lead: <p>{t('Verwerkingen die nieuw zijn, veel of bijzondere gegevens gebruiken, gegevens hergebruiken, of waarvan de toets ontbreekt of oud is. De eigenaar begint; de FG adviseert.', 'Activities that are new, use many or special data, re-use data, or whose assessment is missing or old. The owner begins; the DPO advises.')}</p>,
      children: (
        <Table
          caption={t('Verwerkingen, het dringendst eerst', 'Processing activities, the most pressing first')} captionHidden rows={await candidates(scope)}
          empty={<p>{t('Geen enkele verwerking die u ziet, vraagt nu om een toets.', 'No activity that you see asks for an assessment now.')}</p>}
          columns={[
            { key: 'name', header: t('Verwerking', 'Processing activity'), names: true, cell: ({ id, name }) => <Link href={`/${scope.organisation.slug}/verwerkingen/${id}`}>{name}</Link> },
            { key: 'department', header: t('Afdeling', 'Department'), cell: ({ department }) => department ?? t('geen', 'none') },
            { key: 'reasons', header: t('Waarom', 'Why'), cell: ({ reasons: own }) => <ul class="wb-values">{own.map((words) => <li>{say(words)}</li>)}</ul> },
            { key: 'kind', header: t('Toets', 'Assessment'), cell: ({ kind }) => <Badge>{say({ nl: kinds[kind][0], en: kinds[kind][1] })}</Badge> },
            ...(mayAsk ? [{
              key: 'start', header: t('Begin', 'Start'), cell: ({ id, name, kind, why }: Awaited<ReturnType<typeof candidates>>[number]) => (
                <form method="post" action={`${base}/kiezen`}>
                  <input type="hidden" name="processing" value={id} /><input type="hidden" name="kind" value={kind} /><input type="hidden" name="why" value={why} />
                  <Button small>{t('Toets starten', 'Start the assessment')}<span class="wb-hidden">: {name}</span></Button>
                </form>
              ),
            }] : []),
          ]}
        />
      ),
    })
  }))

  app.post('/kiezen', async (c) => {
    const sent = Object.fromEntries(await textEntries(c))
    if (!isId(sent.processing ?? '') || !Object.hasOwn(kinds, sent.kind ?? '') || !Object.hasOwn(reasons, sent.why ?? '')) throw new NotFound()
    const id = await scopeOf(c, house, (scope) => ask(scope, sent.processing!, sent.kind as Kind, sent.why as NonNullable<AssessmentInput['why']>))
    return c.redirect(`${baseOf(c, register)}/${id}?gedaan=create`, 303)
  })

  return app
}

/** A new assessment of an activity that the actor sees: its department and owner with it. @throws NotFound, NotAllowed, Invalid */
export async function ask(scope: Scope, processing: string, kind: Kind, why: NonNullable<AssessmentInput['why']>): Promise<string> {
  const { input } = await loadEntry(scope, processingActivities, processing)
  const { name, department, owner } = input as { name: string | null; department: string | null; owner: string | null }
  const isOwner = hasRole(scope.actor, 'process_owner')
  return createEntry(scope, register, {
    ...emptyInput(fields), name: `${kinds[kind][0]}: ${name ?? ''}`.slice(0, 200), kind, why, processings: [{ processing, note: null }], department, owner: owner ?? (isOwner ? personOf(scope.actor) : null), asked_on: dayOf(scope.now),
  })
}
