// Section routes: one section of a questionnaire at a time: shown, saved as a whole by the button, or answer by answer by the page itself.
import { Hono } from 'hono'
import { sayMoment } from '../../../ground/clock.ts'
import { Invalid, NotFound } from '../../../ground/refusals.ts'
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { House } from '../../../people/house.ts'
import type { PeopleEnv } from '../../../people/with-scope.ts'
import { loadEntry } from '../../../register-kit/perform.ts'
import { textEntries, type Visit } from '../../../register-kit/web/visit.tsx'
import { layoutOf } from '../../../questionnaires/layout.ts'
import { changedAnswers, seenOf, valueOf } from '../../../questionnaires/read-section.ts'
import { answerName } from '../../../questionnaires/section-view.tsx'
import type { AnswerValue, Sheet } from '../../../questionnaires/sheet.ts'
import { chooseText, notePresence, presentOthers, remarksOf, waitingTexts } from './beside-answers.ts'
import { addCopy, removeCopy } from './copies.ts'
import type { FillingBook } from './filling-book.ts'
import { fillingVisit, type Opened, sectionOf } from './filling-visit.tsx'
import { loadFilling } from './fillings.ts'
import { questionAt, saveAnswer } from './save-answer.ts'
import { questionnaireIsland, SectionPage } from './section-page.tsx'

type Typed = { readonly values: ReadonlyMap<string, AnswerValue>; readonly faults: readonly { at: string; message: string }[] }
const untouched: Typed = { values: new Map(), faults: [] }

