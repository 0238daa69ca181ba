// Export routes: the choice of a format for what a list shows, and the file itself.
import { type Context, Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import type { Config } from '../../ground/config.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Form } from '../../page-kit/form.tsx'
import { Button, ButtonGroup } from '../../page-kit/buttons.tsx'
import { Page } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { type ExportFormat, exportTypes, streamExport } from './export-table.ts'
import { countActivities, readListQuery } from './list-query.ts'

/** Pages under `/:slug/verwerkingen/export`; `withScope` has run before. Files are made in a folder of their own under the data folder. */
export function exportRoutes(house: House, place: Pick<Config, 'dataFolder'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Context<PeopleEnv>) => `/${c.get('who').organisation.slug}/verwerkingen`

  app.get('/', (c) => scopeOf(c, house, async (scope) => {
    const parameters = new URL(c.req.url).searchParams
    const { query, ignored } = readListQuery(parameters)
    const count = await countActivities(scope, query, 1_000_000)
    const kept = [...parameters].filter(([name]) => !['na', 'voor', 'aantal', 'kolom', 'formaat'].includes(name))
    const isWhole = kept.every(([name]) => ['sorteer', 'volgorde'].includes(name))
    return c.html(
      <Page {...house.frame(c, c.get('who'))} heading="Exporteren" narrow crumbs={[{ words: 'Verwerkingen', href: base(c) }]} lead={<p>{said(count, isWhole)}</p>}>
        {ignored.length > 0 && <Alert tone="warning">Een deel van het adres is niet begrepen en weggelaten: {ignored.join(', ')}.</Alert>}
        <Form action={`${base(c)}/export/bestand`} method="get" hidden={Object.fromEntries(kept.filter(([name]) => name !== 'status'))}>
          {kept.filter(([name]) => name === 'status').map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <RadioGroup name="formaat" label="Soort bestand" value="xlsx" choices={[
            { value: 'xlsx', label: 'Excel (.xlsx)', hint: 'Om in te lezen of te bewerken in Excel.' }, { value: 'csv', label: 'CSV (.csv)', hint: 'Voor andere programma’s, en voor teksten die te lang zijn voor een cel van Excel.' },
          ]} />
          <p>Het bestand heeft een kolom voor elk veld. U kunt het bewerken en weer importeren: wat u niet wijzigt, blijft gelijk. In een cel met meer regels staat elk onderdeel op een eigen regel, met “|” tussen de delen.</p>
          <p class="wb-subtle">Een export kan namen van collega’s bevatten. Wie exporteert, wordt vastgelegd.</p>
          <ButtonGroup>
            <Button look="primary" icon="download">Downloaden</Button>
            <ButtonLink href={base(c)} look="subtle">Terug naar de lijst</ButtonLink>
          </ButtonGroup>
        </Form>
      </Page>,
    )
  }))

  app.get('/bestand', (c) => scopeOf(c, house, async (scope) => {
    const parameters = new URL(c.req.url).searchParams
    const format: ExportFormat = parameters.get('formaat') === 'csv' ? 'csv' : 'xlsx'
    const body = await streamExport(scope, readListQuery(parameters).query, format, `${place.dataFolder}/exports`)
    return new Response(body, { headers: {
      'content-type': exportTypes[format], 'content-disposition': `attachment; filename="verwerkingen-${scope.organisation.slug}-${dayOf(scope.now)}.${format}"`, 'cache-control': 'no-store',
    } })
  }))

  return app
}

function said(count: number, isWhole: boolean): string {
  const words = count === 1 ? '1 verwerking' : `${count.toLocaleString('nl-NL')} verwerkingen`
  return isWhole ? `U exporteert alle verwerkingen die u mag zien: ${words}.` : `U exporteert wat de gefilterde lijst toont: ${words}.`
}
