// Proposal routes: what a processor proposed beside what stands in the register, and the decision of a colleague: taken over, with conditions, or refused with a reason.
import { Hono } from 'hono'
import { recordAccess } from '../../../access-record/record.ts'
import { sayMoment } from '../../../ground/clock.ts'
import { readFile } from '../../../ground/files.ts'
import { Conflict, type Fault, Invalid, NotFound, Refused } from '../../../ground/refusals.ts'
import { say, t } from '../../../ground/words.ts'
import { EmptyState } from '../../../page-kit/alerts.tsx'
import { Link } from '../../../page-kit/buttons.tsx'
import { Checkbox } from '../../../page-kit/choices.tsx'
import { Card, DescriptionList, Details } from '../../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { TextArea } from '../../../page-kit/inputs.tsx'
import { faultAt, readFields } from '../../../people/form-input.ts'
import type { House } from '../../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../../people/with-scope.ts'
import type { Entry, Lookups } from '../../../register-kit/entry.ts'
import type { Fields } from '../../../register-kit/field-types.ts'
import { mayDo } from '../../../register-kit/lifecycle.ts'
import { loadLookupsFor } from '../../../register-kit/lookups.ts'
import { loadEntry } from '../../../register-kit/perform.ts'
import { FieldValue } from '../../../register-kit/web/field-value.tsx'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../../register-kit/web/visit.tsx'
import { processors } from '../register.ts'
import { acceptProposal, refuseProposal } from './decide.ts'
import { proposalKinds } from './kinds.ts'
import { type Proposal, proposalsOf } from './proposals.ts'

type Typed = { readonly proposal?: string; readonly reason: string; readonly conditions: string; readonly faults: readonly Fault[] }

/** `/:id/voorstellen`, among the addresses of the register. */
export function proposalRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const here = (c: Visit) => `${baseOf(c, processors)}/${c.req.param('id')}/voorstellen`

  app.get('/:id/voorstellen', (c) => show(c, { reason: '', conditions: '', faults: [] }))
  app.get('/:id/voorstellen/:proposal/bestand', (c) => scopeOf(c, house, async (scope) => {
    const id = entryId(c, processors)
    await loadEntry(scope, processors, id)
    const found = (await proposalsOf(scope, id)).find(({ id: own }) => own === c.req.param('proposal'))
    const file = found?.fileId ? await scope.tx.selectFrom('stored_file').select(['content_type', 'size']).where('organisation_id', '=', scope.organisation.id).where('id', '=', found.fileId).executeTakeFirst() : undefined
    if (!found?.fileId || !file) throw new NotFound()
    await recordAccess(scope, { name: 'Bewijs van een verwerker gedownload', subjects: [] })
    return new Response(readFile({ database: house.database, organisation: scope.organisation }, { id: found.fileId, size: Number(file.size) }), {
      headers: {
        'content-type': file.content_type ?? 'application/octet-stream', 'content-length': String(file.size), 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName ?? 'bewijs').replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
        'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store',
      },
    })
  }))
  app.post('/:id/voorstellen/:proposal', async (c) => {
    const fields = await readFields(c)
    const [id, proposal] = [entryId(c, processors), c.req.param('proposal')]
    const typed = { proposal, reason: fields.one('reason'), conditions: fields.one('conditions') }
    try {
      await scopeOf(c, house, async (scope) => {
        if (fields.one('_action') === 'refuse') return refuseProposal(scope, id, proposal, typed.reason)
        if (typed.conditions.length > 2000) throw new Invalid([{ at: 'conditions', message: t('De voorwaarden hebben hoogstens 2000 tekens.', 'The conditions have at most 2000 characters.') }])
        return acceptProposal(scope, id, proposal, { conditions: typed.conditions === '' ? null : typed.conditions, transfer: fields.one('transfer') !== '' })
      })
    } catch (error) {
      if (error instanceof Invalid) return show(c, { ...typed, faults: error.faults }, 400)
      if (error instanceof Refused || error instanceof Conflict) return show(c, { ...typed, faults: [{ at: '', message: error.message }] }, 409)
      throw error
    }
    return c.redirect(here(c), 303)
  })

  function show(c: Visit, typed: Typed, status: Status = 200) {
    return scopeOf(c, house, async (scope) => {
      const entry = await loadEntry(scope, processors, entryId(c, processors))
      const proposals = await proposalsOf(scope, entry.id)
      const fields = Object.assign({}, ...Object.values(proposalKinds).map(({ fields: own }) => own)) as Fields
      const lookups = await loadLookupsFor(scope, fields, [...proposals.map(({ content }) => content), entry.input])
      const open = proposals.filter(({ state }) => state === 'open')
      const mayDecide = mayDo(processors, scope.actor, 'change', entry.input.department as string | null)
      return showPage(c, house, processors, {
        heading: t('Voorstellen van de verwerker', 'Proposals of the processor'), crumbs: toEntry(c, processors, entry), failed: typed.faults.length > 0,
        lead: <p>{t('Wat de verwerker in zijn portaal invulde. Er verandert pas iets als u het overneemt.', 'What the processor filled in in its portal. Nothing changes until you take it over.')}</p>,
        children: (
          <>
            <ErrorSummary faults={typed.faults} />
            {open.length === 0 ? <EmptyState heading={t('Er wacht geen voorstel', 'No proposal waits')} icon="ok" /> : <div class="wb-stack">{open.map((proposal) => <Waiting {...{ proposal, entry, lookups, mayDecide, typed }} here={here(c)} />)}</div>}
            <Decided proposals={proposals.filter(({ state }) => state !== 'open')} />
          </>
        ),
      }, status)
    })
  }
  return app
}

