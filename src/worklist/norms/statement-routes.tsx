// Statement routes: stating how a norm stands, reading a statement with its files, and taking it back.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { joinDuration, sayDuration } from '../../page-kit/duration.ts'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { Page } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { attachmentRoutes } from '../../register-kit/collaboration/attachment-routes.tsx'
import { Attachments, loadAttachments } from '../../register-kit/collaboration/attachments-part.tsx'
import type { Collaboration } from '../../register-kit/collaboration/book.ts'
import { readStatement, type Statement, stating, withdraw } from '../../register-kit/norms/statements.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { NormBadge } from './board-page.tsx'
import { sayAge } from './statement-parts.tsx'

type Visit = Context<PeopleEnv>

/** Files belong to a statement as attachments belong to an entry. */
export const statementFiles: Collaboration = {
  book: { key: 'norm-statements', path: 'normverklaringen', words: { one: { nl: 'verklaring', en: 'statement' }, many: { nl: 'Verklaringen', en: 'Statements' } } },
  async open(scope, id) {
    if (!hasRole(scope.actor, 'process_owner', ...overseers)) throw new NotFound()
    const { norm } = await readStatement(scope, id)
    return { id, title: t(`Verklaring bij ${norm}`, `Statement on ${norm}`), department: null }
  },
  may: (scope, _entry, verb) => verb === 'attach' && hasRole(scope.actor, ...stating),
  understand: (parameters) => ({ parameters, ignored: [] }),
}

/** Pages under `/:slug/normverklaringen`; `withScope` has run before. */
export function statementRoutes(house: House, maxUploadBytes: number): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', attachmentRoutes(house, statementFiles, maxUploadBytes))
  app.get('/', (c) => c.redirect(`/${c.get('who').organisation.slug}/normen?bewijs=verklaard`, 303))
  app.get('/:id', (c) => scopeOf(c, house, (scope) => show(c, scope, idIn(c))))
  app.post('/:id/intrekken', async (c) => {
    const id = idIn(c)
    const form = await c.req.formData().catch(() => new FormData())
    const reason = String(form.get('reason') ?? '')
    try {
      await scopeOf(c, house, async (scope) => {
        await statementFiles.open(scope, id)
        await withdraw(scope, id, reason)
      })
    } catch (error) {
      if (error instanceof Invalid) return scopeOf(c, house, (scope) => show(c, scope, id, reason, error.faults, 400))
      if (error instanceof Refused) return scopeOf(c, house, (scope) => show(c, scope, id, reason, [{ at: '', message: error.message }], 409))
      throw error
    }
    return c.redirect(`/${c.get('who').organisation.slug}/normverklaringen/${id}?gedaan=ingetrokken`, 303)
  })

  async function show(c: Visit, scope: Scope, id: string, reason = '', faults: readonly Fault[] = [], status: 200 | 400 | 409 = 200) {
    const opened = await statementFiles.open(scope, id)
    const statement = await readStatement(scope, id)
    await recordAccess(scope, { name: 'Verklaring bij een norm bekeken', subjects: statement.statedBy === personOf(scope.actor) ? [] : [{ type: 'person', id: statement.statedBy }] })
    const files = await loadAttachments(scope, statementFiles, opened, maxUploadBytes)
    const base = `/${scope.organisation.slug}`
    const done = { verklaard: t('Uw verklaring is vastgelegd.', 'Your statement has been recorded.'), ingetrokken: t('De verklaring is ingetrokken. Zij blijft hier te lezen.', 'The statement has been withdrawn. It can still be read here.') }[c.req.query('gedaan') ?? '']
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={opened.title} failed={status !== 200} crumbs={[{ words: t('Normbord', 'Norm board'), href: `${base}/normen` }, { words: statement.norm, href: `${base}/normen/${statement.norm}` }]}
        lead={<p><NormBadge status={statement.stands} /></p>} flash={done && status === 200 ? { tone: 'ok', words: done } : undefined}
      >
        <DescriptionList terms={[
          { term: t('Waaruit dat blijkt', 'What shows this'), description: <span class="wb-difference">{statement.text}</span> },
          { term: t('Document of zaak', 'Document or case'), description: statement.document && <DocumentWords document={statement.document} /> },
          { term: t('Verklaard door', 'Stated by'), description: `${statement.by}, ${sayMoment(statement.statedAt)}` },
          { term: t('Geldt', 'Holds for'), description: `${sayDuration(statement.validFor)}. ${sayAge(statement, scope.now)}` },
        ]} />
        <Attachments {...files} />
        {statement.withdrawnAt === null && hasRole(scope.actor, ...stating) && <Withdrawal base={base} statement={statement} reason={reason} faults={faults} />}
      </Page>, status)
  }
  return app
}

function Withdrawal({ base, statement, reason, faults }: { base: string; statement: Statement; reason: string; faults: readonly Fault[] }) {
  return (
    <Details summary={t('Verklaring intrekken', 'Withdraw the statement')} open={faults.length > 0}>
      <Form action={`${base}/normverklaringen/${statement.id}/intrekken`}>
        <ErrorSummary faults={faults} />
        <TextArea name="reason" label={t('Waarom?', 'Why?')} value={reason} rows={2} maxlength={1000} error={faults.find(({ at }) => at === 'reason')?.message} hint={t('De verklaring telt dan niet meer, en blijft te lezen met wie haar introk en waarom.', 'The statement then counts no more, and can still be read with who withdrew it and why.')} />
        <SubmitBar primary={t('Intrekken', 'Withdraw')} danger />
      </Form>
    </Details>
  )
}

/** An address becomes a link; anything else stays words. */
function DocumentWords({ document }: { document: string }) {
  return /^https?:\/\/[^\s]+$/i.test(document) ? <a class="utrecht-link utrecht-link--html-a" href={document} rel="noopener noreferrer nofollow">{document}</a> : <span>{document}</span>
}

/** What a form of a statement sent. */
export function readStatementForm(form: FormData): { readonly stands: string; readonly text: string; readonly document: string; readonly validFor: string } {
  const one = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
  return { stands: one('stands'), text: one('text').replaceAll('\r\n', '\n'), document: one('document'), validFor: joinDuration({ amount: one('valid_for.amount'), unit: one('valid_for.unit') }) }
}

function idIn(c: Visit): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}
