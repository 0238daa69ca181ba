// Watch routes: whom to watch over more closely, and what counts as unusual.
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import { type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Button } from '../../page-kit/buttons.tsx'
import { Checkbox, RadioGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, NumberInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { faultAt, type Fields, fieldsOf, orFaults, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { identifierKinds, identifierWords, readIdentifier } from '../asking/identifier.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { mayKeepWatch, maySetThresholds } from '../asking/may-ask.ts'
import { keepThresholds, readThresholds } from './thresholds.ts'
import { endWatch, keepWatch, mostWatches, readWatches, type Watch } from './watch.ts'

export function watchRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const here = (c: Visit) => `${logBase(c)}/extra-opletten`
  app.get('/logboek/extra-opletten', (c) => showWatches(c, house, fieldsOf([]), []))
  app.post('/logboek/extra-opletten', async (c) => {
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, async (scope) => {
      mustKeepWatch(scope)
      return keepWatch(scope, await readWatch(scope, typed))
    }))
    return faults ? showWatches(c, house, typed, faults) : c.redirect(here(c), 303)
  })
  app.post('/logboek/extra-opletten/:id/einde', async (c) => {
    await scopeOf(c, house, (scope) => {
      mustKeepWatch(scope)
      if (!isId(c.req.param('id'))) throw new NotFound()
      return endWatch(scope, c.req.param('id'))
    })
    return c.redirect(here(c), 303)
  })
  app.get('/logboek/signalen/drempels', (c) => showThresholds(c, house, undefined, []))
  app.post('/logboek/signalen/drempels', async (c) => {
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => {
      mustSetThresholds(scope)
      return keepThresholds(scope, { least: typed.one('least'), timesOwn: typed.one('timesOwn'), timesPeers: typed.one('timesPeers'), watchesOfficeHours: typed.one('office') !== '' })
    }))
    return faults ? showThresholds(c, house, typed, faults) : c.redirect(`${logBase(c)}/signalen`, 303)
  })
  return app
}

/** @throws NotAllowed */
function mustKeepWatch({ actor }: Scope): void {
  if (!mayKeepWatch(actor)) throw new NotAllowed(t('Bij wie extra wordt opgelet, weten alleen de FG en de privacy officer.', 'Whom is watched over is known to the DPO and the privacy officer only.'))
}

/** @throws NotAllowed */
function mustSetThresholds({ actor }: Scope): void {
  if (!maySetThresholds(actor)) throw new NotAllowed(t('De drempels stellen de FG, de privacy officer en de CISO in.', 'The thresholds are set by the DPO, the privacy officer and the CISO.'))
}

/** @throws Invalid */
async function readWatch(scope: Scope, typed: Fields): Promise<Pick<Watch, 'label' | 'identifier' | 'reason' | 'untilOn'>> {
  const faults: Fault[] = []
  const identifier = readIdentifier({ kind: typed.one('kind'), value: typed.one('value'), type: typed.one('type'), person: typed.one('person') })
  if (Array.isArray(identifier)) faults.push(...identifier)
  const [label, reason, until] = [typed.one('label'), typed.one('reason'), typed.one('until')]
  if (label === '' || label.length > 120) faults.push({ at: 'label', message: t('Vul in hoe u deze persoon noemt, in hoogstens 120 tekens.', 'Fill in how you call this person, in 120 characters at most.') })
  if (reason === '' || reason.length > 1000) faults.push({ at: 'reason', message: t('Schrijf op waarom u extra oplet, in hoogstens 1000 tekens.', 'Write down why you watch over this person, in 1000 characters at most.') })
  const untilOn = until === '' ? null : readTypedDate(until)
  if (until !== '' && untilOn === null) faults.push({ at: 'until', message: t(`${until} is geen bestaande datum.`, `${until} is no existing date.`) })
  if (untilOn !== null && untilOn < dayOf(scope.now)) faults.push({ at: 'until', message: t('Deze dag is al voorbij.', 'This day is over already.') })
  if ((await readWatches(scope)).length >= mostWatches) faults.push({ at: '', message: t(`Er staan al ${mostWatches} personen op de lijst. Haal er eerst een af.`, `${mostWatches} people stand on the list already. Take one off first.`) })
  if (faults.length > 0 || Array.isArray(identifier)) throw new Invalid(faults)
  return { label, identifier, reason, untilOn }
}

