// Draft routes: making a new version: begin, change by form or file, submit, and adopt.
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { Conflict, type Fault, Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Confirm, ErrorSummary } from '../../page-kit/form.tsx'
import { DateInput } from '../../page-kit/inputs.tsx'
import { profileInForce } from '../../policy/in-force.ts'
import type { KnownEvidence } from '../../policy/known-evidence.ts'
import { parameterNames } from '../../policy/profile.ts'
import { type ProfileFault, readProfile } from '../../policy/read-profile.ts'
import { mostCharacters } from '../../policy/yaml-text.ts'
import { faultAt, type Fields, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { adoptDraft, mayAdopt, whyNotAdopt } from './adopt.ts'
import { DifferencesView } from './compare-page.tsx'
import { differencesOf } from './differences.ts'
import { changeDraft, dropDraft, findDraft, lockDraft, proposeDraft, startDraft, takeBackDraft } from './draft.ts'
import { NormForm, TermsForm } from './draft-forms.tsx'
import { atNormField, atParameter, type Content, withNorm, withParameters } from './draft-input.ts'
import { DraftPage } from './draft-page.tsx'
import { openCases } from './open-cases.ts'
import { OpenCasesView } from './open-cases-view.tsx'
import { baseOf, crumbs, mayEdit, profilePage, type Visit } from './profile-page.tsx'

export function draftRoutes(house: House, known: KnownEvidence): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const step = (path: string, done: string, work: (scope: Scope, fields: Fields, c: Visit) => Promise<unknown>) => app.post(path, async (c) => {
    const fields = await readFields(c)
    const faults = await faultsOf(c, house, (scope) => work(scope, fields, c))
    return faults ? showDraft(c, house, { faults, typedNote: path === '/voorleggen' ? fields.raw('note') : undefined }) : c.redirect(`${baseOf(c)}${done === 'weg' ? '' : '/concept'}?gedaan=${done}`, 303)
  })
  app.get('/', (c) => showDraft(c, house, {}))
  app.post('/', async (c) => {
    const from = (await readFields(c)).one('van')
    await scopeOf(c, house, (scope) => { onlyEditors(scope); return startDraft(scope, from) })
    return c.redirect(`${baseOf(c)}/concept?gedaan=begonnen`, 303)
  })
  step('/voorleggen', 'voorgelegd', (scope, fields) => { onlyEditors(scope); return proposeDraft(scope, fields.one('note')) })
  step('/terugnemen', 'teruggenomen', (scope) => { onlyEditors(scope); return takeBackDraft(scope) })
  step('/weggooien', 'weg', (scope) => { onlyEditors(scope); return dropDraft(scope) })
  app.get('/weggooien', (c) => profilePage(c, house, {
    heading: t('Concept weggooien', 'Throw the draft away'), narrow: true, crumbs: crumbs(c, { words: t('Concept', 'Draft'), href: `${baseOf(c)}/concept` }),
    children: <Confirm action={`${baseOf(c)}/concept/weggooien`} danger button={t('Weggooien', 'Throw away')} cancel={{ words: t('Terug', 'Back'), href: `${baseOf(c)}/concept` }}
      consequences={[t('Alles wat in het concept is gewijzigd, verdwijnt.', 'Everything changed in the draft disappears.'), t('Wat nu geldt, blijft gelden.', 'What holds now goes on holding.')]} />,
  }))
  app.get('/normen/:id', (c) => showNorm(c, house, {}))
  app.post('/normen/:id', async (c) => {
    const fields = await readFields(c)
    const faults = await faultsOf(c, house, (scope) => save(scope, fields, known, (profile) => withNorm(profile, placeOf(profile, c), fields), (fault, profile) => atNormField(fault, placeOf(profile, c))))
    return faults ? showNorm(c, house, { faults, typed: fields }) : c.redirect(`${baseOf(c)}/concept?gedaan=opgeslagen#verschil`, 303)
  })
  app.get('/termijnen', (c) => showTerms(c, house, {}))
  app.post('/termijnen', async (c) => {
    const fields = await readFields(c)
    const faults = await faultsOf(c, house, (scope) => save(scope, fields, known, (profile) => withParameters(profile, fields, parameterNames), atParameter))
    return faults ? showTerms(c, house, { faults, typed: fields }) : c.redirect(`${baseOf(c)}/concept?gedaan=opgeslagen#verschil`, 303)
  })
  app.post('/bestand', async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return showDraft(c, house, { faults: [{ at: 'file', message: t('Kies een bestand.', 'Choose a file.') }] })
    const text = file.size > mostCharacters * 4 ? 'x'.repeat(mostCharacters + 1) : await file.text()
    const { profile, faults: fileFaults } = readProfile(file.name.replace(/^.*[\\/]/, '').slice(0, 100), text, known, {})
    if (!profile) return showDraft(c, house, { fileFaults })
    const faults = await faultsOf(c, house, (scope) => { onlyEditors(scope); return changeDraft(scope, profile, Number(form.get('revision')), known) })
    return faults ? showDraft(c, house, { faults: faults.map(({ message }) => ({ at: '', message })) }) : c.redirect(`${baseOf(c)}/concept?gedaan=overgenomen`, 303)
  })
  app.get('/vaststellen', (c) => showAdopt(c, house, []))
  app.post('/vaststellen', async (c) => {
    const fields = await readFields(c)
    const faults = await faultsOf(c, house, (scope) => adoptDraft(scope, { validFrom: fields.one('valid_from'), revision: Number(fields.one('revision')) }, known))
    return faults ? showAdopt(c, house, faults, fields.one('valid_from')) : c.redirect(`${baseOf(c)}?gedaan=vastgesteld`, 303)
  })
  return app
}

