// Routes: the page with the organisation's own settings, for its administrators.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { Conflict, type Fault, Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { Page } from '../../page-kit/layout.tsx'
import { loadProfiles } from '../../policy/profiles.ts'
import type { House } from '../../people/house.ts'
import { digestOf, forgetHouseStyle, readTheme } from '../../people/house-styles.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readHistory } from '../../register-kit/history.ts'
import { parseInput } from '../../register-kit/parse.ts'
import { fields, type SettingKey, type Settings, settingsKey } from './declaration.ts'
import { changeOfficeHours, hoursInForce, hoursName, officeHoursKey, type TypedHours, weekdayWords } from './office-hours.ts'
import { changeSettings, type Clash, readSettings } from './settings.ts'
import { SettingsPage, type Typed } from './settings-page.tsx'
import { changeTheme, dropTheme, themeKey, type TypedTheme } from './theme.ts'

type Visit = Context<PeopleEnv>
const keys = Object.keys(fields) as SettingKey[]
const noLookups = { terms: new Map(), references: { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } }

/** The page `/:slug/organisatie`; `withScope` has run before. */
export function organisationSettingsRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.use('*', async (c, next) => {
    onlyFor(c.get('who'), t('beheerders', 'administrators'), 'administrator')
    await next()
  })

  app.get('/', async (c) => {
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    if (kept?.action.endsWith('/huisstijl')) return show(c, { typedTheme: { ...typedThemeFrom(new Map(kept.fields)), keptId: c.req.query('bewaard') } })
    if (kept?.action.endsWith('/kantooruren')) return show(c, { typedHours: { ...typedHoursFrom(new Map(kept.fields)), keptId: c.req.query('bewaard') } })
    return show(c, kept ? { typed: typedFrom(kept.fields), revision: kept.fields.find(([name]) => name === 'revision')?.[1], keptId: c.req.query('bewaard') } : {})
  })

  app.post('/', async (c) => {
    const entries = [...await c.req.formData().catch(() => new FormData())].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : [])
    const typed = typedFrom(entries)
    const { revision, kept: keptId } = Object.fromEntries(entries)
    try {
      const { input, faults } = parseInput(fields, typed, noLookups)
      if (faults.length > 0) throw new Invalid(faults)
      const outcome = await scopeOf(c, house, (scope) => changeSettings(scope, input, Number(revision)))
      if ('clash' in outcome) {
        // What only the other changed stands in the form already; where both did, what this one typed.
        const merged = { ...typedOf(outcome.clash.merged as Settings), ...Object.fromEntries(outcome.clash.conflicts.map(({ field }) => [field, typed[field as SettingKey]])) }
        return show(c, { typed: merged, revision: String(outcome.clash.revision), keptId, clash: outcome.clash }, 409)
      }
      if (keptId) await dropKeptForm(house, keptId, c.get('who').actor.accountId)
      return c.redirect(`/${c.get('who').organisation.slug}/organisatie?gedaan=${outcome.takenOver.length > 0 ? 'samen' : 'opgeslagen'}`, 303)
    } catch (error) {
      if (error instanceof Invalid) return show(c, { typed, revision, keptId, faults: error.faults }, 400)
      if (error instanceof Conflict) return show(c, { typed, keptId, faults: [{ at: '', message: outdated() }] }, 409)
      throw error
    }
  })

  app.post('/kantooruren', async (c) => {
    const typedHours = typedHoursFrom(await c.req.formData().catch(() => new FormData()))
    try {
      await scopeOf(c, house, (scope) => changeOfficeHours(scope, typedHours))
    } catch (error) {
      if (error instanceof Invalid) return show(c, { typedHours, faults: error.faults }, 400)
      if (error instanceof Conflict) return show(c, { typedHours: { ...typedHours, seen: '' }, faults: [{ at: '', message: outdated() }] }, 409)
      throw error
    }
    if (typedHours.keptId) await dropKeptForm(house, typedHours.keptId, c.get('who').actor.accountId)
    return c.redirect(`/${c.get('who').organisation.slug}/organisatie?gedaan=kantooruren#kantooruren`, 303)
  })

  app.post('/huisstijl', async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    const typedTheme = typedThemeFrom(form)
    const sent = form.get('logo')
    const file = sent instanceof File && sent.size > 0 ? Buffer.from(await sent.arrayBuffer()) : undefined
    try {
      await scopeOf(c, house, (scope) => changeTheme(scope, { ...typedTheme, file }))
    } catch (error) {
      if (error instanceof Invalid) return show(c, { typedTheme, faults: error.faults }, 400)
      if (error instanceof Conflict) return show(c, { typedTheme: { ...typedTheme, seen: '' }, faults: [{ at: '', message: outdated() }] }, 409)
      throw error
    }
    if (typedTheme.keptId) await dropKeptForm(house, typedTheme.keptId, c.get('who').actor.accountId)
    return toTheme(c, 'huisstijl')
  })

  app.post('/huisstijl/neutraal', async (c) => {
    await scopeOf(c, house, dropTheme)
    return toTheme(c, 'neutraal')
  })

  function toTheme(c: Visit, done: string): Response {
    const { slug } = c.get('who').organisation
    forgetHouseStyle(slug)
    return c.redirect(`/${slug}/organisatie?gedaan=${done}#huisstijl`, 303)
  }

  function show(c: Visit, form: { typedTheme?: TypedTheme; typedHours?: TypedHours; typed?: Typed; revision?: string; keptId?: string; faults?: readonly Fault[]; clash?: Clash }, status: 200 | 400 | 409 = 200) {
    return scopeOf(c, house, async (scope) => {
      const inForce = await readSettings(scope)
      const theme = await readTheme(scope)
      const events = [...await readHistory(scope, settingsKey, scope.organisation.id, { limit: 50 }), ...await readHistory(scope, themeKey, scope.organisation.id, { limit: 50 }), ...await readHistory(scope, officeHoursKey, scope.organisation.id, { limit: 50 })]
        .toSorted((one, other) => one.id < other.id ? 1 : -1)
      const persons = [...new Set(events.flatMap(({ personId }) => personId ? [personId] : []))]
      await recordAccess(scope, { name: 'Instellingen van de organisatie bekeken', subjects: persons.map((id) => ({ type: 'person', id })) })
      const done = doneWords()[c.req.query('gedaan') ?? '']
      return c.html(
        <Page {...house.frame(c, c.get('who'))} heading={t('Organisatie', 'Organisation')} lead={<p>{t('Wie u bent, waar burgers u bereiken, welk beleid geldt en hoe uw pagina’s eruitzien.', 'Who you are, where citizens reach you, which policy holds and what your pages look like.')}</p>} failed={(form.faults ?? []).length > 0} flash={done ? { tone: 'ok', words: done } : undefined}>
          <SettingsPage
            action={`/${scope.organisation.slug}/organisatie`} publicHref={`/openbaar/${scope.organisation.slug}/verwerkingen`} kind={scope.organisation.kind} inForce={inForce} events={events} profiles={loadProfiles()}
            typed={form.typed ?? typedOf(inForce.settings)} revision={form.revision ?? String(inForce.revision)} keptId={form.keptId} faults={form.faults ?? []} clash={form.clash}
            hours={{ action: `/${scope.organisation.slug}/organisatie/kantooruren`, hours: await hoursInForce(scope), typed: form.typedHours, faults: form.faults ?? [] }}
            theme={{ action: `/${scope.organisation.slug}/organisatie/huisstijl`, logoHref: `/openbaar/${scope.organisation.slug}/logo?v=${digestOf(theme)}`, theme, typed: form.typedTheme, faults: form.faults ?? [] }}
          />
        </Page>, status)
    })
  }
  return app
}

