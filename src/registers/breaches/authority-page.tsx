// Authority page: the sheet to copy onto the form of the Autoriteit Persoonsgegevens, answer by answer in its order, with what still lacks; and the same breach in the EDPB’s template (art. 33 lid 3 AVG).
import { Hono } from 'hono'
import { say, t } from '../../ground/words.ts'
import { Alert, Badge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { CopyableCode, DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { entryId, recordPersons, showPage, toEntry } from '../../register-kit/web/visit.tsx'
import { authorityForm, authorityPortal, type FormRow, type FormSection, missingOnForm } from './authority-form.ts'
import { edpbTemplate } from './edpb-template.ts'
import { notificationOf } from './notification-of.ts'
import { breaches as register } from './register.ts'
import type { BreachInput } from './step-kit.ts'

/** `/:id/ap-formulier` and `/:id/edpb.json`; for whoever may see the breach. */
export function authorityRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/:id/ap-formulier', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    await recordPersons(scope, register, entry.input, 'bekeken op het overneemblad voor de AP')
    const sections = authorityForm(entry.input as BreachInput, await notificationOf(scope, entry))
    return showPage(c, house, register, {
      heading: t('Overnemen op het formulier van de AP', 'Copy onto the authority’s form'), crumbs: toEntry(c, register, entry),
      lead: <p>{t('De AP neemt geen bestanden aan: open haar formulier ernaast en neem de antwoorden over, in deze volgorde. Klik in een antwoord om het te selecteren; afdrukken kan ook.', 'The authority takes no files: open its form beside this and copy the answers, in this order. Click in an answer to select it; you can print it too.')} <Link href={authorityPortal}>{t('Naar het formulier van de AP', 'To the authority’s form')}</Link></p>,
      children: <Sheet sections={sections} />,
    })
  }))

  app.get('/:id/edpb.json', async (c) => {
    const { template, number } = await scopeOf(c, house, async (scope) => {
      const entry = await loadEntry(scope, register, entryId(c, register))
      await recordPersons(scope, register, entry.input, 'geëxporteerd in het EDPB-sjabloon')
      return { template: edpbTemplate(entry.input as BreachInput, await notificationOf(scope, entry)), number: String(entry.input.number ?? 'datalek').replace(/[^\w-]/g, '') }
    })
    return c.body(JSON.stringify(template, null, 2), 200, { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="edpb-${number}.json"` })
  })

  return app
}

function Sheet({ sections }: { sections: readonly FormSection[] }) {
  const missing = missingOnForm(sections)
  return (
    <>
      {missing.length > 0 && (
        <Alert tone="warning" heading={missing.length === 1 ? t('1 antwoord ontbreekt nog', '1 answer is missing still') : t(`${missing.length} antwoorden ontbreken nog`, `${missing.length} answers are missing still`)}>
          <p>{t('Is er geen tijd meer? Meld dan wat u weet en vul later aan (art. 33 lid 4 AVG).', 'Is time up? Then report what you know and add to it later (art. 33(4) GDPR).')}</p>
          <ul class="wb-list">{missing.map(({ id, question }) => <li><Link href={`#ap-${id}`}>{say(question)}</Link></li>)}</ul>
        </Alert>
      )}
      {sections.map(({ key, heading, rows }) => (
        <Section id={key} heading={say(heading)}>
          <DescriptionList terms={rows.map((row) => ({ term: say(row.question), id: `ap-${row.id}`, description: <AnswerTo row={row} /> }))} />
        </Section>
      ))}
    </>
  )
}

/** In Dutch, as the form has it. */
function AnswerTo({ row: { question, answer, isMissing, certainty } }: { row: FormRow }) {
  return (
    <>
      {answer === '' ? <>{isMissing ? <Badge tone="warning">{t('ontbreekt', 'missing')}</Badge> : <span class="wb-subtle">{t('niet ingevuld', 'not filled in')}</span>}</> : <div lang="nl"><CopyableCode label={say(question)}>{answer}</CopyableCode></div>}
      {certainty === 'memory' && <p class="wb-subtle">{t('Het formulier kan dit anders noemen: kijk goed welke keuze past.', 'The form may call this otherwise: look well which choice fits.')}</p>}
    </>
  )
}
