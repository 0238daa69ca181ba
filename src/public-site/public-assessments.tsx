// Public assessments: summaries of DPIAs that an organisation chose to publish, for citizens: what was looked into, and what was decided (art. 12 lid 1 en art. 35 AVG).
import { Hono } from 'hono'
import { sql } from 'kysely'
import { sayDay } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { lines } from '../register-kit/web/field-value.tsx'
import { kinds, type Kind } from '../registers/assessments/declaration.ts'
import { ContactBlock, publicContact, publicScope } from './public-frame.tsx'
import { isPublishedAssessment } from './published-parts.ts'
import { mustBeOpen } from './site-frame.ts'

type Summary = { readonly id: string; readonly name: string; readonly kind: Kind | null; readonly summary: string; readonly decidedOn: string | null }

export function publicAssessmentRoutes(house: House): Hono {
  const app = new Hono()

  app.get('/openbaar/:slug/dpias', (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    const { name } = scope.organisation
    const summaries = await publishedSummaries(scope)
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    return c.html(
      <PublicPage
        heading={t('Wat wij vooraf onderzochten', 'What we assessed beforehand')} organisation={name} footer={<ContactBlock contact={await publicContact(scope)} />}
        lead={<p>{t(`Voordat ${name} iets begint dat voor mensen veel risico kan geven, onderzoekt zij dat. Hier leest u samenvattingen.`, `Before ${name} begins something that may bring people much risk, it assesses that. Here you read summaries. They are in Dutch.`)}</p>}
      >
        {summaries.length === 0 ? <p>{t('Er is nog geen samenvatting gepubliceerd.', 'No summary has been published yet.')}</p> : (
          <ul class="wb-public-list">
            {summaries.map((one) => (
              <li id={`toets-${one.id}`}>
                <strong lang="nl">{one.name}</strong>
                <p lang="nl">{lines(one.summary)}</p>
                <p class="wb-subtle">{[one.kind && say({ nl: kinds[one.kind][0], en: kinds[one.kind][1] }), one.decidedOn && t(`vastgesteld op ${sayDay(one.decidedOn)}`, `adopted on ${sayDay(one.decidedOn)}`)].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        )}
      </PublicPage>,
    )
  }))

  return app
}

/** Newest first; what is no longer in force isn't shown. */
async function publishedSummaries(scope: Scope): Promise<Summary[]> {
  const { rows } = await sql<Summary>`
    select t.id, t.name, t.kind, t.public_summary as summary, t.decided_on as "decidedOn" from impact_assessment t
    where ${isPublishedAssessment(scope)}
    order by t.decided_on desc nulls last, t.id limit 200`.execute(scope.tx)
  return rows
}
