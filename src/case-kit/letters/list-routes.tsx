// List routes: a letter to many: the list comes in from a spreadsheet, the first letters are looked at, all are sent or printed, and the list is destroyed.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound, TooLarge } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput } from '../../page-kit/inputs.tsx'
import { Bar, Counters } from '../../page-kit/progress.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { openTable } from '../../register-kit/exchange/read-table.ts'
import { receiveUpload, removeUpload } from '../../register-kit/exchange/upload.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import type { Register } from '../../register-kit/register.ts'
import { baseOf, entryId, showPage, textEntries, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { numberOf } from './finalise-letter.ts'
import { letterPdf, printLetters } from './letter-document.ts'
import { beginSending, destroyList, type LetterList, type ListReceiver, mailNext, readLists, receiverOf, receiversOf, receiveList, standingOf, wordedFor } from './letter-list.ts'
import { LetterText } from './letter-page.tsx'
import { type Letter, readLetter } from './letter-store.ts'
import { mustWrite } from './may-write.ts'

const mostBytes = 20 * 1024 * 1024
const mostReceivers = 20_000
/** Letters in one file to print. */
const inOneFile = 150

/** `/:id/brieven/verzendlijst?brief=…`, before the addresses that take a letter's id. */
export function listRoutes(house: House, register: Register): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const onLetter = <T,>(c: Visit, work: (scope: Scope, entry: Entry, letter: Letter) => Promise<T>, lock = false) => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    mustWrite(scope, register, entry)
    const id = c.req.query('brief') ?? ''
    if (!isId(id)) throw new NotFound()
    const letter = await readLetter(scope, register.key, entry.id, id, { lock })
    if (!letter.isForList) throw new NotFound()
    return work(scope, entry, letter)
  })
  const onList = <T,>(c: Visit, work: (scope: Scope, entry: Entry, letter: Letter, list: LetterList) => Promise<T>, lock = false) => onLetter(c, async (scope, entry, letter) => {
    const wanted = c.req.param('list') ?? ''
    const [list] = isId(wanted) ? await readLists(scope, letter.id, wanted) : []
    if (!list) throw new NotFound()
    return work(scope, entry, letter, list)
  }, lock)
  const at = (c: Visit, more = '') => `${baseOf(c, register)}/${entryId(c, register)}/brieven/verzendlijst${more}?brief=${c.req.query('brief')}`

  app.get('/:id/brieven/verzendlijst', (c) => onLetter(c, (scope, entry, letter) => uploadPage(c, scope, entry, letter)))
  app.post('/:id/brieven/verzendlijst', async (c) => {
    await onLetter(c, async () => undefined)
    let upload
    try {
      upload = await receiveUpload(c.req.raw, mostBytes, join(tmpdir(), 'waarborg-lists'))
      const { receivers, faults } = await readReceivers(upload.path)
      if (faults.length > 0) throw new Invalid(faults)
      const { sha256 } = upload
      const id = await onLetter(c, (scope, _entry, letter) => receiveList(scope, letter, receivers, sha256))
      return c.redirect(at(c, `/${id}`), 303)
    } catch (error) {
      if (!(error instanceof Invalid) && !(error instanceof TooLarge)) throw error
      const faults = error instanceof Invalid && error.faults.length > 0 ? error.faults : [{ at: 'file', message: error.message }]
      return onLetter(c, (scope, entry, letter) => uploadPage(c, scope, entry, letter, faults))
    } finally {
      // Names and addresses stand in the database, sealed; the file itself isn't needed any more.
      if (upload) await removeUpload(upload)
    }
  })
  app.get('/:id/brieven/verzendlijst/:list', (c) => onList(c, (scope, entry, letter, list) => listPage(c, scope, entry, letter, list)))
  app.post('/:id/brieven/verzendlijst/:list/versturen', async (c) => {
    await onList(c, (scope, _entry, letter, list) => beginSending(scope, register, letter, list), true)
    // Each batch is a transaction of its own: what was put in the outbox stays there, whatever happens next.
    while (await onList(c, (scope, _entry, letter, list) => mailNext(scope, letter, list.id)) > 0);
    return c.redirect(at(c, `/${c.req.param('list')}`), 303)
  })
  app.get('/:id/brieven/verzendlijst/:list/druk', async (c) => {
    const part = Math.max(1, Math.min(1000, Number(c.req.query('deel') ?? 1) || 1))
    const printed = await onList(c, async (scope, entry, letter, list) => {
      const receivers = await receiversOf(scope, list.id, { most: inOneFile, skip: (part - 1) * inOneFile })
      if (receivers.length === 0) throw new NotFound()
      return printLetters(scope, receivers.map((one) => wordedFor(letter, one)), { language: letter.language, number: numberOf(register, entry), isDraft: false })
    })
    return c.body(new Uint8Array(await letterPdf(printed)), 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="brieven-${part}.pdf"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })
  app.post('/:id/brieven/verzendlijst/:list/vernietigen', async (c) => {
    const isPrinted = new Map(await textEntries(c)).get('printed') === 'yes'
    await onList(c, (scope, _entry, letter, list) => destroyList(scope, register, letter, list.id, { isPrinted }), true)
    return c.redirect(at(c, `/${c.req.param('list')}`), 303)
  })

  async function uploadPage(c: Visit, scope: Scope, entry: Entry, letter: Letter, faults: readonly Fault[] = []) {
    const lists = await readLists(scope, letter.id)
    return showPage(c, house, register, {
      heading: t('Verzendlijst', 'Mailing list'), crumbs: toEntry(c, register, entry), narrow: true, failed: faults.length > 0,
      lead: <p>{t(`Voor de brief “${letter.subject}”. Het bestand heeft een kolom Naam, en een kolom E-mail of Adres.`, `For the letter “${letter.subject}”. The file has a column Name, and a column E-mail or Address.`)}</p>,
      children: (
        <>
          <ErrorSummary faults={faults} />
          {letter.version === 0 ? <Alert tone="warning" heading={t('Maak de brief eerst definitief', 'Make the letter final first')} /> : (
            <Form action={at(c)} files>
              <FileInput name="file" label={t('Bestand met namen en adressen', 'File with names and addresses')} accept=".csv,.xlsx,.ods" limit="20 MB" error={faults.find((one) => one.at === 'file')?.message} hint={t('CSV, Excel of ODS. De lijst wordt versleuteld bewaard en na het versturen vernietigd.', 'CSV, Excel or ODS. The list is kept encrypted and destroyed after sending.')} />
              <SubmitBar primary={t('Lijst lezen', 'Read the list')} />
            </Form>
          )}
          {lists.length > 0 && <Section heading={t('Eerdere lijsten', 'Earlier lists')}><ul class="wb-list">{lists.map((list) => <li><Link href={at(c, `/${list.id}`)}>{sayMoment(list.createdAt)}</Link>: {list.total} {t('ontvangers', 'receivers')}{list.destroyedAt && <>, {t('vernietigd op', 'destroyed on')} {sayMoment(list.destroyedAt)}</>}</li>)}</ul></Section>}
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  async function listPage(c: Visit, scope: Scope, entry: Entry, letter: Letter, list: LetterList) {
    const standing = await standingOf(scope, list.id)
    const first = list.state === 'destroyed' ? [] : await receiversOf(scope, list.id, { most: 3 })
    const parts = Math.ceil(standing.toPrint / inOneFile)
    const mailed = standing.waiting + standing.sent + standing.failed + standing.uncertain
    return showPage(c, house, register, {
      heading: t('Verzendlijst', 'Mailing list'), crumbs: [...toEntry(c, register, entry), { words: t('Brief', 'Letter'), href: `${baseOf(c, register)}/${entry.id}/brieven/${letter.id}` }],
      ...(standing.waiting > 0 ? { refreshSeconds: 10 } : {}),
      children: list.state === 'destroyed'
        ? <p>{t(`Deze lijst van ${list.total} ontvangers is vernietigd op ${sayMoment(list.destroyedAt!)}. Verstuurd: ${list.sentCount}, niet gelukt: ${list.failedCount}.`, `This list of ${list.total} receivers was destroyed on ${sayMoment(list.destroyedAt!)}. Sent: ${list.sentCount}, failed: ${list.failedCount}.`)} <code>{list.digest.toString('hex')}</code></p>
        : (
          <>
            <Counters items={[{ value: list.total, words: t('ontvangers', 'receivers') }, { value: standing.toMail, words: t('te mailen', 'to mail') }, { value: standing.sent, words: t('gemaild', 'mailed') }, { value: standing.failed + standing.uncertain, words: t('niet gelukt of onzeker', 'failed or uncertain'), ...(standing.failed + standing.uncertain > 0 ? { tone: 'negative' as const } : {}) }]} />
            {mailed > 0 && <Bar label={t('Verstuurd', 'Sent')} value={standing.sent} max={mailed} words={t(`${standing.sent} van ${mailed}`, `${standing.sent} of ${mailed}`)} />}
            {first.map((one) => <LetterText letter={{ ...letter, ...wordedFor(letter, one) }} />)}
            <ButtonGroup>
              {standing.toMail > 0 && <form method="post" action={at(c, `/${list.id}/versturen`)}><Button look="primary">{list.state === 'sending' ? t('Ga verder met mailen', 'Go on mailing') : t(`Mail aan ${standing.toMail} ontvangers`, `Mail to ${standing.toMail} receivers`)}</Button></form>}
              {Array.from({ length: parts }, (_, index) => <ButtonLink icon="document" href={`${at(c, `/${list.id}/druk`)}&deel=${index + 1}`}>{parts === 1 ? t('Alle brieven als één pdf', 'All letters as one PDF') : t(`Pdf, deel ${index + 1} van ${parts}`, `PDF, part ${index + 1} of ${parts}`)}</ButtonLink>)}
            </ButtonGroup>
            <Section heading={t('Lijst vernietigen', 'Destroy the list')} lead={<p>{t('Namen en adressen worden gewist en zijn niet terug te halen. Aantallen en een controlegetal blijven.', 'Names and addresses are erased and can’t be brought back. Counts and a check figure stay.')}</p>}>
              <ButtonGroup>
                {standing.toPrint > 0 && <form method="post" action={at(c, `/${list.id}/vernietigen`)}><input type="hidden" name="printed" value="yes" /><Button>{t('De brieven zijn gepost: vernietig de lijst', 'The letters are posted: destroy the list')}</Button></form>}
                <form method="post" action={at(c, `/${list.id}/vernietigen`)}><Button look="danger">{t('Vernietig de lijst', 'Destroy the list')}</Button></form>
              </ButtonGroup>
            </Section>
          </>
        ),
    })
  }

  return app
}

/** A request that brings a mailing list has a limit of its own. */
export function isListUpload(c: { readonly req: { readonly method: string; readonly path: string } }): boolean {
  return c.req.method === 'POST' && /^\/[a-z][a-z0-9-]+\/[a-z-]+\/[0-9a-f-]{36}\/brieven\/verzendlijst$/.test(c.req.path)
}

const known = [
  { key: 'name', label: { nl: 'Naam', en: 'Name' }, aliases: ['naam', 'name', 'volledige naam', 'betrokkene'] },
  { key: 'email', label: { nl: 'E-mail', en: 'E-mail' }, aliases: ['email', 'e-mail', 'e-mailadres', 'mail'] },
  { key: 'address', label: { nl: 'Adres', en: 'Address' }, aliases: ['adres', 'address', 'postadres'] },
] as const

async function readReceivers(path: string): Promise<{ receivers: ListReceiver[]; faults: Fault[] }> {
  const table = await openTable(path, { fields: known, limits: { bytes: mostBytes, rows: mostReceivers, columns: 50, cellCharacters: 2000 } })
  const receivers: ListReceiver[] = []
  const bad: number[] = []
  try {
    const place = (field: string) => table.columns.find((column) => column.field === field)?.index ?? -1
    const [name, email, address] = [place('name'), place('email'), place('address')] as const
    if (name < 0 || (email < 0 && address < 0)) return { receivers, faults: [{ at: 'file', message: t('Het bestand heeft een kolom Naam nodig, en een kolom E-mail of Adres.', 'The file needs a column Name, and a column E-mail or Address.') }] }
    for await (const row of table.rows) {
      const one = receiverOf(row.cells[name] ?? '', row.cells[email] ?? '', row.cells[address] ?? '')
      if (one) receivers.push(one)
      else bad.push(row.number)
    }
  } finally {
    await table.close()
  }
  return { receivers, faults: bad.length === 0 ? [] : [{ at: 'file', message: t(`Bij ${bad.length} rijen klopt iets niet: geen naam, geen adres of een ongeldig e-mailadres. De eerste: ${bad.slice(0, 10).join(', ')}.`, `Something is wrong in ${bad.length} rows: no name, no address or an invalid e-mail address. The first: ${bad.slice(0, 10).join(', ')}.`) }] }
}
