// Passage routes: a document of an agreement comes in, is read in the background, and is decided on point by point.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../../access-record/record.ts'
import type { Config } from '../../../ground/config.ts'
import { dropReceived, type FilePlace, mostFileBytes, receiveFile, type ReceivedFile, sweepReceived } from '../../../ground/files.ts'
import { isId } from '../../../ground/ids.ts'
import type { Jobs } from '../../../ground/jobs.ts'
import { type Fault, Invalid, NotFound, Refused, TooLarge } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { House } from '../../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../../people/with-scope.ts'
import { attach, readAttachment, readAttachments } from '../../../register-kit/collaboration/attachments.ts'
import { saySize } from '../../../register-kit/collaboration/attachments-part.tsx'
import type { Entry } from '../../../register-kit/entry.ts'
import { receiveForm } from '../../../register-kit/exchange/upload.ts'
import { mayDo, workOf } from '../../../register-kit/lifecycle.ts'
import { loadEntry } from '../../../register-kit/perform.ts'
import { baseOf, entryId, mustBeAllowed, showPage, type Status, textEntries, titleOf, toEntry, type Visit } from '../../../register-kit/web/visit.tsx'
import { checklist } from '../checklist.ts'
import { agreements as register } from '../register.ts'
import { type Beside, besideOf } from './beside.ts'
import { decide, fillSubjects, takeOver, type Typed } from './decide.ts'
import { PassagePage } from './passage-page.tsx'
import { sayProgress } from './passage-words.ts'
import { enqueueReading } from './reading-job.ts'
import { beginReading, isUnderWay, mayHoldAgreement, type Reading, readingsOf } from './readings.ts'

/** Requests that bring a document: free of the ordinary limit on bodies, since they have their own. */
export function isAgreementUpload(c: Context): boolean {
  return c.req.method === 'POST' && new RegExp(`^/[a-z][a-z0-9-]+/${register.path}/[0-9a-f-]{36}/passages/bestand$`).test(c.req.path)
}

