// Profile page: the frame that the pages of the policy profile share, and who may work on it.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Fault } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'

export type Visit = Context<PeopleEnv>

/** Who writes drafts and submits them. */
export function mayEdit({ actor }: Scope): boolean {
  return hasRole(actor, 'dpo', 'privacy_officer')
}

export function baseOf(c: Visit): string {
  return `/${c.get('who').organisation.slug}/beleidsprofiel`
}

export function crumbs(c: Visit, ...more: readonly { words: string; href: string }[]) {
  return [{ words: t('Beleidsprofiel', 'Policy profile'), href: baseOf(c) }, ...more]
}

type Shown = Pick<PageProps, 'heading' | 'lead' | 'actions' | 'crumbs' | 'narrow' | 'flash'> & { faults?: readonly Fault[]; status?: 200 | 400 | 409; children?: Child }

export function profilePage(c: Visit, house: House, { faults = [], status, children, ...head }: Shown) {
  const done = doneWords()[c.req.query('gedaan') ?? '']
  c.status(status ?? (faults.length > 0 ? 400 : 200))
  return c.html(<Page {...house.frame(c, c.get('who'))} failed={faults.length > 0} flash={done ? { tone: 'ok', words: done } : undefined} {...head}>{children}</Page>)
}

function doneWords(): Readonly<Record<string, string | undefined>> {
  return {
    begonnen: t('Het concept is gemaakt.', 'The draft has been made.'), opgeslagen: t('Opgeslagen in het concept.', 'Saved in the draft.'), overgenomen: t('Het bestand klopt en is overgenomen in het concept.', 'The file is right and has been taken over in the draft.'),
    voorgelegd: t('Het concept is ter vaststelling voorgelegd.', 'The draft has been submitted for adoption.'), teruggenomen: t('Het concept is teruggenomen.', 'The draft has been taken back.'), weg: t('Het concept is weggegooid.', 'The draft has been thrown away.'),
    vastgesteld: t('De nieuwe versie is vastgesteld.', 'The new version has been adopted.'),
  }
}
