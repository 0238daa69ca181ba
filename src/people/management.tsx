// Management: the frame that the administrator's pages share, and who may see them.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { say, t, type Words } from '../ground/words.ts'
import { Page, type PageProps } from '../page-kit/layout.tsx'
import type { House } from './house.ts'
import { onlyFor, type PeopleEnv } from './with-scope.ts'

export type ManagementContext = Context<PeopleEnv>

export function onlyAdministrator(c: ManagementContext): void {
  onlyFor(c.get('who'), t('beheerders', 'administrators'), 'administrator')
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
  return c.html(<Page {...house.frame(c, c.get('who'))} flash={done ? { tone: 'ok', words: say(done) } : undefined} {...head}>{children}</Page>)
}

const doneWords: Record<string, Words> = {
  opgeslagen: { nl: 'Opgeslagen.', en: 'Saved.' },
  toegevoegd: { nl: 'Toegevoegd.', en: 'Added.' },
  rol: { nl: 'De rollen zijn bijgewerkt.', en: 'The roles have been updated.' },
  sessies: { nl: 'De sessies van deze persoon zijn beëindigd.', en: 'The sessions of this person have ended.' },
  sessie: { nl: 'De sessie is beëindigd.', en: 'The session has ended.' },
  uitgezet: { nl: 'De persoon is uitgezet en overal uitgelogd.', en: 'The person’s access is turned off and all sessions have ended.' },
  aangezet: { nl: 'De persoon is weer aangezet.', en: 'The person’s access is turned on again.' },
  gewist: {
    nl: 'De tweede stap is gewist. De persoon stelt die bij de volgende keer inloggen opnieuw in.',
    en: 'The second step has been reset. The person sets it up again at the next sign-in.',
  },
  ontkoppeld: {
    nl: 'De koppeling met de inlogdienst is weg. De volgende keer koppelt het bevestigde e-mailadres opnieuw.',
    en: 'The link with the sign-in service is gone. Next time the verified e-mail address links it again.',
  },
  ingetrokken: { nl: 'Het token is ingetrokken en werkt niet meer.', en: 'The token has been revoked and no longer works.' },
}