function doneWords(): Readonly<Record<string, string | undefined>> {
  return {
    opgeslagen: t('Opgeslagen.', 'Saved.'),
    samen: t('Opgeslagen. Wat een andere beheerder intussen wijzigde, is meegenomen.', 'Saved. What another administrator changed in the meantime has been taken in.'),
    kantooruren: t('De kantooruren zijn opgeslagen. Ze gelden voor termijnen die vanaf nu beginnen.', 'The office hours have been saved. They hold for terms that begin from now on.'),
    huisstijl: t('De huisstijl is opgeslagen.', 'The house style has been saved.'),
    neutraal: t('De pagina’s zijn weer neutraal.', 'The pages are neutral again.'),
  }
}

function outdated(): string {
  return t('Deze pagina was verouderd. Hieronder staat wat u typte; sla opnieuw op.', 'This page was out of date. Below is what you typed; save again.')
}

function typedThemeFrom(fields: { get: (name: string) => FormDataEntryValue | null | undefined }): TypedTheme {
  const one = (name: string) => { const value = fields.get(name); return typeof value === 'string' ? value : '' }
  return { accent: one('accent'), letterhead: one('letterhead'), removeLogo: one('logo_remove') === 'yes', seen: one('seen'), keptId: one('kept') || undefined }
}

function typedHoursFrom(fields: { get: (name: string) => FormDataEntryValue | null | undefined }): TypedHours {
  const one = (name: string) => { const value = fields.get(name); return typeof value === 'string' ? value : '' }
  return { days: weekdayWords.map((_, index) => one(hoursName(index + 1))), seen: one('hours_seen'), keptId: one('kept') || undefined }
}

function typedFrom(entries: readonly (readonly [string, string])[]): Typed {
  return Object.fromEntries(keys.map((key) => [key, entries.findLast(([name]) => name === key)?.[1] ?? ''])) as Typed
}

function typedOf(settings: Settings): Typed {
  return Object.fromEntries(keys.map((key) => {
    const value = settings[key]
    return [key, value === true ? 'yes' : value === false ? 'no' : value ?? '']
  })) as Typed
}
