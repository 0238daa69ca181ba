// Decision routes: the wizard at `/:id/beslissen`: it looks a decision over as often as wanted, and takes it only when the law asks nothing more of it (H-29, H-34, H-36, M-14).
import { Hono } from 'hono'
import { Conflict, type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Section } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { formState, rawFromInput } from '../../register-kit/form-state.ts'
import { rawFromForm } from '../../register-kit/form-values.ts'
import { workOf } from '../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { readInput, readStep } from '../../register-kit/read-input.ts'
import { baseOf, entryId, mustBeAllowed, recordPersons, showPage, type Status, textEntries, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { asFault, draftOf, mandatesFor, processingFacts } from './decide.ts'
import { decisionFaults } from './decision-faults.ts'
import { DecisionForm } from './decision-form.tsx'
import { waysOn } from './desk-sections.tsx'
import { requests } from './register.ts'
import type { RequestInput } from './step-kit.ts'

const verb = requests.lifecycle.verbs.decide!
const asked = verb.fields!

/** For `registerDoors`. */
export function decisionRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/:id/beslissen', (c) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, requests, entryId(c, requests))
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return page(c, scope, entry, kept ? rawFromForm(asked, kept.fields) : rawFromInput(asked, entry.input), { keptId: kept && c.req.query('bewaard') })
  }))

  app.post('/:id/beslissen', async (c) => {
    const id = entryId(c, requests)
    const sent = await textEntries(c)
    const last = (name: string) => sent.findLast(([key]) => key === name)?.[1]
    const raw = rawFromForm(asked, sent)
    if (last('_action') !== 'decide') {
      return scopeOf(c, house, async (scope) => page(c, scope, await loadEntry(scope, requests, id), raw, { isChecked: true, keptId: last('kept') }))
    }
    const revision = Number(last('revision'))
    try {
      await scopeOf(c, house, async (scope) => {
        const entry = await loadEntry(scope, requests, id)
        mustBeAllowed(scope, requests, 'decide', workOf(requests, entry))
        // Who pressed on what somebody else changed meanwhile hears that first, whatever it became.
        if (Number.isInteger(revision) && revision !== entry.system.revision) throw new Conflict()
        await perform(scope, requests, 'decide', id, await readStep(scope, verb, raw), Number.isInteger(revision) ? { revision } : {})
      })
    } catch (error) {
      const refused = error instanceof Invalid ? { faults: error.faults, status: 400 as const } : error instanceof Conflict ? { faults: [], status: 409 as const, isOvertaken: true }
        : error instanceof Refused ? { faults: [{ at: '', message: error.message }], status: 409 as const } : undefined
      if (!refused) throw error
      return scopeOf(c, house, async (scope) => page(c, scope, await loadEntry(scope, requests, id), raw, { ...refused, isChecked: true, keptId: last('kept') }))
    }
    const keptId = last('kept')
    if (keptId) await dropKeptForm(house, keptId, c.get('who').actor.accountId)
    return c.redirect(`${baseOf(c, requests)}/${id}?gedaan=decide`, 303)
  })

  type Shown = { readonly faults?: readonly Fault[]; readonly status?: Status; readonly isOvertaken?: boolean; readonly isChecked?: boolean; readonly keptId?: string | undefined }

  async function page(c: Visit, scope: Scope, entry: Entry, raw: AnyInput, { faults = [], status = 200, isOvertaken = false, isChecked = false, keptId }: Shown) {
    mustBeAllowed(scope, requests, 'decide', workOf(requests, entry))
    await recordPersons(scope, requests, entry.input, 'gewogen voor een besluit')
    const base = `${baseOf(c, requests)}/${entry.id}`
    const frame = { heading: t('Besluit nemen', 'Decide'), crumbs: toEntry(c, requests, entry) }
    const stored = entry.input as RequestInput
    if (!verb.when(workOf(requests, entry)) || stored.right === null) {
      return showPage(c, house, requests, {
        ...frame, failed: true,
        children: (
          <Alert tone="warning" heading={stored.right === null ? t('Leg eerst vast om welk recht het gaat', 'First record which right it is about') : t('Over dit verzoek is al besloten', 'This request has been decided already')}>
            <p>{stored.right === null ? t('Zonder recht is er niets te wegen.', 'Without a right there is nothing to weigh.') : t('Een collega was u voor, of het verzoek is afgesloten. Kijk wat er besloten is; klopt het niet, open het verzoek dan weer.', 'A colleague was before you, or the request was closed. See what was decided; if it isn’t right, open the request again.')}</p>
            <ButtonGroup><ButtonLink href={base}>{t('Naar het verzoek', 'To the request')}</ButtonLink></ButtonGroup>
          </Alert>
        ),
      }, status === 200 ? 409 : status)
    }
    const { input, faults: unread } = await readInput(scope, { fields: asked }, raw)
    const draft = { ...stored, ...input } as RequestInput
    const found = isChecked ? decisionFaults(stored.right, draftOf(draft, scope.organisation.kind)) : []
    const blocking = faults.length > 0 || isOvertaken ? faults : [...unread, ...found.filter(({ severity }) => severity === 'blocking').map(asFault)]
    const shown = isChecked ? blocking : []
    const state = await formState(scope, asked, raw, shown, [entry.input])
    return showPage(c, house, requests, {
      ...frame, failed: shown.length > 0 || isOvertaken, lead: <p>{t('U weegt stap voor stap: klopt het verzoek, is er een grond om te weigeren, en wat besluit u. Kijk het na zo vaak u wilt; er ligt pas iets vast als u het besluit neemt.', 'You weigh step by step: does the request hold, is there a ground to refuse, and what do you decide. Look it over as often as you like; nothing is fixed until you decide.')}</p>,
      children: (
        <>
          {isOvertaken && <Alert tone="error" heading={t('Een collega wijzigde dit verzoek intussen', 'A colleague changed this request meanwhile')}><p>{t('Wat u typte, staat hieronder. Kijk eerst wat er veranderd is, en neem dan uw besluit.', 'What you typed stands below. First see what changed, and then decide.')} <a class="utrecht-link utrecht-link--html-a" href={`${base}/geschiedenis`}>{t('Geschiedenis', 'History')}</a></p></Alert>}
          {entry.system.status === 'received' && <Alert tone="warning" heading={t('Nog niet is gezien wie dit vraagt', 'It hasn’t been seen yet who asks this')}><p>{t('U kunt het verzoek nu alleen niet in behandeling nemen, bijvoorbeeld omdat niet vast te stellen is om wie het gaat.', 'Now you can only not take the request up, for instance because it can’t be established who it is about.')}</p></Alert>}
          {isChecked && shown.length === 0 && !isOvertaken && <Alert tone="ok" heading={t('Er ontbreekt niets: u kunt het besluit nemen', 'Nothing is missing: you can decide')} />}
          <DecisionForm action={`${base}/beslissen`} back={base} revision={entry.system.revision} right={stored.right} kind={scope.organisation.kind} state={state} facts={processingFacts(draft)} notes={found.filter(({ severity }) => severity === 'attention')} mandates={await mandatesFor(scope)} keptId={keptId} />
          {isChecked && draft.outcome !== null && (
            <Section id="wat-nu" heading={t('4. Wat in de brief staat over wat iemand kan doen', '4. What the letter says of what somebody can do')}>
              {waysOn(scope, entry, draft.outcome).map((remedy) => <p><strong>{say(remedy.heading)}.</strong> {say(remedy.words)} <span class="wb-subtle">({sayCitation(remedy.citation)})</span></p>)}
            </Section>
          )}
        </>
      ),
    }, status)
  }

  return app
}
