// Ask routes: asking a question in one small form, which first shows what was answered before; it works without JavaScript (N-15).
import { Hono } from 'hono'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { emptyInput, type Fields } from '../../register-kit/field-types.ts'
import { FieldControl } from '../../register-kit/field-control.tsx'
import { formState, type FormState, rawFromInput } from '../../register-kit/form-state.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import type { ListRow } from '../../register-kit/list-query.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { readInput } from '../../register-kit/read-input.ts'
import { baseOf, mustBeAllowed, showPage, textEntries, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { excerpt } from './actions.ts'
import { questions } from './register.ts'
import { similarQuestions } from './similar.ts'

const { title, subject, question, department, processing, is_private } = questions.fields
/** What somebody fills in who asks; the rest is for whoever answers. */
const asked: Fields = { title, subject, question, department, processing, is_private }

/** `keptId`: of what was typed before the session ended. */
type Shown = { readonly state: FormState; readonly similar: readonly ListRow[]; readonly keptId: string | undefined }

/** `/stellen`, among the addresses of the register. */
export function askRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/stellen', (c) => scopeOf(c, house, async (scope) => {
    refuseStrangers(scope)
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    const typed = { ...rawFromInput(asked, begun(scope)), title: (c.req.query('vraag') ?? '').slice(0, 200), ...(kept ? rawFromForm(asked, kept.fields) : {}) }
    return askPage(c, { state: await formState(scope, asked, typed), similar: [], keptId: kept && c.req.query('bewaard') })
  }))
  app.post('/stellen', async (c) => {
    const entries = await textEntries(c)
    const values = Object.fromEntries(entries)
    const raw = rawFromForm(asked, entries)
    const result = await scopeOf(c, house, async (scope) => {
      refuseStrangers(scope)
      const { input, faults } = await readInput(scope, { fields: asked }, raw, begun(scope))
      const similar = values._action === 'ask' || faults.length > 0 ? [] : await similarQuestions(scope, String(input.title ?? ''))
      if (similar.length > 0) return askPage(c, { state: await formState(scope, asked, raw, []), similar, keptId: values.kept })
      try {
        if (faults.length > 0) throw new Invalid(faults)
        return { made: await createEntry(scope, questions, { ...emptyInput(questions.fields), ...input }) }
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return askPage(c, { state: await formState(scope, asked, raw, error.faults), similar: [], keptId: values.kept }, 400)
      }
    })
    if (!('made' in result)) return result
    if (values.kept) await dropKeptForm(house, values.kept, c.get('who').actor.accountId)
    return c.redirect(`${baseOf(c, questions)}/${result.made}?gedaan=create`, 303)
  })

  function askPage(c: Visit, shown: Shown, status: 200 | 400 = 200) {
    return showPage(c, house, questions, {
      heading: t('Stel een vraag', 'Ask a question'), crumbs: [toRegister(c, questions)], narrow: true, failed: shown.state.faults.length > 0,
      lead: <p>{t('De FG, de privacy officer en de CISO beantwoorden uw vraag. Is het dringend, of denkt u aan een datalek? Bel dan meteen.', 'The DPO, the privacy officer and the CISO answer your question. Is it urgent, or do you suspect a breach? Then call at once.')}</p>,
      children: <AskForm base={baseOf(c, questions)} {...shown} />,
    }, status)
  }

  return app
}

function AskForm({ base, state, similar, keptId }: Shown & { base: string }) {
  return (
    <>
      {similar.length > 0 && (
        <Alert tone="info" heading={t('Dit is misschien al beantwoord', 'This may have been answered already')}>
          <ul class="wb-values">
            {similar.map((row) => <li><Link href={`${base}/${row.id}`}>{row.title}</Link><br /><span class="wb-subtle" lang="nl">{excerpt(row.values.answer)}</span></li>)}
          </ul>
          <p>{t('Staat uw antwoord er niet bij? Stel uw vraag dan hieronder.', 'Isn’t your answer among these? Then ask your question below.')}</p>
        </Alert>
      )}
      <Form action={`${base}/stellen`} defaultAction={similar.length > 0 ? 'ask' : 'look'} hidden={keptId === undefined ? {} : { kept: keptId }} guard>
        <ErrorSummary faults={state.faults} />
        {Object.entries(asked).map(([key, field]) => <FieldControl name={key} field={field} state={state} optional={key !== 'title'} />)}
        <SubmitBar primary={similar.length > 0 ? t('Toch stellen', 'Ask all the same') : t('Vraag stellen', 'Ask')} primaryAction={similar.length > 0 ? 'ask' : 'look'} cancel={{ words: t('Annuleren', 'Cancel'), href: base }} />
      </Form>
    </>
  )
}

function begun(scope: Scope) {
  return { ...emptyInput(asked), ...questions.start?.(scope) }
}

/** Whoever may not ask for any department learns so before typing. */
function refuseStrangers(scope: Scope): void {
  mustBeAllowed(scope, questions, 'create', { status: 'open', stage: 'active', proposal: 'none', department: begun(scope).department as string | null, input: emptyInput(questions.fields) })
}
