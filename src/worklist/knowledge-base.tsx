// Knowledge base: for every employee one page with what was answered before, how to work, what the words mean and which policy holds (N-15, N-51, N-54).
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState, StatusBadge } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { sayCitation } from '../page-kit/citation.ts'
import { Card, Columns } from '../page-kit/document.tsx'
import { Page } from '../page-kit/layout.tsx'
import { FilterBar } from '../page-kit/table.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { listEntries, type ListRow, readListQuery } from '../register-kit/list-query.ts'
import { registerOf } from '../register-kit/tied-registers.ts'
import { excerpt } from '../registers/questions/actions.ts'
import { anchorOf, findInGlossary, glossaryOf, type GlossaryTerm } from './glossary.ts'

const few = 6
const many = 25

/** What the page holds; without words the newest of each, with words what holds them. */
type Knowledge = { readonly words: string; readonly answers: readonly ListRow[]; readonly instructions: readonly ListRow[]; readonly policies: readonly ListRow[]; readonly terms: readonly GlossaryTerm[]; readonly termCount: number; readonly own: readonly OwnQuestion[] }
type OwnQuestion = { readonly id: string; readonly title: string | null; readonly status: string }

/** `/kennisbank`. */
export function knowledgeBaseRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/kennisbank', (c) => scopeOf(c, house, async (scope) => {
    const base = `/${scope.organisation.slug}`
    const words = (c.req.query('q') ?? '').trim().slice(0, 200)
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Kennisbank', 'Knowledge base')}
        lead={<p>{t('Hoe u met persoonsgegevens werkt: antwoorden op vragen van collega’s, werkinstructies, begrippen en het beleid dat geldt.', 'How to work with personal data: answers to questions of colleagues, work instructions, terms and the policy in force.')}</p>}
        actions={<><ButtonLink look="primary" icon="plus" href={`${base}/vragen/stellen${words === '' ? '' : `?vraag=${encodeURIComponent(words)}`}`}>{t('Stel een vraag', 'Ask a question')}</ButtonLink><ButtonLink icon="flag" href={`${base}/melden`}>{t('Datalek melden', 'Report a breach')}</ButtonLink></>}
      >
        <FilterBar action={`${base}/kennisbank`} clearHref={`${base}/kennisbank`} search={{ name: 'q', value: words, label: t('Zoek in de kennisbank', 'Search the knowledge base') }} active={words === '' ? [] : [{ label: t('Woorden', 'Words'), value: words, removeHref: `${base}/kennisbank` }]} />
        <KnowledgeBase base={base} known={await knowledgeOf(scope, words)} />
      </Page>)
  }))
  return app
}

async function knowledgeOf(scope: Scope, words: string): Promise<Knowledge> {
  const size = words === '' ? few : many
  const all = await glossaryOf(scope)
  return {
    words, termCount: all.length, terms: words === '' ? [] : findInGlossary(all, words).slice(0, many),
    answers: await inForce(scope, 'questions', words, size, ['answer', 'sources']), instructions: await inForce(scope, 'work-instructions', words, words === '' ? many : size, ['summary', 'audience']),
    policies: await inForce(scope, 'policy-documents', words, size, ['summary']), own: words === '' ? await ownQuestions(scope) : [],
  }
}

/** What is in force in a register, by its own declaration of that; those with these words, the newest first. */
async function inForce(scope: Scope, key: string, words: string, size: number, columns: readonly string[]): Promise<readonly ListRow[]> {
  const register = registerOf(key)
  if (!register) return []
  const { query } = readListQuery(register, new URLSearchParams({ q: words, status: register.lifecycle.inForce, sorteer: 'updated_at', volgorde: 'desc' }))
  return (await listEntries(scope, register, { ...query, columns: columns.filter((name) => Object.hasOwn(register.fields, name)), size })).rows
}

/** The reader's own that aren't shared, so that an answer for who asked is found again. */
async function ownQuestions({ tx, organisation, actor }: Scope): Promise<readonly OwnQuestion[]> {
  if (actor.kind !== 'person') return []
  return tx.selectFrom('question').select(['id', 'title', 'status']).where('organisation_id', '=', organisation.id).where('created_by', '=', actor.personId)
    .where('status', 'in', ['open', 'answered']).orderBy('updated_at', 'desc').orderBy('id').limit(few).execute()
}

