// My work: one list of all that waits for the person who looks, by when it is due, with filters in the address; and what they handed to others.
import { Hono } from 'hono'
import { dayOf, sayDay } from '../ground/clock.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert, EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { Select } from '../page-kit/inputs.tsx'
import { Page } from '../page-kit/layout.tsx'
import { Counters, TaskList } from '../page-kit/progress.tsx'
import { FilterBar } from '../page-kit/table.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { allRegisters } from '../register-kit/tied-registers.ts'
import { tasks } from '../registers/tasks/register.ts'
import { type Absence, findAbsence } from './absence.ts'
import { handedOver } from './own-tasks.ts'
import { sources, workOf } from './sources.ts'
import { activeWorkChoices, chosenWork, readWorkChoices, type WorkChoices, workHref } from './work-choices.ts'
import { asTask, sayWhen, whenOf, whenPaths, whens, type WorkItem } from './work-item.ts'

/** `/mijn-werk`; to be mounted under `/:slug` after `withScope`. */
export function myWorkRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/mijn-werk', (c) => scopeOf(c, house, async (scope) => {
    const base = `/${scope.organisation.slug}/mijn-werk`
    const choices = readWorkChoices(new URL(c.req.url).searchParams)
    const all = await workOf(scope, choices.source === undefined ? undefined : [choices.source])
    const absence = await findAbsence(scope)
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Mijn werk', 'My work')} lead={<p>{sayDay(dayOf(scope.now))}. {t('Alles wat op u wacht, uit alle registers.', 'All that waits for you, from all registers.')}</p>}
        actions={(
          <>
            <ButtonLink icon="person" href={`${base}/afwezig`}>{t('Overdragen bij afwezigheid', 'Hand over while away')}</ButtonLink>
            <ButtonLink icon="settings" href={`${base}/herinneringen`}>{t('Herinneringen en agenda', 'Reminders and calendar')}</ButtonLink>
            {hasRole(scope.actor, ...tasks.lifecycle.verbs.create!.roles) && <ButtonLink look="primary" icon="plus" href={`/${scope.organisation.slug}/${tasks.path}/nieuw`}>{t('Nieuwe taak', 'New task')}</ButtonLink>}
          </>
        )}
      >
        {absence && <AwayNote absence={absence} base={base} />}
        <Work base={base} scope={scope} all={all} choices={choices} handed={await handedOver(scope)} />
      </Page>)
  }))
  return app
}

function Work({ base, scope, all, choices, handed }: { base: string; scope: Scope; all: readonly WorkItem[]; choices: WorkChoices; handed: readonly WorkItem[] }) {
  const today = dayOf(scope.now)
  const shown = chosenWork(all, choices, today)
  const groups = whens.map((when) => ({ when, items: shown.filter((item) => whenOf(item, today) === when) })).filter(({ items }) => items.length > 0)
  const active = activeWorkChoices(base, choices)
  const count = (when: (typeof whens)[number]) => all.filter((item) => whenOf(item, today) === when).length
  return (
    <>
      {all.length > 0 && (
        <Counters items={whens.map((when) => ({ value: count(when), words: sayWhen(when).toLowerCase(), href: workHref(base, { ...choices, when }), ...(when === 'late' && count(when) > 0 ? { tone: 'negative' as const } : {}) }))} />
      )}
      {(all.length > 0 || active.length > 0) && <Choices base={base} all={all} choices={choices} />}
      {groups.length === 0 && <Nothing base={base} isFiltered={active.length > 0} />}
      {groups.map(({ when, items }) => (
        <Section heading={`${sayWhen(when)} (${items.length})`} id={whenPaths[when]}><TaskList tasks={items.map((item) => asTask(item, scope))} /></Section>
      ))}
      {handed.length > 0 && active.length === 0 && (
        <Section heading={t('Door u overgedragen', 'Handed over by you')} id="overgedragen" lead={<p>{t('Een collega doet dit nu. Het blijft uw taak.', 'A colleague does this now. It stays your task.')}</p>}>
          <TaskList tasks={handed.map((item) => asTask(item, scope))} />
        </Section>
      )}
    </>
  )
}

function Choices({ base, all, choices }: { base: string; all: readonly WorkItem[]; choices: WorkChoices }) {
  const present = new Set(all.map(({ register }) => register))
  return (
    <FilterBar action={base} clearHref={base} active={activeWorkChoices(base, choices)}>
      <Select name="soort" label={t('Soort', 'Kind')} value={choices.source ?? ''} empty={t('Alles', 'All')} choices={sources.map(({ path, words }) => ({ value: path, label: say(words) }))} />
      <Select name="wanneer" label={t('Wanneer', 'When')} value={choices.when === undefined ? '' : whenPaths[choices.when]} empty={t('Alles', 'All')} choices={whens.map((when) => ({ value: whenPaths[when], label: sayWhen(when) }))} />
      <Select name="register" label={t('Register', 'Register')} value={choices.register ?? ''} empty={t('Alles', 'All')} choices={allRegisters().filter(({ key }) => present.has(key) || key === choices.register).map(({ key, words }) => ({ value: key, label: say(words.many) }))} />
    </FilterBar>
  )
}

function Nothing({ base, isFiltered }: { base: string; isFiltered: boolean }) {
  if (isFiltered) return <EmptyState heading={t('Hier wacht niets op u', 'Nothing waits for you here')} icon="search" action={<ButtonLink href={base}>{t('Alles laten zien', 'Show everything')}</ButtonLink>}>{t('Met deze keuze is er niets te doen.', 'With this choice there is nothing to do.')}</EmptyState>
  return (
    <EmptyState heading={t('Er wacht niets op u', 'Nothing is waiting for you')} icon="ok">
      {t('Taken, termijnen, stappen en reacties komen hier te staan zodra ze er voor u zijn.', 'Tasks, terms, steps and comments will stand here as soon as there are any for you.')}
    </EmptyState>
  )
}

function AwayNote({ absence: { standIn, from, until }, base }: { absence: Absence; base: string }) {
  return (
    <Alert tone="info" heading={t(`${standIn} neemt uw taken waar`, `${standIn} takes over your tasks`)}>
      <p>{t(`Van ${sayDay(from)} tot en met ${sayDay(until)}.`, `From ${sayDay(from)} until ${sayDay(until)}.`)} <Link href={`${base}/afwezig`}>{t('Wijzigen', 'Change')}</Link></p>
    </Alert>
  )
}
