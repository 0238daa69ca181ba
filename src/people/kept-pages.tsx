// Kept page: what somebody had typed on a page that doesn't fill it in again by itself, to read and to copy.
import { Hono } from 'hono'
import { t } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../page-kit/buttons.tsx'
import { TextArea, TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import type { House } from './house.ts'
import { takeKeptForm } from './kept-forms.ts'
import { withOnward } from './local-path.ts'
import { currentSession } from './sessions.ts'

/** `/account/bewaard?bewaard=<id>`. */
export function keptRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/account/bewaard', async (c) => {
    const session = await currentSession(c, house)
    const url = new URL(c.req.url)
    if (!session) return c.redirect(withOnward('/inloggen', url.pathname + url.search), 303)
    const kept = await takeKeptForm(c, house, session.accountId)
    const typed = kept?.fields.filter(([name, value]) => value !== '' && isTyped(name)) ?? []
    return c.html(
      <PlainPage
        heading={t('Wat u had ingevuld', 'What you had filled in')} wide
        lead={typed.length > 0 && <p>{t(
          'Uw sessie was verlopen voordat dit was opgeslagen. Kopieer wat u nodig hebt; het wordt een dag bewaard en alleen u kunt het zien.',
          'Your session had ended before this was saved. Copy what you need; it is kept for a day and only you can see it.',
        )}</p>}
      >
        {typed.length === 0
          ? <EmptyState heading={t('Er is niets meer bewaard', 'Nothing is kept any more')} icon="document"><p>{t(
            'Ingevulde tekst wordt een dag bewaard.',
            'What was filled in is kept for a day.',
          )}{kept?.hadFiles && ` ${sayFileGone()}`}</p></EmptyState>
          : typed.map(([name, value]) => value.includes('\n') ? <TextArea name={name} label={name} value={value} readonly /> : <TextInput name={name} label={name} value={value} readonly />)}
        {kept?.hadFiles && typed.length > 0 && <p>{sayFileGone()}</p>}
        <ButtonGroup><ButtonLink look="primary" href={kept ? pageOf(kept.action) : '/organisaties'}>{t('Verder', 'Continue')}</ButtonLink></ButtonGroup>
      </PlainPage>)
  })
  return app
}

function sayFileGone(): string {
  return t('Een bestand bewaren wij niet: kies het opnieuw.', 'We don’t keep a file: choose it again.')
}

/** What a person typed, and no button, marker or secret. */
function isTyped(name: string): boolean {
  return !name.startsWith('_') && !['revision', 'kept'].includes(name) && !/secret|password|wachtwoord|code/i.test(name)
}

// Back to the organisation's home; the form's own address may only take a POST.
function pageOf(action: string): string {
  return `/${action.split('/')[1] ?? 'organisaties'}`
}