async function save(scope: Scope, fields: Fields, known: KnownEvidence, change: (profile: Profile) => Content, place: (fault: Fault, profile: Profile) => Fault): Promise<void> {
  onlyEditors(scope)
  const { profile } = await lockDraft(scope)
  const { content, faults } = change(profile)
  if (faults.length > 0) throw new Invalid(faults)
  try {
    await changeDraft(scope, content, Number(fields.one('revision')), known)
  } catch (error) {
    throw error instanceof Invalid ? new Invalid(error.faults.map((fault) => place(fault, profile))) : error
  }
}

type Profile = Awaited<ReturnType<typeof lockDraft>>['profile']

function placeOf({ norms }: Profile, c: Visit): number {
  const place = norms.findIndex(({ id }) => id === c.req.param('id'))
  if (place < 0) throw new NotFound()
  return place
}

function onlyEditors(scope: Scope): void {
  if (!mayEdit(scope)) throw new NotAllowed(t('De FG en de privacy officer werken aan het beleidsprofiel.', 'The DPO and the privacy officer work on the policy profile.'))
}

/** What is wrong, to show on the page; undefined when it was done. */
async function faultsOf(c: Visit, house: House, work: (scope: Scope) => Promise<unknown>): Promise<readonly Fault[] | undefined> {
  try {
    await scopeOf(c, house, work)
    return undefined
  } catch (error) {
    if (error instanceof Invalid) return error.faults
    if (error instanceof Refused || error instanceof Conflict) return [{ at: '', message: error.message }]
    throw error
  }
}

function showDraft(c: Visit, house: House, { faults = [], fileFaults = [], typedNote }: { faults?: readonly Fault[]; fileFaults?: readonly ProfileFault[]; typedNote?: string | undefined }) {
  return scopeOf(c, house, async (scope) => {
    const draft = await findDraft(scope)
    const inForce = (await profileInForce(scope))?.profile
    return profilePage(c, house, {
      heading: t('Concept van het beleidsprofiel', 'Draft of the policy profile'), crumbs: crumbs(c), status: faults.length + fileFaults.length > 0 ? 400 : 200, faults,
      children: <DraftPage base={baseOf(c)} draft={draft} inForce={inForce} cases={await openCases(scope, inForce, draft.profile)} mayEdit={mayEdit(scope)} mayAdopt={await mayAdopt(scope)} faults={faults} fileFaults={fileFaults} typedNote={typedNote} />,
    })
  })
}

