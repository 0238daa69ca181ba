// Attachment routes: a file on its way to an entry, back to whoever may see it, and away for good.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dropReceived, type FilePlace, mostFileBytes, readFile, receiveFile, type ReceivedFile, sweepReceived } from '../../ground/files.ts'
import { Invalid, NotAllowed, Refused, TooLarge } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Confirm, ErrorSummary } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { receiveForm } from '../exchange/upload.ts'
import { acceptDescription, attach, type Attachment, detach, readAttachment } from './attachments.ts'
import { Attachments, loadAttachments, saySize, type TypedAttachment } from './attachments-part.tsx'
import { type Collaboration, entryHref, type OpenedEntry } from './book.ts'
import { type Failing, idIn, readForm, showPage, trail, type Visit } from './visit.tsx'

/** Requests that bring an attachment: free of the ordinary limit on bodies, since they have their own. */
export function isAttachmentUpload(c: Context): boolean {
  return c.req.method === 'POST' && /^\/[a-z][a-z0-9-]+\/[a-z][a-z0-9-]+\/[0-9a-f-]{36}\/bijlagen$/.test(c.req.path)
}

/** Pages under `/:slug/<register>`; `withScope` has run before. */
export function attachmentRoutes(house: House, collaboration: Collaboration, maxUploadBytes: number): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { book } = collaboration
  const most = Math.min(maxUploadBytes, mostFileBytes)
  const place = (c: Visit): FilePlace => ({ database: house.database, organisation: c.get('who').organisation })
  const onEntry = <T,>(c: Visit, work: (scope: Scope, entry: OpenedEntry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await collaboration.open(scope, idIn(c, 'id'))))
  const asKeeper = <T,>(c: Visit, work: (scope: Scope, entry: OpenedEntry) => Promise<T>) => onEntry(c, async (scope, entry) => {
    if (!collaboration.may(scope, entry, 'attach')) throw new NotAllowed(t('U kunt bijlagen bekijken, maar niet toevoegen of verwijderen. Dat kan wie dit mag wijzigen.', 'You can look at attachments, but not add or remove them. Whoever may change this can.'))
    return work(scope, entry)
  })

  app.get('/:id/bijlagen', (c) => onEntry(c, (scope, entry) => showAll(c, scope, entry, { description: '', faults: [] })))
  app.post('/:id/bijlagen', async (c) => {
    // Asked before a byte is read, and again when the file is there: a role may have ended meanwhile.
    await asKeeper(c, (scope) => sweepReceived(scope))
    let file: ReceivedFile | undefined
    let description = ''
    try {
      const { fields } = await receiveForm(c.req.raw, { bytes: most, tooLarge }, async (bytes, name, before) => {
        description = before.description ?? ''
        file = await receiveFile(place(c), house.clock(), bytes, name)
      })
      description = fields.description ?? ''
      acceptDescription(description)
      const received = file!
      return await asKeeper(c, async (scope, entry) => {
        const id = await attach(scope, book.key, entry.id, received, description)
        return c.redirect(`${entryHref(scope, book, entry.id)}#bijlage-${id}`, 303)
      })
    } catch (error) {
      if (file) await dropReceived(place(c), file.id)
      const faults = error instanceof Invalid ? error.faults : error instanceof TooLarge || error instanceof Refused ? [{ at: 'file', message: error.message }] : undefined
      if (!faults) throw error
      // A browser doesn't send a chosen file twice by itself.
      const again = faults.some(({ at }) => at === 'file') ? [] : [{ at: 'file', message: t('Kies het bestand opnieuw.', 'Choose the file again.') }]
      return onEntry(c, (scope, entry) => showAll(c, scope, entry, { description, faults: [...faults, ...again] }, error instanceof TooLarge ? 413 : error instanceof Refused ? 409 : 400))
    }
  })

  app.get('/:id/bijlagen/:attachment', (c) => onEntry(c, async (scope, entry) => {
    const attachment = await readAttachment(scope, book.key, entry.id, idIn(c, 'attachment'))
    const subjects = await collaboration.identifies?.(scope, entry) ?? []
    await recordAccess(scope, { name: 'Bijlage gedownload', subjects })
    return new Response(readFile(place(c), { id: attachment.fileId, size: attachment.size }), { headers: headersOf(attachment) })
  }))

  app.get('/:id/bijlagen/:attachment/verwijderen', (c) => asKeeper(c, async (scope, entry) =>
    showRemoval(c, scope, entry, await readAttachment(scope, book.key, entry.id, idIn(c, 'attachment')), { description: '', faults: [] })))
  app.post('/:id/bijlagen/:attachment/verwijderen', async (c) => {
    const reason = (await readForm(c)).one('reason')
    const found = (work: (scope: Scope, entry: OpenedEntry, attachment: Attachment) => Promise<Response>) =>
      asKeeper(c, async (scope, entry) => work(scope, entry, await readAttachment(scope, book.key, entry.id, idIn(c, 'attachment'))))
    try {
      return await found(async (scope, entry, attachment) => {
        await detach(scope, book.key, entry.id, attachment, reason)
        return c.redirect(`${entryHref(scope, book, entry.id)}#bijlagen`, 303)
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return found(async (scope, entry, attachment) => showRemoval(c, scope, entry, attachment, { description: reason, faults: error.faults }, 400))
    }
  })
  return app

  function tooLarge(): TooLarge {
    return new TooLarge(t(`Het bestand is groter dan ${saySize(most)}. Maak het kleiner, of splits het.`, `The file is larger than ${saySize(most)}. Make it smaller, or split it.`))
  }

  async function showAll(c: Visit, scope: Scope, entry: OpenedEntry, typed: TypedAttachment, status: Failing = 200) {
    return showPage(c, house, {
      heading: entry.title, crumbs: trail(scope, book, entry),
      children: <><ErrorSummary faults={typed.faults} /><Attachments {...await loadAttachments(scope, collaboration, entry, maxUploadBytes, typed)} /></>,
    }, status)
  }

  async function showRemoval(c: Visit, scope: Scope, entry: OpenedEntry, attachment: Attachment, typed: TypedAttachment, status: Failing = 200) {
    return showPage(c, house, {
      heading: t('Bijlage verwijderen', 'Remove attachment'), crumbs: trail(scope, book, entry), narrow: true, lead: <p>{attachment.name}</p>,
      children: (
        <>
          <ErrorSummary faults={typed.faults} />
          <Confirm
            action={entryHref(scope, book, entry.id, `/bijlagen/${attachment.id}/verwijderen`)} button={t('Verwijderen', 'Remove')} danger cancel={{ words: t('Annuleren', 'Cancel'), href: entryHref(scope, book, entry.id, '#bijlagen') }}
            consequences={[t('Het bestand wordt gewist en is niet terug te halen.', 'The file is erased and can’t be brought back.'), t('In de geschiedenis blijft staan dat het er was, wie het verwijderde en waarom.', 'That it was there, who removed it and why stays in the history.')]}
          >
            <TextInput name="reason" label={t('Reden', 'Reason')} maxlength={500} value={typed.description} error={typed.faults.find(({ at }) => at === 'reason')?.message} />
          </Confirm>
        </>
      ),
    }, status)
  }
}

/** Never shown by the browser under our name, whatever is in it. */
function headersOf({ name, contentType, size }: Attachment): Record<string, string> {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return {
    'content-type': contentType, 'content-length': String(size), 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store',
  }
}