function Waiting({ proposal, entry, lookups, here, mayDecide, typed }: { proposal: Proposal; entry: Entry; lookups: Lookups; here: string; mayDecide: boolean; typed: Typed }) {
  const { id, kind, content, by, madeAt, fileId, fileName } = proposal
  const { words, fields } = proposalKinds[kind]
  const isOwn = typed.proposal === id
  const before = kind === 'contacts' || kind === 'security' ? entry.input : undefined
  const rows = (of: Readonly<Record<string, unknown>>) => Object.entries(fields as Fields).map(([key, field]) => ({ term: say(field.words), description: <FieldValue field={field} value={of[key]} lookups={lookups} /> }))
  return (
    <Card heading={say(words)}>
      <p class="wb-subtle">{by}, {sayMoment(madeAt)}</p>
      <DescriptionList terms={rows(content)} />
      {fileId !== null && <p><Link href={`${here}/${id}/bestand`}>{t('Bewijs bekijken', 'Look at the proof')}: {fileName}</Link></p>}
      {before && <Details summary={t('Wat er nu staat', 'What stands there now')}><DescriptionList terms={rows(before)} /></Details>}
      {mayDecide && (
        <>
          <Form action={`${here}/${id}`} defaultAction="accept">
            {kind === 'sub_processor' && (
              <>
                <TextArea name="conditions" label={t('Voorwaarden', 'Conditions')} hint={t('Leeg: toestemming zonder voorwaarden.', 'Empty: consent without conditions.')} optional value={isOwn ? typed.conditions : ''} rows={3} error={isOwn ? faultAt(typed.faults, 'conditions') : undefined} />
                <Checkbox name="transfer" label={t('Ook toestemming voor doorgifte buiten de EER', 'Also consent to transfer outside the EEA')} />
              </>
            )}
            <SubmitBar primary={kind === 'sub_processor' ? t('Toestemming geven', 'Consent') : t('Overnemen', 'Take over')} primaryAction="accept" />
          </Form>
          <Details summary={t('Niet overnemen', 'Don’t take over')} open={isOwn && faultAt(typed.faults, 'reason') !== undefined}>
            <Form action={`${here}/${id}`} defaultAction="refuse">
              <TextArea name="reason" label={t('Waarom niet', 'Why not')} hint={t('De verwerker leest dit.', 'The processor reads this.')} value={isOwn ? typed.reason : ''} rows={3} error={isOwn ? faultAt(typed.faults, 'reason') : undefined} />
              <SubmitBar primary={t('Weigeren', 'Refuse')} primaryAction="refuse" />
            </Form>
          </Details>
        </>
      )}
    </Card>
  )
}

function Decided({ proposals }: { proposals: readonly Proposal[] }) {
  if (proposals.length === 0) return null
  return (
    <Section heading={t('Eerder', 'Before')} id="eerder">
      <ul class="wb-values">{proposals.map(({ kind, content, state, decidedAt, reason }) => <li>{say(proposalKinds[kind].words)}{typeof content.name === 'string' && <>: {content.name}</>}: <strong>{sayState(state)}</strong>{decidedAt && <>, {sayMoment(decidedAt)}</>}{reason !== null && <><br /><span class="wb-subtle">{reason}</span></>}</li>)}</ul>
    </Section>
  )
}

export function sayState(state: Proposal['state']): string {
  switch (state) {
    case 'open': return t('wacht op antwoord', 'waits for an answer')
    case 'accepted': return t('overgenomen', 'taken over')
    case 'refused': return t('geweigerd', 'refused')
    case 'withdrawn': return t('ingetrokken', 'withdrawn')
  }
}