export function sectionRoutes(house: House, book: FillingBook): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { opened, asSaver, filling, show } = fillingVisit(house, book)

  app.get('/:id/invullen/deel/:section', (c) => opened(c, (one) => showSection(c, one, untouched)))

  app.post('/:id/invullen/deel/:section', async (c) => {
    const entries = await textEntries(c)
    const action = entries.find(([name]) => name === '_action')?.[1] ?? 'save'
    try {
      return await filling(c, async (one) => {
        const { scope, entry } = one
        const section = sectionOf(c, one)
        const { saved, conflicts } = await saveAll(scope, one, entries)
        const chosen = await chooseAll(scope, entry.id, entries)
        await setCompleted(scope, entry.id, section.id, entries.some(([name]) => name === 'done'))
        const to = await actOn(scope, entry.id, action)
        await book.changed(scope, entry.id)
        const { sections } = one.sheet.definition
        const next = sections[sections.indexOf(section) + 1]
        const where = action === 'next' && conflicts.length === 0 ? next ? `deel/${next.id}` : '' : `deel/${section.id}`
        const told = conflicts.length > 0 ? `?botsing=${conflicts.length}` : saved + chosen > 0 ? `?bewaard=${saved + chosen}` : ''
        return c.redirect(`${one.base}${where === '' ? '' : `/${where}`}${told}${conflicts[0] === undefined ? to : anchorOf(conflicts[0])}`, 303)
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return opened(c, (one) => showSection(c, one, { values: new Map(changedAnswers(layoutOf(one.sheet, sectionOf(c, one)), entries).map(({ address, value }) => [address, value])), faults: error.faults }, 400))
    }
  })

  app.post('/:id/invullen/antwoord', async (c) => {
    const entries = await textEntries(c)
    const one = (name: string) => entries.find(([key]) => key === name)?.[1] ?? ''
    const address = one('address')
    const seen = Number(one('seen').split('.')[0]) || 0
    try {
      const result = await asSaver(c, async ({ scope, id, filling: begun }) => {
        const value = valueOf(questionAt(begun, address).item, entries.filter(([name]) => name === 'value').map(([, text]) => text))
        return { ...await saveAnswer(scope, id, address, value, seen, begun), value, at: scope.now }
      })
      if (result.outcome === 'conflict') return c.json({ words: t('Iemand anders schreef hier tegelijk iets. Beide teksten zijn bewaard: laad de pagina opnieuw en kies.', 'Somebody else wrote something here at the same time. Both texts were kept: load the page again and choose.') }, 409)
      return c.json({ seen: seenOf(result.revision, result.value), words: t(`Bewaard, ${sayMoment(result.at)}.`, `Saved, ${sayMoment(result.at)}.`) })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return c.json({ words: error.faults.map(({ message }) => message).join(' ') }, 400)
    }
  })
  return app

  async function showSection(c: Visit, one: Opened, typed: Typed, status: 200 | 400 = 200) {
    const section = sectionOf(c, one)
    const id = one.entry.id
    await notePresence(one.scope, id, section.id)
    const faults = typed.faults.map(({ at, message }) => ({ at: answerName(at), message }))
    const page = { opened: one, earlier: await earlierSheet(one), section, waiting: await waitingTexts(one.scope, id), remarks: await remarksOf(one.scope, id), present: await presentOthers(one.scope, id), typed: typed.values, faults }
    const [saved, conflicts] = [c.req.query('bewaard'), c.req.query('botsing')]
    return show(c, one, {
      ...SectionPage(page), islands: [questionnaireIsland], failed: faults.length > 0, trail: [],
      flash: conflicts !== undefined
        ? { tone: 'warning', words: t('Iemand anders wijzigde intussen hetzelfde antwoord. Beide teksten zijn bewaard; kies hieronder welke geldt.', 'Somebody else changed the same answer in the meantime. Both texts were kept; choose below which one holds.') }
        : saved === undefined ? undefined : { tone: 'ok', words: t('Bewaard.', 'Saved.') },
    }, status)
  }

  /** Only of an assessment that the reader may see too. */
  async function earlierSheet({ scope, entry }: Opened): Promise<Sheet | undefined> {
    const id = book.earlierOf?.(entry) ?? null
    if (id === null) return undefined
    try {
      await loadEntry(scope, book.register, id)
      return (await loadFilling(scope, id)).sheet
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }
}

/** All or nothing: one answer that doesn't fit keeps the others from being written, and everything typed comes back. */
async function saveAll(scope: Scope, one: Opened, entries: readonly (readonly [string, string])[]): Promise<{ saved: number; conflicts: string[] }> {
  const parts = one.sheet.definition.sections.map((section) => layoutOf(one.sheet, section))
  const faults: { at: string; message: string }[] = []
  const conflicts: string[] = []
  let saved = 0
  for (const { address, value, seen } of parts.flatMap((section) => changedAnswers(section, entries))) {
    try {
      const result = await saveAnswer(scope, one.entry.id, address, value, seen, one.filling)
      if (result.outcome === 'conflict') conflicts.push(address)
      else saved++
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      faults.push(...error.faults)
    }
  }
  if (faults.length > 0) throw new Invalid(faults)
  return { saved, conflicts }
}

async function chooseAll(scope: Scope, assessmentId: string, entries: readonly (readonly [string, string])[]): Promise<number> {
  const chosen = entries.filter(([name, value]) => name.startsWith('c.') && (value === 'take' || value === 'keep'))
  for (const [name, value] of chosen) await chooseText(scope, assessmentId, name.slice(2), value as 'take' | 'keep')
  return chosen.length
}

async function setCompleted(scope: Scope, assessmentId: string, section: string, isDone: boolean): Promise<void> {
  const row = { organisation_id: scope.organisation.id, assessment_id: assessmentId, section }
  if (isDone) await scope.tx.insertInto('assessment_section').values({ ...row, completed_at: scope.now, completed_by: scope.actor.kind === 'person' ? scope.actor.personId : null }).onConflict((conflict) => conflict.doNothing()).execute()
  else await scope.tx.deleteFrom('assessment_section').where('organisation_id', '=', row.organisation_id).where('assessment_id', '=', assessmentId).where('section', '=', section).execute()
}

/** Adding or taking away a copy; gives the place on the page to go to. */
async function actOn(scope: Scope, assessmentId: string, action: string): Promise<string> {
  const [verb, group = '', place = ''] = action.split(':')
  const number = /^\d{1,6}$/.test(place) ? Number(place) : null
  if (verb === 'add') await addCopy(scope, assessmentId, group, number)
  else if (verb === 'remove' && number !== null) await removeCopy(scope, assessmentId, group, number)
  else return ''
  return `#groep-${group.replace(/[^\w]/g, '-')}`
}

function anchorOf(address: string): string {
  return `#vraag-${address.replace(/[^\w]/g, '-')}`
}
