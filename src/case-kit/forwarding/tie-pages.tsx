// Tie pages: which organisations of this installation forward cases to each other; offering that, agreeing to it and ending it, for administrators and privacy officers.
import { Hono } from 'hono'
import { sayDay } from '../../ground/clock.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextInput } from '../../page-kit/inputs.tsx'
import { Page } from '../../page-kit/layout.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { listParticipants } from '../../people/organisation-parts.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm, type Visit } from '../../register-kit/collaboration/visit.tsx'
import { tieState } from './forward-words.ts'
import { offerTie, readTies, settleTie, type Tie } from './ties.ts'
import { allTopics } from './topics.ts'

const answers = { aannemen: 'agreed', afwijzen: 'refused', beeindigen: 'ended' } as const

/** Under `/:slug`, after `withScope`. */
export function tieRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const only = (c: Visit) => onlyFor(c.get('who'), t('beheerders en privacy officers', 'administrators and privacy officers'), 'administrator', 'privacy_officer')
  const here = (c: Visit) => `/${c.get('who').organisation.slug}/koppelingen`

  app.get('/koppelingen', (c) => {
    only(c)
    return page(c, { participant: '', slug: '' }, [])
  })
  app.post('/koppelingen', async (c) => {
    only(c)
    const form = await readForm(c)
    const typed = { participant: form.one('participant'), slug: form.one('slug') }
    try {
      await scopeOf(c, house, (scope) => offerTie(scope, typed.participant, typed.slug))
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof Refused ? [{ at: 'participant', message: error.message }] : undefined
      if (!faults) throw error
      return page(c, typed, faults)
    }
    return c.redirect(here(c), 303)
  })
  app.post('/koppelingen/:tie/:answer', async (c) => {
    only(c)
    const answer = c.req.param('answer')
    if (!Object.hasOwn(answers, answer)) throw new NotFound()
    await scopeOf(c, house, (scope) => settleTie(scope, c.req.param('tie'), answers[answer as keyof typeof answers]))
    return c.redirect(here(c), 303)
  })

  async function page(c: Visit, typed: { participant: string; slug: string }, faults: readonly Fault[]) {
    const { ties, participants } = await scopeOf(c, house, async (scope) => ({ ties: await readTies(scope), participants: (await listParticipants(scope)).filter(({ isActive }) => isActive) }))
    const taken = new Set(ties.flatMap(({ participantId, state }) => participantId !== null && (state === 'offered' || state === 'agreed') ? [participantId] : []))
    const free = participants.filter(({ id }) => !taken.has(id))
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Koppelingen', 'Ties')} failed={faults.length > 0} narrow
        lead={<p>{t('Met welke organisaties u verzoeken en datalekken uitwisselt. Beide kanten moeten het goedvinden. Geen van beide ziet de notities van de ander.', 'With which organisations you exchange requests and breaches. Both sides must agree. Neither sees the other’s notes.')}</p>}
      >
        {ties.some(({ side, state }) => side === 'served' && state === 'offered') && <Alert tone="warning"><p>{t('Een organisatie vraagt of zij zaken aan u mag doorsturen.', 'An organisation asks whether it may forward cases to you.')}</p></Alert>}
        <Table
          caption={t('Koppelingen', 'Ties')} captionHidden rows={ties} empty={<EmptyState heading={t('Er zijn nog geen koppelingen', 'There are no ties yet')} icon="link" />}
          columns={[
            { key: 'other', header: t('Organisatie', 'Organisation'), names: true, cell: ({ otherName, participant }) => participant !== null && participant !== otherName ? `${otherName} (${participant})` : otherName },
            { key: 'side', header: t('Rol', 'Role'), cell: ({ side }) => side === 'serves' ? t('Deelnemer van u', 'Participant of yours') : t('Uw dienstverlener', 'Your service organisation') },
            { key: 'state', header: t('Stand', 'State'), cell: ({ state }) => { const { words, tone } = tieState(state); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
            { key: 'at', header: t('Sinds', 'Since'), oneLine: true, cell: ({ at, by }) => [sayDay(at), by].filter(Boolean).join(', ') },
            { key: 'do', header: t('Doen', 'Do'), cell: (tie) => <><Answers tie={tie} here={here(c)} /><Offers tie={tie} base={`/${c.get('who').organisation.slug}`} /></> },
          ]}
        />
        {free.length > 0 && (
          <Section heading={t('Koppeling aanbieden', 'Offer a tie')} id="aanbieden">
            <ErrorSummary faults={faults} />
            <Form action={here(c)}>
              <Select name="participant" label={t('Deelnemer', 'Participant')} empty={t('Kies een deelnemer', 'Choose a participant')} value={typed.participant} error={fault('participant')} choices={free.map(({ id, name }) => ({ value: id, label: name }))} />
              <TextInput name="slug" label={t('Korte naam in Waarborg', 'Short name in Waarborg')} hint={t('Het deel na de eerste schuine streep in het adres van hun pagina’s, bijvoorbeeld duinrade.', 'The part after the first slash in the address of their pages, for instance duinrade.')} value={typed.slug} error={fault('slug')} maxlength={40} />
              <SubmitBar primary={t('Aanbieden', 'Offer')} />
            </Form>
          </Section>
        )}
      </Page>, faults.length > 0 ? 400 : 200)
  }

  return app
}

/** What can be begun over an agreed tie. */
function Offers({ tie, base }: { tie: Tie; base: string }) {
  const offers = tie.state === 'agreed' ? allTopics().flatMap((topic) => topic.offer?.(tie) ?? []) : []
  return <>{offers.map(({ words, path }) => <p><ButtonLink small href={`${base}${path}`}>{say(words)}<span class="wb-hidden"> {tie.otherName}</span></ButtonLink></p>)}</>
}

function Answers({ tie, here }: { tie: Tie; here: string }) {
  const button = (answer: keyof typeof answers, words: string, look: 'primary' | 'secondary' | 'subtle') => <form method="post" action={`${here}/${tie.id}/${answer}`}><Button small look={look}>{words}<span class="wb-hidden"> {tie.otherName}</span></Button></form>
  if (tie.side === 'served' && tie.state === 'offered') return <ButtonGroup>{button('aannemen', t('Aannemen', 'Accept'), 'primary')}{button('afwijzen', t('Afwijzen', 'Decline'), 'secondary')}</ButtonGroup>
  return tie.state === 'offered' || tie.state === 'agreed' ? button('beeindigen', t('Beëindigen', 'End'), 'subtle') : <></>
}