function showWatches(c: Visit, house: House, typed: Fields, faults: readonly Fault[]) {
  return scopeOf(c, house, async (scope) => {
    mustKeepWatch(scope)
    const watches = await readWatches(scope)
    const people = await scope.tx.selectFrom('person').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).orderBy('name').limit(5000).execute()
    const here = `${logBase(c)}/extra-opletten`
    const error = (at: string) => faultAt(faults, at)
    return logPage(c, house, {
      heading: t('Personen bij wie we extra opletten', 'People we watch over'), failed: faults.length > 0, crumbs: [{ words: t('Signalen', 'Signals'), href: `${logBase(c)}/signalen` }],
      lead: <p>{t('Bijvoorbeeld een bekende inwoner of een slachtoffer van een misdrijf. Bekijkt iemand die gegevens, dan komt er een signaal. Namen en nummers staan hier verzegeld.', 'For instance a well-known resident or a victim of a crime. When somebody looks at those data a signal appears. Names and numbers stand here sealed.')}</p>,
      children: (
        <>
          <ErrorSummary faults={faults} />
          <Table<Watch>
            caption={t('Op de lijst', 'On the list')} captionHidden rows={watches} empty={<EmptyState heading={t('Nog niemand', 'Nobody yet')} icon="eye">{t('Zet alleen iemand op de lijst als daar een reden voor is, en zo kort als nodig.', 'Put somebody on the list only with a reason, and for as short as needed.')}</EmptyState>}
            columns={[
              { key: 'label', header: t('Persoon', 'Person'), names: true, cell: ({ label }) => <span lang="nl">{label}</span> }, { key: 'by', header: t('Gevonden met', 'Found by'), cell: ({ identifier }) => say(identifierWords[identifier.kind]) },
              { key: 'reason', header: t('Waarom', 'Why'), cell: ({ reason }) => <span lang="nl">{reason}</span> }, { key: 'until', header: t('Tot en met', 'Until'), oneLine: true, cell: ({ untilOn }) => untilOn === null ? '–' : sayDay(untilOn) },
              { key: 'made', header: t('Door', 'By'), cell: ({ madeBy, madeAt }) => <><span lang="nl">{madeBy}</span>, {sayDay(madeAt)}</> },
              { key: 'end', header: t('Weghalen', 'Take off'), cell: ({ id, label }) => <Form action={`${here}/${id}/einde`} defaultAction="end"><Button small look="danger">{t('Weghalen', 'Take off')}<span class="wb-hidden">: {label}</span></Button></Form> },
            ]}
          />
          <Section heading={t('Iemand toevoegen', 'Add somebody')} id="toevoegen">
            <Form action={here}>
              <TextInput name="label" label={t('Hoe u deze persoon noemt', 'How you call this person')} value={typed.one('label')} error={error('label')} maxlength={120} />
              <RadioGroup name="kind" label={t('Waarmee applicaties deze persoon vastleggen', 'By what applications log this person')} value={typed.one('kind') || 'bsn'} error={error('kind')} choices={identifierKinds.map((kind) => ({ value: kind, label: say(identifierWords[kind]) }))} />
              <TextInput name="value" label={t('Nummer of adres', 'Number or address')} value={typed.one('value')} error={error('value')} maxlength={200} optional />
              <FieldRow>
                <Select name="person" label={t('Of de collega', 'Or the colleague')} value={typed.one('person')} error={error('person')} choices={people.map(({ id, name }) => ({ value: id, label: name, lang: 'nl' as const }))} optional />
                <TextInput name="type" label={t('Of het soort nummer', 'Or the kind of number')} value={typed.one('type')} error={error('type')} maxlength={200} optional />
              </FieldRow>
              <TextInput name="reason" label={t('Waarom', 'Why')} value={typed.one('reason')} error={error('reason')} maxlength={1000} />
              <DateInput name="until" label={t('Tot en met', 'Up to and including')} value={typed.one('until')} error={error('until')} optional />
              <SubmitBar primary={t('Toevoegen', 'Add')} />
            </Form>
          </Section>
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  })
}

function showThresholds(c: Visit, house: House, typed: Fields | undefined, faults: readonly Fault[]) {
  return scopeOf(c, house, async (scope) => {
    mustSetThresholds(scope)
    const kept = await readThresholds(scope)
    const value = (name: 'least' | 'timesOwn' | 'timesPeers') => typed ? typed.one(name) : kept[name]
    return logPage(c, house, {
      heading: t('Wanneer is het ongewoon', 'When it is unusual'), narrow: true, failed: faults.length > 0, crumbs: [{ words: t('Signalen', 'Signals'), href: `${logBase(c)}/signalen` }],
      children: (
        <Form action={`${logBase(c)}/signalen/drempels`}>
          <ErrorSummary faults={faults} />
          <NumberInput name="least" label={t('Vanaf hoeveel verschillende personen op een dag', 'From how many different people in a day')} value={value('least')} error={faultAt(faults, 'least')} />
          <NumberInput name="timesOwn" label={t('Zo veel keer wat de medewerker gewoonlijk doet', 'So many times what the employee usually does')} value={value('timesOwn')} unit="×" hint={t('Het middelste aantal van de laatste 30 dagen.', 'The middle number of the last 30 days.')} error={faultAt(faults, 'timesOwn')} />
          <NumberInput name="timesPeers" label={t('Zo veel keer wat anderen met hetzelfde werk doen', 'So many times what others with the same work do')} value={value('timesPeers')} unit="×" error={faultAt(faults, 'timesPeers')} />
          <Checkbox name="office" label={t('Gebruik buiten kantooruren geeft een signaal', 'Use outside office hours gives a signal')} checked={typed ? typed.one('office') !== '' : kept.watchesOfficeHours} />
          <SubmitBar primary={t('Bewaren', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${logBase(c)}/signalen` }} />
        </Form>
      ),
    }, faults.length > 0 ? 400 : 200)
  })
}
