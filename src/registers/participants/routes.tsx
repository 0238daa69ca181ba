// Participant routes: whom the organisation works for, one participant with what lies ready for it, and its processor register as a page and as files.
import { Hono } from 'hono'
import type { Config } from '../../ground/config.ts'
import { NotFound } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Page } from '../../page-kit/layout.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { attachmentRoutes } from '../../register-kit/collaboration/attachment-routes.tsx'
import { loadAttachments } from '../../register-kit/collaboration/attachments-part.tsx'
import type { Visit } from '../../register-kit/collaboration/visit.tsx'
import { mayDo } from '../../register-kit/lifecycle.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { instructions } from '../instructions/register.ts'
import { services } from '../service-catalogue/register.ts'
import { ParticipantsOverview } from './overview-page.tsx'
import { lastInstructions, ParticipantPage } from './participant-page.tsx'
import { type ProcessorRegister, processorRegisterOf } from './processor-register.ts'
import { registerAnswer } from './register-answer.ts'
import { RegisterDownloads, RegisterView } from './register-view.tsx'
import { servicesTaken } from './services-taken.ts'
import { participantDocuments } from './shared-documents.ts'
import { standings } from './standing.ts'

/** Under `/:slug/deelnemers`, after `withScope`. */
export function participantRoutes(house: House, { maxUploadBytes }: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => `/${c.get('who').organisation.slug}`
  const crumb = (c: Visit) => ({ words: t('Deelnemers', 'Participants'), href: `${base(c)}/deelnemers` })
  const only = (c: Visit) => onlyFor(c.get('who'), t('wie op privacy toeziet', 'those who watch over privacy'), ...overseers)

  app.get('/', (c) => {
    only(c)
    return scopeOf(c, house, async (scope) => c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Deelnemers', 'Participants')} lead={<p>{t('Voor wie u gegevens verwerkt, en hoe het met elk staat.', 'For whom you process data, and how things stand with each.')}</p>}
        actions={<ButtonGroup><ButtonLink href={`${base(c)}/${services.path}`}>{t('Diensten', 'Services')}</ButtonLink><ButtonLink href={`${base(c)}/${instructions.path}`}>{t('Instructies', 'Instructions')}</ButtonLink><ButtonLink href={`${base(c)}/koppelingen`}>{t('Koppelingen', 'Ties')}</ButtonLink></ButtonGroup>}
      >
        <ParticipantsOverview base={base(c)} participants={await standings(scope)} isAdministrator={hasRole(scope.actor, 'administrator')} />
      </Page>))
  })
  app.route('/', attachmentRoutes(house, participantDocuments, maxUploadBytes))
  app.get('/:id', (c) => {
    only(c)
    return scopeOf(c, house, async (scope) => {
      const opened = await participantDocuments.open(scope, c.req.param('id'))
      const [standing] = await standings(scope, opened.id)
      return c.html(
        <Page {...house.frame(c, c.get('who'))} heading={opened.title} crumbs={[crumb(c)]}>
          <ParticipantPage
            base={base(c)} standing={standing!} services={await servicesTaken(scope, opened.id)} last={await lastInstructions(scope, opened.id)} mayRecord={mayDo(instructions, scope.actor, 'create', null)}
            documents={await loadAttachments(scope, participantDocuments, opened, maxUploadBytes)}
          />
        </Page>)
    })
  })
  app.get('/:id/register', (c) => {
    only(c)
    return scopeOf(c, house, async (scope) => {
      const register = await mustHave(scope, c.req.param('id'))
      const { participant } = register
      return c.html(
        <Page
          {...house.frame(c, c.get('who'))} heading={t(`Verwerkersregister voor ${participant.name}`, `Processor register for ${participant.name}`)} crumbs={[crumb(c), { words: participant.name, href: `${base(c)}/deelnemers/${participant.id}` }]}
          lead={<p>{t('Wat u in opdracht van deze deelnemer verwerkt (art. 30 lid 2 AVG). Er staat niets van andere deelnemers in.', 'What you process on behalf of this participant (art. 30(2) GDPR). It holds nothing of other participants.')}</p>}
          actions={<RegisterDownloads at={`${base(c)}/deelnemers/${participant.id}/register`} />}
        >
          <RegisterView register={register} />
        </Page>)
    })
  })
  app.get('/:id/register/:format', async (c) => {
    only(c)
    const { write } = await scopeOf(c, house, async (scope) => registerAnswer(scope, await mustHave(scope, c.req.param('id')), c.req.param('format')))
    return write()
  })
  return app
}

async function mustHave(scope: Scope, id: string): Promise<ProcessorRegister> {
  const register = await processorRegisterOf(scope, id)
  if (!register) throw new NotFound()
  return register
}