function KnowledgeBase({ base, known }: { base: string; known: Knowledge }) {
  const { words, answers, instructions, policies, terms, termCount, own } = known
  if (words !== '' && answers.length + instructions.length + policies.length + terms.length === 0) {
    return (
      <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" action={<ButtonLink look="primary" href={`${base}/vragen/stellen?vraag=${encodeURIComponent(words)}`}>{t('Stel uw vraag', 'Ask your question')}</ButtonLink>}>
        <p>{t('Zoek met een ander woord, of stel uw vraag aan de FG, de privacy officer en de CISO.', 'Search with another word, or ask the DPO, the privacy officer and the CISO.')}</p>
      </EmptyState>
    )
  }
  const more = (path: string) => <Link href={`${base}/${path}`}>{t('Alles bekijken', 'View all')}</Link>
  return (
    <Columns wide>
      <div class="wb-stack">
        {(words === '' || answers.length > 0) && (
          <Card heading={t('Beantwoorde vragen', 'Answered questions')} action={more('vragen?status=published')}>
            <Found rows={answers} base={`${base}/vragen`} detail={({ answer, sources }) => <>{excerpt(answer)} {typeof sources === 'string' && <span class="wb-subtle">({sources})</span>}</>} empty={t('Nog geen vraag is beantwoord voor iedereen. Stel de eerste.', 'No question has been answered for everybody yet. Ask the first.')} />
          </Card>
        )}
        {own.length > 0 && (
          <Card heading={t('Uw eigen vragen', 'Your own questions')}>
            <ul class="wb-values">{own.map(({ id, title, status }) => <li><Link href={`${base}/vragen/${id}`}>{title}</Link> <StatusBadge tone={status === 'open' ? 'info' : 'positive'}>{say(registerOf('questions')!.lifecycle.statuses[status]!.words)}</StatusBadge></li>)}</ul>
          </Card>
        )}
        {(words === '' || policies.length > 0) && (
          <Card heading={t('Beleid dat geldt', 'Policy in force')} action={more('beleid?status=active')}>
            <Found rows={policies} base={`${base}/beleid`} detail={({ summary }) => excerpt(summary)} empty={t('Er is nog geen beleid vastgesteld.', 'No policy has been adopted yet.')} />
          </Card>
        )}
      </div>
      <div class="wb-stack">
        {(words === '' || instructions.length > 0) && (
          <Card heading={t('Werkinstructies', 'Work instructions')} action={more('werkinstructies?status=active')}>
            <Found rows={instructions} base={`${base}/werkinstructies`} detail={({ summary, audience }) => <>{excerpt(summary)} {typeof audience === 'string' && <span class="wb-subtle">({audience})</span>}</>} empty={t('Er geldt nog geen werkinstructie.', 'No work instruction is in force yet.')} />
          </Card>
        )}
        {words === '' || terms.length > 0
          ? (
            <Card heading={t('Begrippen', 'Glossary')} action={more('begrippen')}>
              {words === ''
                ? <p>{t(`${termCount} woorden uit de privacywet, in gewone taal en met het artikel.`, `${termCount} words of privacy law, in plain language and with the article.`)}</p>
                : <ul class="wb-values">{terms.map((term) => <li><Link href={`${base}/begrippen#${anchorOf(term)}`}>{term.word}</Link><br /><span lang={term.language}>{term.meaning}</span> {term.citation && <span class="wb-subtle">{sayCitation(term.citation)}</span>}</li>)}</ul>}
            </Card>
          )
          : null}
      </div>
    </Columns>
  )
}

function Found({ rows, base, detail, empty }: { rows: readonly ListRow[]; base: string; detail: (values: ListRow['values']) => Child; empty: string }) {
  if (rows.length === 0) return <p class="wb-subtle">{empty}</p>
  return <ul class="wb-values">{rows.map(({ id, title, values }) => <li><Link href={`${base}/${id}`}>{title}</Link><br /><span lang="nl">{detail(values)}</span></li>)}</ul>
}
