// Glossary page: the terms of the field at hand, to search, each with a place of its own that can be linked to (N-51).
import { Hono } from 'hono'
import { t } from '../ground/words.ts'
import { Badge, EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink } from '../page-kit/buttons.tsx'
import { sayCitation } from '../page-kit/citation.ts'
import { DescriptionList, WithContents } from '../page-kit/document.tsx'
import { Section } from '../page-kit/form.tsx'
import { Page } from '../page-kit/layout.tsx'
import { FilterBar } from '../page-kit/table.tsx'
import { mayManageCatalogues } from '../catalogues/tenant-terms.ts'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { anchorOf, findInGlossary, glossaryCatalogue, glossaryOf, type GlossaryTerm, letterOf } from './glossary.ts'

/** `/begrippen`. */
export function glossaryRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/begrippen', (c) => scopeOf(c, house, async (scope) => {
    const base = `/${scope.organisation.slug}`
    const words = (c.req.query('q') ?? '').trim().slice(0, 200)
    const terms = await glossaryOf(scope)
    const found = words === '' ? terms : findInGlossary(terms, words)
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Begrippen', 'Glossary')} crumbs={[{ words: t('Kennisbank', 'Knowledge base'), href: `${base}/kennisbank` }]}
        lead={<p>{t('De woorden van de privacywet in gewone taal, met het artikel. De tekst van de wet beslist.', 'The words of privacy law in plain language, with the article. The text of the law decides.')}</p>}
        actions={mayManageCatalogues(scope) && <ButtonLink icon="plus" href={`${base}/catalogi/${glossaryCatalogue}/nieuw`}>{t('Eigen begrip toevoegen', 'Add a term of your own')}</ButtonLink>}
      >
        <FilterBar action={`${base}/begrippen`} clearHref={`${base}/begrippen`} search={{ name: 'q', value: words, label: t('Zoek een begrip', 'Search a term') }} active={words === '' ? [] : [{ label: t('Woorden', 'Words'), value: words, removeHref: `${base}/begrippen` }]} />
        {found.length === 0
          ? (
            <EmptyState heading={t('Geen begrip gevonden', 'No term found')} icon="search" action={<ButtonLink href={`${base}/vragen/stellen?vraag=${encodeURIComponent(t(`Wat is “${words}”?`, `What is “${words}”?`))}`}>{t('Stel er een vraag over', 'Ask a question about it')}</ButtonLink>}>
              <p>{t('Zoek met een ander woord.', 'Search with another word.')}</p>
            </EmptyState>
          )
          : words === '' ? <ByLetter terms={found} /> : <DescriptionList terms={found.map(asTerm)} />}
      </Page>)
  }))
  return app
}

function ByLetter({ terms }: { terms: readonly GlossaryTerm[] }) {
  const letters = [...Map.groupBy(terms, ({ word }) => letterOf(word))]
  return (
    <WithContents sections={letters.map(([letter]) => ({ id: idOf(letter), words: letter }))}>
      {letters.map(([letter, under]) => <Section heading={letter} id={idOf(letter)}><DescriptionList terms={under.map(asTerm)} /></Section>)}
    </WithContents>
  )
}

const idOf = (letter: string) => `letter-${letter.toLowerCase()}`

function asTerm(term: GlossaryTerm) {
  const { word, otherWord, meaning, language, citation, synonyms, isOwn } = term
  return {
    id: anchorOf(term),
    term: word,
    description: (
      <>
        {isOwn && <><Badge tone="info">{t('eigen', 'own')}</Badge> </>}
        {meaning && <span lang={language}>{meaning}</span>}
        {citation && <> <span class="wb-subtle">{sayCitation(citation)}</span></>}
        {(otherWord ?? synonyms[0]) && (
          <p class="wb-subtle wb-small">
            {otherWord && <>{t('Engels', 'Dutch')}: <span lang={t('en', 'nl')}>{otherWord}</span></>}{otherWord && synonyms.length > 0 && ' · '}
            {synonyms.length > 0 && <>{t('ook', 'also')}: <span lang="nl">{synonyms.join(', ')}</span></>}
          </p>
        )}
      </>
    ),
  }
}
