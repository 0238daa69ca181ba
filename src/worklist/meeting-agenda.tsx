// Meeting agenda: choosing from what is open what a privacy meeting talks about; what is chosen is kept in the meeting, as it stood (H-52).
import { Hono } from 'hono'
import { Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Checkbox } from '../page-kit/choices.tsx'
import { ValueList } from '../page-kit/document.tsx'
import { Form, Section, SubmitBar } from '../page-kit/form.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import type { Entry } from '../register-kit/entry.ts'
import { mayDo, workOf } from '../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../register-kit/perform.ts'
import { baseOf, entryId, mustBeAllowed, showPage, textEntries, toEntry } from '../register-kit/web/visit.tsx'
import { privacyMeetings } from '../registers/privacy-meetings/register.ts'
import { type Matter, type MatterKind, openMatters } from './open-matters.ts'

type Item = { readonly matter: string | null; readonly link: string | null; readonly note: string | null }

const kindWords: Readonly<Record<MatterKind, Words>> = {
  actions: { nl: 'Acties uit eerdere overleggen', en: 'Actions of earlier meetings' }, late: { nl: 'Termijnen die te laat zijn', en: 'Deadlines that are late' },
  findings: { nl: 'Ernstige bevindingen', en: 'Serious findings' }, reviews: { nl: 'Te laat nagekeken', en: 'Overdue reviews' }, questions: { nl: 'Open vragen van collega’s', en: 'Open questions of colleagues' },
  measures: { nl: 'Maatregelen die te laat zijn', en: 'Measures that are late' }, norms: { nl: 'Normen waaraan u niet voldoet', en: 'Norms that aren’t met' }, instructions: { nl: 'Werkinstructies die ontbreken', en: 'Work instructions that are missing' },
}

/** `/:id/agenda`, among the addresses of the privacy meetings. */
function agendaRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/:id/agenda', (c) => scopeOf(c, house, async (scope) => {
    const entry = await openMeeting(scope, entryId(c, privacyMeetings))
    const there = new Set(itemsOf(entry).map(({ matter, link }) => `${link} ${matter}`))
    const matters = (await openMatters(scope)).filter(({ href, words }) => !there.has(`${href} ${kept(words)}`))
    return showPage(c, house, privacyMeetings, {
      heading: t('Agenda voorstellen', 'Propose the agenda'), crumbs: toEntry(c, privacyMeetings, entry),
      lead: <p>{t('Dit staat nu open. Kies wat u wilt bespreken; het komt bij de agenda, met de plek waar het staat.', 'This is open now. Choose what you want to talk about; it is added to the agenda, with the place where it stands.')}</p>,
      children: <Proposal base={`${baseOf(c, privacyMeetings)}/${entry.id}`} entry={entry} matters={matters} />,
    })
  }))
  app.post('/:id/agenda', async (c) => {
    const sent = await textEntries(c)
    const id = entryId(c, privacyMeetings)
    await scopeOf(c, house, async (scope) => {
      const entry = await openMeeting(scope, id)
      const chosen = sent.filter(([name]) => /^punt-\d+$/.test(name)).map(([, value]) => itemFrom(scope, value)).filter((item) => item !== undefined)
      const revision = Number(sent.findLast(([name]) => name === 'revision')?.[1])
      if (chosen.length > 0) await perform(scope, privacyMeetings, 'change', id, { ...entry.input, agenda: [...itemsOf(entry), ...chosen] }, Number.isInteger(revision) ? { revision } : {})
    })
    return c.redirect(`${baseOf(c, privacyMeetings)}/${id}?gedaan=change#agenda`, 303)
  })
  return app
}

/** A meeting whose agenda is open, for whoever may change it. */
async function openMeeting(scope: Scope, id: string): Promise<Entry> {
  const entry = await loadEntry(scope, privacyMeetings, id)
  const work = workOf(privacyMeetings, entry)
  mustBeAllowed(scope, privacyMeetings, 'change', work)
  if (entry.system.status !== 'planned') throw new Refused(t('De agenda van dit overleg staat vast.', 'The agenda of this meeting is fixed.'))
  return entry
}

const itemsOf = ({ input }: Entry): readonly Item[] => input.agenda as Item[]
const kept = (words: string) => words.slice(0, 500)

/** The value of a box: the address, a space, the words. Only addresses of the organisation itself. */
function itemFrom({ organisation }: Scope, value: string): Item | undefined {
  const [, link, matter] = /^(\S{1,500}) (.+)$/su.exec(value) ?? []
  return link?.startsWith(`/${organisation.slug}/`) && matter ? { matter: kept(matter), link, note: null } : undefined
}

function Proposal({ base, entry, matters }: { base: string; entry: Entry; matters: readonly Matter[] }) {
  if (matters.length === 0) return <EmptyState heading={t('Er staat niets open dat nog niet op de agenda staat', 'Nothing is open that isn’t on the agenda yet')} icon="ok" action={<ButtonLink href={base}>{t('Terug naar het overleg', 'Back to the meeting')}</ButtonLink>} />
  const numbered = matters.map((matter, place) => ({ ...matter, place }))
  return (
    <Form action={`${base}/agenda`} hidden={{ revision: String(entry.system.revision) }}>
      {(Object.keys(kindWords) as MatterKind[]).filter((kind) => numbered.some((one) => one.kind === kind)).map((kind) => (
        <Section heading={say(kindWords[kind])} id={kind}>
          {numbered.filter((one) => one.kind === kind).map(({ place, words, href }) => (
            <Checkbox name={`punt-${place}`} value={`${href} ${words}`} label={words} after={<Link href={href}>{t('Bekijken', 'View')}<span class="wb-hidden">: {words}</span></Link>} />
          ))}
        </Section>
      ))}
      <SubmitBar primary={t('Op de agenda zetten', 'Put on the agenda')} cancel={{ words: t('Annuleren', 'Cancel'), href: base }} />
    </Form>
  )
}

/** For `registerDoors`. */
export const privacyMeetingParts = {
  routes: agendaRoutes,
  actions: (scope: Scope, entry: Entry) => entry.system.status === 'planned' && mayDo(privacyMeetings, scope.actor, 'change', null) && (
    <ButtonLink icon="list" href={`/${scope.organisation.slug}/${privacyMeetings.path}/${entry.id}/agenda`}>{t('Agenda voorstellen', 'Propose the agenda')}</ButtonLink>
  ),
  /** The items again, as links: a field holds their address as plain text. */
  related: (scope: Scope, entry: Entry) => {
    const linked = itemsOf(entry).filter(({ link }) => link?.startsWith(`/${scope.organisation.slug}/`))
    return linked.length > 0 && <Section heading={t('Naar de agendapunten', 'To the items of the agenda')} id="naar-agendapunten"><ValueList values={linked.map(({ matter, link }) => <Link href={link!}>{matter ?? link}</Link>)} /></Section>
  },
}
