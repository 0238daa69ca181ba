// Export routes: the choice of a format for what a list shows, and the file itself, written whole first so that a fault is a message and never half a file.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Context, Hono } from 'hono'
import { type Access, recordAccess } from '../../access-record/record.ts'
import { dayOf } from '../../ground/clock.ts'
import type { Config } from '../../ground/config.ts'
import { newId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Form } from '../../page-kit/form.tsx'
import { Page } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { allEntryIds, countEntries, listParameters, type ListQuery, readListQuery } from '../list-query.ts'
import { subjectsIn } from '../reading.ts'
import type { Register } from '../register.ts'
import { amountOf } from '../register-words.ts'
import { type ExportFormat, formats } from './export-formats.ts'

/** Pages under `/:slug/<register>/export`; `withScope` has run before. Files are made in a folder of their own under the data folder. */
export function exportRoutes(house: House, register: Register, place: Pick<Config, 'dataFolder'>, more: readonly ExportFormat[] = []): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const all = [...formats, ...more]
  const base = (c: Context<PeopleEnv>) => `/${c.get('who').organisation.slug}/${register.path}`

  app.get('/', (c) => scopeOf(c, house, async (scope) => {
    const parameters = listParameters(register, c.req.url)
    const { query, ignored } = readListQuery(register, parameters)
    const count = await countEntries(scope, register, query, 1_000_000)
    const kept = [...parameters].filter(([name]) => !['na', 'voor', 'aantal', 'kolom', 'filters'].includes(name))
    const isWhole = kept.every(([name]) => ['sorteer', 'volgorde'].includes(name))
    const lead = isWhole ? t(`U exporteert alles wat u mag zien: ${amountOf(register, count)}.`, `You export everything that you may see: ${amountOf(register, count)}.`)
      : t(`U exporteert wat de gefilterde lijst toont: ${amountOf(register, count)}.`, `You export what the filtered list shows: ${amountOf(register, count)}.`)
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading={t('Exporteren', 'Export')} narrow crumbs={[{ words: say(register.words.many), href: base(c) }]} lead={<p>{lead}</p>}>
        {ignored.length > 0 && <Alert tone="warning">{t('Een deel van het adres is niet begrepen en weggelaten', 'Part of the address wasn’t understood and was left out')}: {ignored.join(', ')}.</Alert>}
        <Form action={`${base(c)}/export/bestand`} method="get">
          {kept.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <RadioGroup name="formaat" label={t('Soort bestand', 'Kind of file')} value={all[0]!.key} choices={all.map(({ key, words, hint }) => ({ value: key, label: say(words), hint: say(hint) }))} />
          <p>{t('Een Excel-, ODS- of CSV-bestand heeft een kolom voor elk veld. U kunt het bewerken en weer importeren: wat u niet wijzigt, blijft gelijk. In een cel met meer regels staat elk onderdeel op een eigen regel, met “|” tussen de delen.',
            'An Excel, ODS or CSV file has a column for each field. You can edit it and import it again: what you don’t change stays the same. In a cell with several lines each part stands on a line of its own, with “|” between its pieces.')}</p>
          <p class="wb-subtle">{t('Een export kan namen van collega’s bevatten. Wie exporteert, wordt vastgelegd.', 'An export can hold names of colleagues. Who exports is recorded.')}</p>
          <ButtonGroup>
            <Button look="primary" icon="download">{t('Downloaden', 'Download')}</Button>
            <ButtonLink href={base(c)} look="subtle">{t('Terug naar de lijst', 'Back to the list')}</ButtonLink>
          </ButtonGroup>
        </Form>
      </Page>,
    )
  }))

  app.get('/bestand', (c) => scopeOf(c, house, async (scope) => {
    const format = all.find(({ key }) => key === c.req.query('formaat')) ?? all[0]!
    const { path, type, extension } = await exportFile(scope, register, readListQuery(register, listParameters(register, c.req.url)).query, format, { folder: `${place.dataFolder}/exports`, publicUrl: house.config.publicUrl })
    const file = createReadStream(path)
    file.once('close', () => void rm(path, { force: true }))
    return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, { headers: {
      'content-type': type, 'content-disposition': `attachment; filename="${register.path}-${scope.organisation.slug}-${dayOf(scope.now)}.${extension}"`, 'cache-control': 'no-store',
    } })
  }))

  return app
}

/** Writes what the actor may see of a list to a new file in the folder, and leaves the access record. @throws Refused when a text is longer than a cell can be, TooLarge for a PDF */
export async function exportFile(scope: Scope, register: Register, query: ListQuery, format: ExportFormat, place: { folder: string; publicUrl: string; path?: string }): Promise<{ path: string; type: string; extension: string; count: number }> {
  const ids = await allEntryIds(scope, register, query)
  const subjects = new Map<string, Access['subjects'][number]>()
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  const path = place.path ?? join(place.folder, `${newId()}.export`)
  try {
    const { body, type, extension } = await format.write({ scope, register, ids, publicUrl: place.publicUrl, seen: (inputs) => { for (const subject of subjectsIn(register.fields, inputs)) subjects.set(`${subject.type} ${subject.id}`, subject) } })
    await pipeline(body, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    await recordAccess(scope, { name: `Geëxporteerd: ${register.words.many.nl}`, subjects: [...subjects.values()] })
    return { path, type, extension, count: ids.length }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
