// Ask routes: the form by which whoever handles a case asks others for its data, with proposals of whom to ask.
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm } from '../../register-kit/collaboration/visit.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { askFor, type AskForm } from './asking.ts'
import { caseDueOn, keptCase } from './keeping.ts'
import { allTargets, keyOfTarget, proposedTargets, type Target } from './proposals.ts'
import { parties, usualDueOn } from './task-rules.ts'
import { partyWords } from './task-words.ts'
import { readTasks } from './tasks.ts'
import type { TiedCollection } from './tied-collections.ts'

/** `/:id/ophalen` under the register's address. */
export function askRoutes(house: House, { register, options }: TiedCollection): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/:id/ophalen', (c) => scopeOf(c, house, async (scope) => page(c, scope, await keptCase(scope, register, options, entryId(c, register)), undefined, [])))

  app.post('/:id/ophalen', async (c) => {
    const id = entryId(c, register)
    const sent = await readForm(c)
    const form: AskForm = {
      who: [...sent.all('who'), sent.one('else')].filter(Boolean), question: sent.one('question'), from: sent.one('from'), until: sent.one('until'), due: sent.one('due'),
      finders: sent.all('finders'), colleague: sent.one('colleague'), email: sent.one('email'),
    }
    try {
      await scopeOf(c, house, async (scope) => {
        const entry = await keptCase(scope, register, options, id)
        const all = await allTargets(scope, options)
        const proposed = await proposedTargets(scope, options, entry)
        await askFor(scope, register, options, entry, [...proposed, ...all.filter((one) => !proposed.some((other) => keyOfTarget(other) === keyOfTarget(one)))], form)
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => page(c, scope, await keptCase(scope, register, options, id), form, error.faults, 400))
    }
    return c.redirect(`${baseOf(c, register)}/${id}#ophalen`, 303)
  })

  async function page(c: Visit, scope: Scope, entry: Entry, typed: AskForm | undefined, faults: readonly Fault[], status: Status = 200) {
    const tasks = await readTasks(scope, register.key, entry.id)
    const asked = new Set(tasks.filter(({ state }) => state !== 'withdrawn').map(keyOfTarget))
    const proposed = (await proposedTargets(scope, options, entry)).filter((target) => !asked.has(keyOfTarget(target)))
    const others = (await allTargets(scope, options)).filter((one) => !proposed.some((other) => keyOfTarget(other) === keyOfTarget(one)))
    const people = await scope.tx.selectFrom('person').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).orderBy('name').limit(1000).execute()
    const caseDue = caseDueOn(entry, options)
    const finders = options.finders?.(entry) ?? []
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    return showPage(c, house, register, {
      heading: t('Gegevens ophalen', 'Collect data'), crumbs: toEntry(c, register, entry), narrow: true, failed: faults.length > 0,
      lead: <p>{t('Vraag afdelingen, verwerkers en deelnemers om wat zij van deze persoon hebben.', 'Ask departments, processors and participants for what they have of this person.')}</p>,
      children: (
        <Form action={`${baseOf(c, register)}/${entry.id}/ophalen`} guard>
          <ErrorSummary faults={faults} />
          <Section heading={t('Wie u vraagt', 'Whom you ask')} id="wie">
            {proposed.length === 0
              ? <p>{asked.size > 0 ? t('U hebt iedereen gevraagd die bij de gekozen verwerkingen hoort.', 'You have asked everybody who belongs to the chosen processing activities.') : t('Kies bij de zaak om welke verwerkingen het gaat; dan staan hier voorstellen.', 'Choose with the case which processing activities it is about; then proposals stand here.')}</p>
              : <CheckboxGroup name="who" label={t('Voorgesteld vanuit de verwerkingen', 'Proposed from the processing activities')} error={fault('who')} values={typed?.who ?? proposed.filter(hasContact).map(keyOfTarget)} choices={proposed.map((target) => ({ value: keyOfTarget(target), label: `${target.aboutName} (${say(partyWords[target.party]).toLowerCase()})`, hint: hintOf(target) }))} />}
            <Select
              name="else" label={t('Iemand anders', 'Somebody else')} optional empty={t('Niemand anders', 'Nobody else')} value={typed?.who.find((key) => others.some((one) => keyOfTarget(one) === key)) ?? ''} error={proposed.length === 0 ? fault('who') : undefined}
              choices={parties.flatMap((party) => { const some = others.filter((one) => one.party === party); return some.length === 0 ? [] : [{ label: say(partyWords[party]), choices: some.map((one) => ({ value: keyOfTarget(one), label: one.aboutName })) }] })}
            />
            <FieldRow>
              <Select name="colleague" label={t('Welke collega', 'Which colleague')} optional empty={t('Wie erbij staat', 'Whoever it says')} hint={t('Voor afdelingen en systemen.', 'For departments and systems.')} value={typed?.colleague ?? ''} error={fault('colleague')} choices={people.map(({ id, name }) => ({ value: id, label: name }))} />
              <TextInput name="email" type="email" label={t('E-mailadres', 'E-mail address')} optional hint={t('Voor verwerkers en deelnemers zonder adres.', 'For processors and participants without an address.')} value={typed?.email ?? ''} error={fault('email')} />
            </FieldRow>
          </Section>
          <Section heading={t('Wat u vraagt', 'What you ask')} id="wat">
            <TextArea name="question" label={t('Welke gegevens', 'Which data')} rows={4} value={typed?.question ?? usualQuestion()} error={fault('question')} />
            <FieldRow>
              <DateInput name="from" label={t('Vanaf', 'From')} optional value={typed?.from ?? ''} error={fault('from')} />
              <DateInput name="until" label={t('Tot en met', 'Until')} optional value={typed?.until ?? ''} error={fault('until')} />
            </FieldRow>
            {finders.length > 0 && <CheckboxGroup name="finders" label={t('Hiermee vinden zij de persoon', 'By this they find the person')} hint={t('Geef niet meer dan nodig is om te zoeken.', 'Give no more than is needed to search.')} values={typed?.finders ?? finders.filter(({ isUsual }) => isUsual).map(({ key }) => key)} choices={finders.map(({ key, words, value }) => ({ value: key, label: `${say(words)}: ${value}` }))} />}
            <DateInput name="due" label={t('Uiterlijk op', 'By')} value={typed?.due ?? usualDueOn(dayOf(scope.now), caseDue)} error={fault('due')} hint={caseDue === null ? undefined : t(`De zaak zelf moet uiterlijk ${sayDay(caseDue)} klaar zijn.`, `The case itself must be ready by ${sayDay(caseDue)}.`)} />
            {caseDue !== null && caseDue < dayOf(scope.now) && <Alert tone="warning"><p>{t('De termijn van de zaak is voorbij.', 'The term of the case has passed.')}</p></Alert>}
          </Section>
          <SubmitBar primary={t('Vragen', 'Ask')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
        </Form>
      ),
    }, status)
  }

  return app
}

function usualQuestion(): string {
  return t('Een kopie van alles wat u van deze persoon hebt: gegevens in systemen, brieven, e-mails en notities.', 'A copy of all that you have of this person: data in systems, letters, e-mails and notes.')
}

function hasContact({ personId, email }: Target): boolean {
  return personId !== null || email !== null
}

function hintOf(target: Target): string {
  const who = target.person ?? target.email ?? (target.party === 'department' || target.party === 'system' ? t('nog geen collega: kies er hieronder een', 'no colleague yet: choose one below') : t('nog geen e-mailadres: vul het hieronder in', 'no e-mail address yet: fill it in below'))
  return [who, target.why.join(', ')].filter(Boolean).join(' · ')
}
