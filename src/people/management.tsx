// Management: the frame that the administrator's pages share, and who may see them.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Page, type PageProps } from '../page-kit/layout.tsx'
import type { House } from './house.ts'
import { onlyFor, type PeopleEnv } from './with-scope.ts'

export type ManagementContext = Context<PeopleEnv>

/** The pages of the administrator, for the menu. */
export const managementPages = [
  { path: 'personen', words: 'Personen', icon: 'people' },
  { path: 'afdelingen', words: 'Afdelingen', icon: 'building' },
  { path: 'organisatie', words: 'Organen en functies', icon: 'list' },
  { path: 'inlogdienst', words: 'Inlogdienst', icon: 'lock' },
  { path: 'aanmeldingen', words: 'Aanmeldingen', icon: 'history' },
] as const

export function onlyAdministrator(c: ManagementContext): void {
  onlyFor(c.get('who'), 'beheerders', 'administrator')
}

/** Address of a management page of this organisation. */
export function managementPath(c: ManagementContext, path: string): string {
  return `/${c.get('who').organisation.slug}/beheer/${path}`
}

type Shown = Pick<PageProps, 'heading' | 'failed' | 'lead' | 'actions' | 'narrow' | 'crumbs' | 'flash'> & { status?: 200 | 400 | 409; children?: Child }

export function managementPage(c: ManagementContext, house: House, shown: Shown): Response | Promise<Response> {
  const { status, children, ...head } = shown
  const done = doneWords[c.req.query('klaar') ?? '']
  c.status(status ?? (head.failed ? 400 : 200))
  return c.html(<Page {...house.frame(c, c.get('who'))} flash={done ? { tone: 'ok', words: done } : undefined} {...head}>{children}</Page>)
}

const doneWords: Record<string, string> = {
  opgeslagen: 'Opgeslagen.',
  toegevoegd: 'Toegevoegd.',
  rol: 'De rollen zijn bijgewerkt.',
  sessies: 'De sessies van deze persoon zijn beëindigd.',
  uitgezet: 'De persoon is uitgezet en overal uitgelogd.',
  aangezet: 'De persoon is weer aangezet.',
  gewist: 'De tweede stap is gewist. De persoon stelt die bij de volgende keer inloggen opnieuw in.',
  ontkoppeld: 'De koppeling met de inlogdienst is weg. De volgende keer koppelt het bevestigde e-mailadres opnieuw.',
}
