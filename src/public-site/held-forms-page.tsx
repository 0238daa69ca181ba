// Held forms page: messages from outside that may be no message of a person: a colleague reads them and says what they are.
import { Hono } from 'hono'
import { recordAccess } from '../access-record/record.ts'
import { sayMoment } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState, FindingNote } from '../page-kit/alerts.tsx'
import { Button } from '../page-kit/buttons.tsx'
import { Card, DescriptionList, Details } from '../page-kit/document.tsx'
import { Page } from '../page-kit/layout.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { type Doubt, doubtWords } from '../case-kit/intake/doubts.ts'
import { type HeldForm, heldForms, refuseHeld, releaseHeld } from '../case-kit/intake/held-forms.ts'
import { askedBy } from '../case-kit/intake/questions.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { subjectsIn } from '../register-kit/reading.ts'
import { FieldValue } from '../register-kit/web/field-value.tsx'

/** `/:slug/ingekomen`; `withScope` has run before. */
export function heldFormRoutes(house: House, registers: readonly CaseRegister[]): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/ingekomen', '/ingekomen/*']) app.use(path, async (c, next) => {
    onlyFor(c.get('who'), t('de privacy officer en de FG', 'the privacy officer and the DPO'), 'privacy_officer', 'dpo')
    await next()
  })
  app.get('/ingekomen', (c) => scopeOf(c, house, async (scope) => {
    const forms = await heldForms(scope, registers)
    for (const { wayIn, input } of forms) await recordAccess(scope, { name: 'Bericht van buiten bekeken', subjects: subjectsIn(wayIn.cases.register.fields, [input]) })
    const wrong = c.req.query('fout') === 'reden'
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Berichten om na te kijken', 'Messages to look at')} failed={wrong}
        flash={c.req.query('gedaan') ? { tone: 'ok', words: t('Het bericht is afgehandeld.', 'The message has been dealt with.') } : wrong ? { tone: 'error', words: t('Schrijf waarom dit geen bericht is.', 'Write why this is no message.') } : undefined}
        lead={<p>{t('Deze berichten kwamen binnen, maar lijken niet door een mens te zijn verstuurd. Ze zijn niet verloren: kijk of het er toch een is. De termijn telt vanaf het moment van versturen.', 'These messages came in, but don’t seem to be sent by a person. They aren’t lost: see whether one is all the same. The term counts from when they were sent.')}</p>}
      >
        {forms.length === 0 ? <EmptyState heading={t('Niets om na te kijken', 'Nothing to look at')} icon="ok" /> : <div class="wb-stack">{forms.map((form) => <Held form={form} scope={scope} />)}</div>}
      </Page>)
  }))
  app.post('/ingekomen/:id/behandelen', async (c) => {
    const made = await scopeOf(c, house, (scope) => releaseHeld(scope, registers, c.req.param('id')))
    return c.redirect(`/${c.get('who').organisation.slug}/${made.path}/${made.id}`, 303)
  })
  app.post('/ingekomen/:id/weigeren', async (c) => {
    const reason = (await readFields(c)).one('reason')
    const here = `/${c.get('who').organisation.slug}/ingekomen`
    try {
      await scopeOf(c, house, (scope) => refuseHeld(scope, c.req.param('id'), reason))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return c.redirect(`${here}?fout=reden`, 303)
    }
    return c.redirect(`${here}?gedaan=1`, 303)
  })
  return app
}

function Held({ form, scope }: { form: HeldForm; scope: Scope }) {
  const { id, wayIn, number, sentAt, doubts, input, lookups, fileCount } = form
  const base = `/${scope.organisation.slug}/ingekomen/${id}`
  return (
    <Card heading={`${say(wayIn.intake.words.heading)} ${number}`}>
      <p class="wb-subtle">{sayMoment(sentAt)}{fileCount > 0 && <>, {t(`${fileCount} bestanden`, `${fileCount} files`)}</>}</p>
      <FindingNote severity="warning" words={sayDoubts(doubts)} />
      <DescriptionList terms={askedBy(wayIn).map(({ key, field }) => ({ term: say(field.words), description: <FieldValue field={field} value={input[key]} lookups={lookups} /> }))} />
      <div class="wb-buttons"><form method="post" action={`${base}/behandelen`}><Button look="primary">{t('Het is een bericht: behandelen', 'It is a message: deal with it')}</Button></form></div>
      <Details summary={t('Het is geen bericht', 'It is no message')}>
        <form class="wb-form" method="post" action={`${base}/weigeren`}>
          <p>{t('Wat erin staat, en de bestanden, worden gewist. Dat er iets kwam, en waarom het weg is, blijft staan.', 'What it says, and its files, are erased. That something came, and why it went, stays.')}</p>
          <TextInput name="reason" label={t('Waarom', 'Why')} maxlength={500} />
          <Button look="danger">{t('Wissen', 'Erase')}</Button>
        </form>
      </Details>
    </Card>
  )
}

function sayDoubts(doubts: readonly Doubt[]): string {
  if (doubts.length === 0) return t('Dit bericht kon niet vanzelf worden verwerkt.', 'This message couldn’t be taken in by itself.')
  const words = doubts.map((doubt) => say(doubtWords[doubt] ?? { nl: doubt, en: doubt })).join('; ')
  return `${t('Waarom het hier staat', 'Why it stands here')}: ${words}.`
}
