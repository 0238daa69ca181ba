// Routes of the sources: `/logboek/bronnen` and below.
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { CopyableCode } from '../../page-kit/document.tsx'
import { Confirm } from '../../page-kit/form.tsx'
import type { Choice } from '../../page-kit/inputs.tsx'
import { type Faults, type Fields, orFaults, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readHistory } from '../../register-kit/history.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { Connecting } from './connecting.tsx'
import { mayManageSources, mustManageSources, mustReadSources } from './may-manage.ts'
import { listCredentials, makeCredential, revokeCredential } from './source-credentials.ts'
import { CredentialForm, credentialInput, emptySource, inputOf, SourceForm, sourceInput } from './source-forms.tsx'
import { SourceTable } from './source-list.tsx'
import { forgetSources } from './source-of.ts'
import { SourcePage } from './source-page.tsx'
import { sourceState } from './source-words.ts'
import { addSource, changeSource, endSource, findSource, listSources, openSource, sourceHistory, type SourceInput } from './sources.ts'

/** To be mounted under `/:slug` after `withScope`. */
export function logSourceRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/logboek/bronnen', '/logboek/bronnen/*']) {
    app.use(path, async (c, next) => {
      const { actor } = c.get('who')
      if (c.req.method === 'GET' && !/\/(nieuw|wijzigen|token|certificaat|beeindigen)$/.test(c.req.path)) mustReadSources(actor)
      else mustManageSources(actor)
      await next()
    })
  }
  app.get('/logboek/bronnen', (c) => showList(c, house))
  app.get('/logboek/bronnen/nieuw', (c) => showForm(c, house, undefined, emptySource, []))
  app.post('/logboek/bronnen/nieuw', async (c) => {
    const input = sourceInput(await readFields(c))
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => addSource(scope, input)))
    return outcome.faults ? showForm(c, house, undefined, input, outcome.faults) : c.redirect(`${base(c)}/${outcome.done}/token`, 303)
  })
  app.get('/logboek/bronnen/:id', (c) => showOne(c, house, []))
  app.get('/logboek/bronnen/:id/wijzigen', (c) => showForm(c, house, idOf(c), undefined, []))
  app.post('/logboek/bronnen/:id/wijzigen', async (c) => {
    const fields = await readFields(c)
    const input = sourceInput(fields)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => changeSource(scope, idOf(c), input, Number(fields.one('revision')) || 0)))
    return outcome.faults ? showForm(c, house, idOf(c), input, outcome.faults) : c.redirect(`${here(c)}?klaar=opgeslagen`, 303)
  })
  for (const [path, kind] of [['token', 'token'], ['certificaat', 'certificate']] as const) {
    app.get(`/logboek/bronnen/:id/${path}`, (c) => showCredentialForm(c, house, kind, undefined, []))
    app.post(`/logboek/bronnen/:id/${path}`, async (c) => {
      const fields = await readFields(c)
      const outcome = await orFaults(() => scopeOf(c, house, (scope) => makeCredential(scope, idOf(c), credentialInput(fields, kind))))
      return outcome.faults ? showCredentialForm(c, house, kind, fields, outcome.faults) : showMade(c, house, kind, outcome.done.bearer)
    })
  }
  step('toegang/:credential/intrekken', 'ingetrokken', (scope, c) => revokeCredential(scope, idOf(c), c.req.param('credential') ?? ''))
  step('beeindigen', 'beeindigd', (scope, c) => endSource(scope, idOf(c)))
  app.get('/logboek/bronnen/:id/beeindigen', (c) => askEnd(c, house))
  return app

  function step(path: string, done: string, work: (scope: Scope, c: Visit) => Promise<void>): void {
    app.post(`/logboek/bronnen/:id/${path}`, async (c) => {
      const outcome = await orFaults(() => scopeOf(c, house, (scope) => work(scope, c)))
      // Once it is committed: asked again before that, it would be remembered as it was.
      forgetSources()
      return outcome.faults ? showOne(c, house, outcome.faults) : c.redirect(`${here(c)}?klaar=${done}`, 303)
    })
  }
}

async function showList(c: Visit, house: House): Promise<Response> {
  const sources = await scopeOf(c, house, async (scope) => {
    const found = await listSources(scope)
    await house.onPersonsRead?.(scope, [...new Set(found.flatMap(({ caretakerId }) => caretakerId ?? []))], 'Bronnen van het logboek bekeken')
    return found
  })
  const make = mayManageSources(c.get('who').actor) ? <ButtonLink look="primary" icon="plus" href={`${base(c)}/nieuw`}>{t('Toepassing toevoegen', 'Add an application')}</ButtonLink> : undefined
  return logPage(c, house, {
    heading: t('Bronnen van het logboek', 'Sources of the access log'), actions: sources.length > 0 ? make : undefined, ...flashOf(c),
    lead: <p>{t('Welke toepassingen van uw organisatie regels sturen: wie gegevens bekeek, van wie, wanneer en waarvoor.', 'Which applications of your organisation send records: who looked at data, whose, when and what for.')}</p>,
    children: <SourceTable sources={sources} base={base(c)} now={house.clock()} make={make} />,
  })
}

async function showForm(c: Visit, house: House, id: string | undefined, typed: SourceInput | undefined, faults: Faults): Promise<Response> {
  const { source, systems, people } = await scopeOf(c, house, async (scope) => ({ source: id === undefined ? undefined : await openSource(scope, id), ...await choicesFor(scope) }))
  return logPage(c, house, {
    heading: source ? t(`${source.name} wijzigen`, `Change ${source.name}`) : t('Toepassing toevoegen', 'Add an application'), narrow: true, failed: faults.length > 0, crumbs: source ? [...crumbs(c), { words: source.name, href: here(c) }] : crumbs(c),
    children: <SourceForm
      action={source ? `${here(c)}/wijzigen` : `${base(c)}/nieuw`} cancel={source ? here(c) : base(c)} values={typed ?? (source ? inputOf(source) : emptySource)} revision={source?.revision} systems={systems} people={people} faults={faults}
      button={source ? t('Opslaan', 'Save') : t('Toevoegen en token maken', 'Add and make a token')}
    />,
  }, faults.length > 0 ? 400 : 200)
}

async function showCredentialForm(c: Visit, house: House, kind: 'token' | 'certificate', fields: Fields | undefined, faults: Faults): Promise<Response> {
  const source = await scopeOf(c, house, (scope) => openSource(scope, idOf(c)))
  return logPage(c, house, {
    heading: kind === 'token' ? t('Token maken', 'Make a token') : t('Certificaat toevoegen', 'Add a certificate'), narrow: true, failed: faults.length > 0, crumbs: [...crumbs(c), { words: source.name, href: here(c) }],
    children: <CredentialForm action={`${here(c)}/${kind === 'token' ? 'token' : 'certificaat'}`} cancel={here(c)} kind={kind} fields={fields} today={dayOf(house.clock())} faults={faults} />,
  }, faults.length > 0 ? 400 : 200)
}

async function showMade(c: Visit, house: House, kind: 'token' | 'certificate', bearer: string): Promise<Response> {
  const source = await scopeOf(c, house, (scope) => findSource(scope, idOf(c)))
  return logPage(c, house, {
    heading: kind === 'token' ? t('Het token is gemaakt', 'The token has been made') : t('Het certificaat is toegevoegd', 'The certificate has been added'), narrow: true, crumbs: [...crumbs(c), { words: source.name, href: here(c) }],
    children: (
      <>
        {kind === 'token' ? (
          <Alert tone="warning" heading={t('Kopieer het token nu', 'Copy the token now')}>
            {t('U ziet het alleen deze keer. Bewaar het waar alleen de toepassing erbij kan, en stuur het nooit per e-mail. Wie het heeft, kan regels in uw logboek zetten, maar niets lezen.', 'You see it only this time. Keep it where only the application can reach it, and never send it by e-mail. Whoever has it can put records in your log, but read nothing.')}
          </Alert>
        ) : (
          <Alert tone="info" heading={t('Stuur dit nummer mee met het certificaat', 'Send this number along with the certificate')}>
            {t('De toepassing stuurt dit nummer mee, zodat Waarborg weet bij welke organisatie en bron het certificaat hoort. Het nummer is niet geheim en werkt alleen samen met het certificaat.', 'The application sends this number along, so that Waarborg knows to which organisation and source the certificate belongs. The number is no secret and works only together with the certificate.')}
          </Alert>
        )}
        <CopyableCode label={kind === 'token' ? t('Token', 'Token') : t('Nummer', 'Number')}>{bearer}</CopyableCode>
        <Connecting publicUrl={house.config.publicUrl} name={source.name} bearer={bearer} sample={{ traceId: source.id.replaceAll('-', ''), at: house.clock().getTime() }} />
        <ButtonLink href={here(c)}>{kind === 'token' ? t('Ik heb het token bewaard', 'I have kept the token') : t('Naar de bron', 'To the source')}</ButtonLink>
      </>
    ),
  })
}

async function showOne(c: Visit, house: House, faults: Faults): Promise<Response> {
  const now = house.clock()
  const view = await scopeOf(c, house, async (scope) => {
    const source = await findSource(scope, idOf(c))
    const credentials = await listCredentials(scope, source.id)
    const events = await readHistory(scope, sourceHistory, source.id, { limit: 100 })
    await house.onPersonsRead?.(scope, [...new Set([source.caretakerId, ...events.map(({ personId }) => personId), ...credentials.map(({ createdById }) => createdById)].flatMap((id) => id ?? []))], 'Bron van het logboek bekeken')
    const { systems, people } = await choicesFor(scope)
    return { source, credentials, events, named: new Map([...systems, ...people].map(({ value, label }) => [value, label])) }
  })
  const { tone, words } = sourceState(view.source, now)
  const mayManage = mayManageSources(c.get('who').actor)
  return logPage(c, house, {
    heading: view.source.name, failed: faults.length > 0, crumbs: crumbs(c), lead: <StatusBadge tone={tone}>{words}</StatusBadge>, ...flashOf(c),
    actions: mayManage && !view.source.endedAt ? <ButtonLink icon="edit" href={`${here(c)}/wijzigen`}>{t('Wijzigen', 'Change')}</ButtonLink> : undefined,
    children: <SourcePage
      {...view} here={here(c)} slug={c.get('who').organisation.slug} publicUrl={house.config.publicUrl} now={now} mayManage={mayManage} faults={faults}
      takesCertificates={house.config.logCertHeader !== undefined}
    />,
  }, faults.length > 0 ? 400 : 200)
}

async function askEnd(c: Visit, house: House): Promise<Response> {
  const { name } = await scopeOf(c, house, (scope) => openSource(scope, idOf(c)))
  return logPage(c, house, {
    heading: t(`${name} beëindigen?`, `End ${name}?`), narrow: true, crumbs: [...crumbs(c), { words: name, href: here(c) }],
    children: (
      <Confirm
        action={`${here(c)}/beeindigen`} danger button={t('Bron beëindigen', 'End the source')} cancel={{ words: t('Annuleren', 'Cancel'), href: here(c) }}
        consequences={[
          t('Van deze toepassing wordt niets meer aangenomen, met welk token of certificaat ook. Dat is niet terug te draaien.', 'Nothing is accepted from this application any more, with whatever token or certificate. That can’t be undone.'),
          t('Blijft de toepassing in gebruik? Dan weet u niet meer wie er gegevens bekijkt.', 'Does the application stay in use? Then you no longer know who looks at data.'),
          t('Wat zij stuurde, blijft tot de bewaartermijn voorbij is. Ook de geschiedenis blijft.', 'What it sent stays until its term is over. The history stays too.'),
        ]}
      />
    ),
  })
}

async function choicesFor({ organisation, tx }: Scope): Promise<{ systems: Choice[]; people: Choice[] }> {
  const systems = await tx.selectFrom('information_system').select(['id as value', 'name as label']).where('organisation_id', '=', organisation.id).orderBy('name').execute()
  const people = await tx.selectFrom('person').select(['id as value', 'name as label']).where('organisation_id', '=', organisation.id).where('is_active', '=', true).orderBy('name').execute()
  return { systems: systems.map(({ value, label }) => ({ value, label: label ?? value })), people }
}

function base(c: Visit): string {
  return `${logBase(c)}/bronnen`
}

function idOf(c: Visit): string {
  return c.req.param('id') ?? ''
}

function here(c: Visit): string {
  return `${base(c)}/${idOf(c)}`
}

function crumbs(c: Visit) {
  return [{ words: t('Bronnen', 'Sources'), href: base(c) }]
}

function flashOf(c: Visit) {
  const words = {
    opgeslagen: t('Opgeslagen.', 'Saved.'), ingetrokken: t('Ingetrokken: hiermee komt niets meer binnen.', 'Revoked: nothing comes in with it any more.'), beeindigd: t('De bron is beëindigd.', 'The source has ended.'),
  }[c.req.query('klaar') ?? '']
  return words ? { flash: { tone: 'ok' as const, words } } : {}
}