/** For `registerDoors`: addresses under the register's own. */
export function passageRoutes(house: House, jobs: Jobs, { maxUploadBytes }: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const most = Math.min(maxUploadBytes, mostFileBytes)
  const place = (c: Visit): FilePlace => ({ database: house.database, organisation: c.get('who').organisation })
  const onEntry = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await loadEntry(scope, register, entryId(c, register))))
  const asKeeper = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => onEntry(c, async (scope, entry) => {
    mustBeAllowed(scope, register, 'change', workOf(register, entry))
    return work(scope, entry)
  })
  const back = (c: Visit, hash = '') => c.redirect(`${baseOf(c, register)}/${entryId(c, register)}/passages${hash}`, 303)

  app.get('/:id/passages', (c) => onEntry(c, (scope, entry) => show(c, scope, entry, {})))

  app.get('/:id/passages/voortgang.json', (c) => onEntry(c, async (scope, entry) => {
    const [newest] = await readingsOf(scope, entry.id)
    if (!newest) throw new NotFound()
    return c.json({ value: newest.done, max: newest.places ?? 1, words: sayProgress(newest), done: !isUnderWay(newest), href: `${baseOf(c, register)}/${entry.id}/passages` })
  }))

  app.post('/:id/passages/bestand', async (c) => {
    // Asked before a byte is read, and again when the file is there: a role may have ended meanwhile.
    await asKeeper(c, (scope) => sweepReceived(scope))
    let file: ReceivedFile | undefined
    try {
      await receiveForm(c.req.raw, { bytes: most, tooLarge }, async (bytes, name) => {
        file = await receiveFile(place(c), house.clock(), bytes, name)
      })
      const received = file!
      await asKeeper(c, async (scope, entry) => {
        await begin(scope, entry, await attach(scope, register.key, entry.id, received, t('Gelezen naast de checklist', 'Read beside the checklist')))
      })
    } catch (error) {
      if (file) await dropReceived(place(c), file.id)
      return refused(c, error, 'file')
    }
    return back(c)
  })

  app.post('/:id/passages/lezen', async (c) => {
    const id = (await textEntries(c)).findLast(([name]) => name === 'bijlage')?.[1] ?? ''
    try {
      await asKeeper(c, async (scope, entry) => {
        if (!isId(id)) throw new Invalid([{ at: 'bijlage', message: t('Kies een bijlage.', 'Choose an attachment.') }])
        await begin(scope, entry, id)
      })
    } catch (error) {
      return refused(c, error, 'bijlage')
    }
    return back(c)
  })

  app.post('/:id/passages/besluiten', async (c) => {
    const sent = await textEntries(c)
    const typed = typedPoints(sent)
    try {
      await asKeeper(c, async (scope, entry) => decide(scope, entry, await newestRead(scope, entry, sent), typed))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onEntry(c, (scope, entry) => show(c, scope, entry, { typed, faults: error.faults }, 400))
    }
    return back(c, '#gelezen')
  })

  app.post('/:id/passages/overnemen', async (c) => {
    const sent = await textEntries(c)
    await asKeeper(c, async (scope, entry) => takeOver(scope, entry, await newestRead(scope, entry, sent)))
    return back(c, '#gelezen')
  })

  app.post('/:id/passages/onderwerpen', async (c) => {
    const sent = await textEntries(c)
    const id = entryId(c, register)
    await asKeeper(c, async (scope, entry) => fillSubjects(scope, id, await newestRead(scope, entry, sent)))
    return c.redirect(`${baseOf(c, register)}/${id}?gedaan=change`, 303)
  })
  return app

  async function begin(scope: Scope, entry: Entry, attachmentId: string): Promise<void> {
    const attachment = await readAttachment(scope, register.key, entry.id, attachmentId)
    await enqueueReading(scope, jobs, await beginReading(scope, entry.id, attachment))
  }

  function refused(c: Visit, error: unknown, at: string) {
    const faults = error instanceof Invalid ? error.faults : error instanceof TooLarge || error instanceof Refused ? [{ at, message: error.message }] : undefined
    if (!faults) throw error
    return onEntry(c, (scope, entry) => show(c, scope, entry, { faults }, error instanceof Refused ? 409 : 400))
  }

  async function show(c: Visit, scope: Scope, entry: Entry, { typed, faults = [] }: { typed?: ReadonlyMap<string, Typed>; faults?: readonly Fault[] }, status: Status = 200) {
    const readings = await readingsOf(scope, entry.id)
    const wanted = c.req.query('lezing')
    const reading = readings.find(({ id, state }) => state === 'read' && (wanted === undefined || id === wanted))
    if (wanted !== undefined && !reading) throw new NotFound()
    const beside = reading && await besideOf(scope, reading)
    await recordAccess(scope, { name: 'Tekst van een verwerkersovereenkomst naast de checklist bekeken', subjects: people(scope, readings, beside).map((id) => ({ type: 'person', id })) })
    const { department, input } = workOf(register, entry)
    return showPage(c, house, register, {
      heading: t('Tekst naast de checklist', 'Text beside the checklist'), crumbs: toEntry(c, register, entry), failed: faults.length > 0,
      lead: <p>{titleOf(register, entry.input)}. {t('Waar staat wat art. 28 AVG vraagt?', 'Where does it say what art. 28 GDPR asks?')}</p>,
      ...(readings[0] && isUnderWay(readings[0]) ? { refreshSeconds: 5 } : {}),
      children: (
        <PassagePage
          base={`${baseOf(c, register)}/${entry.id}/passages`} readings={readings} attachments={(await readAttachments(scope, register.key, entry.id)).filter(mayHoldAgreement)} maxBytes={most}
          mayDecide={mayDo(register, scope.actor, 'change', department, input)} beside={beside} faults={faults} {...(typed ? { typed } : {})}
        />
      ),
    }, status)
  }

  function tooLarge(): TooLarge {
    return new TooLarge(t(`Het bestand is groter dan ${saySize(most)}. Maak het kleiner, of splits het.`, `The file is larger than ${saySize(most)}. Make it smaller, or split it.`))
  }
}

/** Colleagues whose names stand on the page, but for whoever looks. */
function people(scope: Scope, readings: readonly Reading[], beside: Beside | undefined): string[] {
  const named = [...readings.map(({ askedById }) => askedById), ...[...beside?.decisions.values() ?? []].map(({ byId }) => byId)]
  return [...new Set(named.filter((id): id is string => id !== null && id !== personOf(scope.actor)))]
}

/** The document that the person saw must still be the newest that was read. @throws Refused */
async function newestRead(scope: Scope, entry: Entry, sent: readonly (readonly [string, string])[]): Promise<Reading> {
  const seen = sent.findLast(([name]) => name === 'lezing')?.[1]
  const newest = (await readingsOf(scope, entry.id)).find(({ state }) => state === 'read')
  if (!newest) throw new NotFound()
  if (newest.id !== seen) throw new Refused(t('Er is intussen een nieuwer document gelezen. Open de pagina opnieuw en beslis daarover.', 'A newer document was read meanwhile. Open the page again and decide on that.'))
  return newest
}

function typedPoints(sent: readonly (readonly [string, string])[]): ReadonlyMap<string, Typed> {
  const values = new Map(sent)
  const of = (part: string, key: string) => values.get(`${part}.${key}`) ?? ''
  return new Map(checklist.map(({ key }) => [key, { outcome: of('outcome', key), passage: of('passage', key), place: of('place', key), note: of('note', key), was: of('was', key) }]))
}