function showNorm(c: Visit, house: House, { faults = [], typed }: { faults?: readonly Fault[]; typed?: Fields }) {
  return scopeOf(c, house, async (scope) => {
    onlyEditors(scope)
    const { profile, revision } = await findDraft(scope)
    const norm = profile.norms[placeOf(profile, c)]!
    return profilePage(c, house, {
      heading: t(`Norm ${norm.id} wijzigen`, `Change norm ${norm.id}`), narrow: true, faults, crumbs: crumbs(c, { words: t('Concept', 'Draft'), href: `${baseOf(c)}/concept` }),
      children: <NormForm action={`${baseOf(c)}/concept/normen/${norm.id}`} cancel={`${baseOf(c)}/concept`} profile={profile} revision={revision} faults={faults} typed={typed} norm={norm} />,
    })
  })
}

function showTerms(c: Visit, house: House, { faults = [], typed }: { faults?: readonly Fault[]; typed?: Fields }) {
  return scopeOf(c, house, async (scope) => {
    onlyEditors(scope)
    const { profile, revision } = await findDraft(scope)
    return profilePage(c, house, {
      heading: t('Termijnen wijzigen', 'Change the terms'), narrow: true, faults, crumbs: crumbs(c, { words: t('Concept', 'Draft'), href: `${baseOf(c)}/concept` }),
      lead: <p>{t('Laat leeg wat het beleid niet regelt.', 'Leave empty what the policy doesn’t settle.')}</p>,
      children: <TermsForm action={`${baseOf(c)}/concept/termijnen`} cancel={`${baseOf(c)}/concept`} profile={profile} revision={revision} faults={faults} typed={typed} names={parameterNames} />,
    })
  })
}

function showAdopt(c: Visit, house: House, faults: readonly Fault[], typed?: string) {
  return scopeOf(c, house, async (scope) => {
    if (!(await mayAdopt(scope))) throw new NotAllowed(t('Een beheerder of iemand van de leiding stelt het beleidsprofiel vast.', 'An administrator or somebody of the management adopts the policy profile.'))
    const draft = await findDraft(scope)
    const inForce = (await profileInForce(scope))?.profile
    const why = await whyNotAdopt(scope, draft)
    return profilePage(c, house, {
      heading: t('Beleidsprofiel vaststellen', 'Adopt the policy profile'), faults, crumbs: crumbs(c, { words: t('Concept', 'Draft'), href: `${baseOf(c)}/concept` }),
      children: (
        <>
          <ErrorSummary faults={faults} />
          {draft.note && <Alert heading={t('Wat er verandert en waarom', 'What changes and why')}><p>{draft.note}</p></Alert>}
          <OpenCasesView cases={await openCases(scope, inForce, draft.profile)} />
          {inForce && <DifferencesView differences={differencesOf(inForce, draft.profile)} leftWords={t('Geldt nu', 'Holds now')} rightWords={t('Nieuw', 'New')} onlyChanged />}
          {why ? <Alert tone="warning" heading={t('U kunt dit nu niet vaststellen', 'You can’t adopt this now')}><p>{why}</p></Alert> : (
            <Confirm action={`${baseOf(c)}/concept/vaststellen`} hidden={{ revision: String(draft.revision) }} button={t('Vaststellen', 'Adopt')} cancel={{ words: t('Terug', 'Back'), href: `${baseOf(c)}/concept` }}
              consequences={[t('De versie verandert daarna nooit meer.', 'The version never changes after that.'), t('Lopende zaken houden de termijn waarmee zij begonnen.', 'Running cases keep the term that they began with.'), t('Zaken die vanaf die dag beginnen, volgen de nieuwe versie.', 'Cases that begin from that day follow the new version.')]}>
              <DateInput name="valid_from" label={t('Geldt vanaf', 'Holds from')} value={typed ?? dayOf(scope.now)} min={dayOf(scope.now)} error={faultAt(faults, 'valid_from')} />
            </Confirm>
          )}
        </>
      ),
    })
  })
}
