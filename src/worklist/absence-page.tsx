// Absence page: somebody says who takes over the own tasks, from when until when, and takes that back.
import { type Context, Hono } from 'hono'
import { dayOf, sayDay } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button } from '../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, SubmitBar } from '../page-kit/form.tsx'
import { DateInput, Select, TextArea } from '../page-kit/inputs.tsx'
import { Page } from '../page-kit/layout.tsx'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import { faultAt, type Faults, type Fields, orFaults, readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { dropAbsence, findAbsence, keepAbsence, standIns } from './absence.ts'

type Visit = Context<PeopleEnv>

/** `/mijn-werk/afwezig`; to be mounted under `/:slug` after `withScope`. */
export function absenceRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/mijn-werk/afwezig', (c) => show(c, house))
  app.post('/mijn-werk/afwezig', async (c) => {
    const fields = await readFields(c)
    const note = fields.one('note').slice(0, 2_000)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => keepAbsence(scope, {
      standInId: fields.one('standIn'), from: readTypedDate(fields.one('from')) ?? undefined, until: readTypedDate(fields.one('until')) ?? undefined, note: note === '' ? null : note,
    })))
    return outcome.faults ? show(c, house, fields, outcome.faults) : c.redirect(`${here(c)}?klaar=bewaard`, 303)
  })
  app.post('/mijn-werk/afwezig/terug', async (c) => {
    await scopeOf(c, house, dropAbsence)
    return c.redirect(`${here(c)}?klaar=terug`, 303)
  })
  return app
}

async function show(c: Visit, house: House, typed?: Fields, faults: Faults = []): Promise<Response> {
  const { absence, colleagues, today } = await scopeOf(c, house, async (scope) => {
    const found = await standIns(scope)
    await house.onPersonsRead?.(scope, found.map(({ value }) => value), 'stand-ins')
    return { absence: await findAbsence(scope), colleagues: found, today: dayOf(scope.now) }
  })
  const value = (name: string, kept: string | null | undefined) => typed?.one(name) ?? kept ?? ''
  const done = { bewaard: t('Uw vervanger staat vast. Die krijgt uw taken op de eerste dag.', 'Your stand-in has been set, and gets your tasks on the first day.'), terug: t('U doet uw taken weer zelf.', 'You do your tasks yourself again.') }[c.req.query('klaar') ?? '']
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <Page
      {...house.frame(c, c.get('who'))} heading={t('Overdragen bij afwezigheid', 'Hand over while away')} narrow failed={faults.length > 0} crumbs={[{ words: t('Mijn werk', 'My work'), href: `/${c.get('who').organisation.slug}/mijn-werk` }]}
      flash={done ? { tone: 'ok', words: done } : undefined}
      lead={<p>{t('Een collega doet uw taken zolang u er niet bent. Daarna komen ze vanzelf terug. Het blijven uw taken: dat blijft te zien.', 'A colleague does your tasks while you are away. After that they come back by themselves. They stay your tasks, and that stays visible.')}</p>}
    >
      {absence && faults.length === 0 && (
        <Alert tone="info" heading={t(`${absence.standIn} neemt uw taken waar`, `${absence.standIn} takes over your tasks`)}>
          <p>{t(`Van ${sayDay(absence.from)} tot en met ${sayDay(absence.until)}.`, `From ${sayDay(absence.from)} until ${sayDay(absence.until)}.`)}</p>
          <form method="post" action={`${here(c)}/terug`}><Button>{t('Ik doe mijn taken weer zelf', 'I do my tasks myself again')}</Button></form>
        </Alert>
      )}
      <ErrorSummary faults={faults} />
      <Form action={here(c)}>
        <Select name="standIn" label={t('Wie neemt uw taken over', 'Who takes over your tasks')} value={value('standIn', absence?.standInId)} choices={colleagues} error={faultAt(faults, 'standIn')} />
        <FieldRow>
          <DateInput name="from" label={t('Eerste dag', 'First day')} value={asDate(value('from', absence?.from ?? today))} error={faultAt(faults, 'from')} />
          <DateInput name="until" label={t('Laatste dag', 'Last day')} value={asDate(value('until', absence?.until))} error={faultAt(faults, 'until')} />
        </FieldRow>
        <TextArea name="note" label={t('Bericht', 'Note')} value={value('note', absence?.note)} rows={3} maxlength={2_000} hint={t('Uw collega ziet dit bij elke taak.', 'Your colleague sees this at every task.')} />
        <p class="wb-subtle">{t('Dit gaat over taken uit het register Taken. Rechten gaan niet mee: wat alleen u met uw rol mag, kan uw vervanger alleen met een eigen rol.', 'This is about tasks from the register Tasks. Rights don’t go with them: what only your role may do, your stand-in can only do with a role of their own.')}</p>
        <SubmitBar primary={t('Bewaren', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: `/${c.get('who').organisation.slug}/mijn-werk` }} />
      </Form>
    </Page>)
}

/** What was typed and is a date, as a date; anything else as it was typed. */
function asDate(typed: string): string {
  return readTypedDate(typed) ?? typed
}

function here(c: Visit): string {
  return `/${c.get('who').organisation.slug}/mijn-werk/afwezig`
}
