// Letter parts: what a register of cases gets for its letters: a section on the entry and pages under it; wired in its OwnParts.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import { letterRoutes } from './letter-routes.tsx'
import { kindOfLetter, letterState } from './letter-words.ts'
import { lettersOf } from './letters.ts'
import { listRoutes } from './list-routes.tsx'
import { mayWrite } from './may-write.ts'

export type LetterParts = {
  /** The section “Brieven” on the entry’s page. */
  readonly related: (scope: Scope, entry: Entry) => Promise<Child>
  /** Addresses under `/:slug/<path>/:id/brieven`. */
  readonly routes: (house: House) => Hono<PeopleEnv>
}

/** For the OwnParts of a register of cases; its declaration takes `alsoDone: letterHistory`. */
export function letterParts(register: Register): LetterParts {
  return {
    related: (scope, entry) => lettersSection(scope, register, entry),
    routes: (house) => {
      const app = new Hono<PeopleEnv>()
      app.route('/', listRoutes(house, register))
      app.route('/', letterRoutes(house, register))
      return app
    },
  }
}

async function lettersSection(scope: Scope, register: Register, entry: Entry): Promise<Child> {
  const letters = await lettersOf(scope, register, entry.id)
  const base = `/${scope.organisation.slug}/${register.path}/${entry.id}/brieven`
  return (
    <Section heading={t('Brieven', 'Letters')} id="brieven">
      {letters.length === 0 ? <p>{t('Er zijn nog geen brieven.', 'There are no letters yet.')}</p> : (
        <ul class="wb-list">
          {letters.map((letter) => {
            const { words, tone } = letterState(letter.state)
            return <li><Link href={`${base}/${letter.id}`}>{letter.subject || kindOfLetter(letter.template)}</Link> <StatusBadge tone={tone}>{words}</StatusBadge></li>
          })}
        </ul>
      )}
      {mayWrite(scope, register, entry) && <ButtonGroup><ButtonLink icon="document" href={`${base}/nieuw`}>{t('Brief maken', 'Make a letter')}</ButtonLink></ButtonGroup>}
    </Section>
  )
}
