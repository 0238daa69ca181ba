// Import mapping page: which column is which field, how entries are recognised, and in which state new ones come.
import { say } from '../../ground/words.ts'
import { Alert, Badge } from '../../page-kit/alerts.tsx'
import { ButtonGroup } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { type ChoiceGroup, NumberInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Fault } from '../../ground/refusals.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import type { Certainty, RecognisedColumn } from '../../register-kit/exchange/recognise-headings.ts'
import type { ImportRun } from '../../register-kit/exchange-flow/import-runs.ts'
import type { SavedMapping } from '../../register-kit/exchange-flow/saved-mappings.ts'
import { type FieldKey, fields, sections } from './declaration.ts'
import { type ImportChoices, importChoices, keyWords, recogniseColumns } from './import-choices.ts'
import { ActionButton, amount, RunSteps } from './import-pages.tsx'

export type MappingProps = {
  run: ImportRun; base: string; choices: ImportChoices; samples: readonly (readonly string[])[]; mappings: readonly SavedMapping[]; lookups: Lookups; faults?: readonly Fault[]; mappingName?: string; usedMapping?: string
}

export function MappingPage({ run, base, choices, samples, mappings, lookups, faults = [], mappingName, usedMapping }: MappingProps) {
  const columns = recogniseColumns(run.headings).map((column, index) => ({ ...column, chosen: choices.columns[index] ?? null, samples: samples[index] ?? [] }))
  const ignored = columns.filter(({ chosen }) => chosen === null)
  const errorAt = (at: string) => faults.find((fault) => fault.at === at)?.message
  return (
    <>
      <RunSteps run={run} base={base} />
      <ErrorSummary faults={faults} />
      {run.failure && <Alert tone="error" heading="De controle lukte niet">{run.failure}</Alert>}
      {usedMapping && <Alert tone="info">Deze kolommen zijn ingevuld zoals bewaard onder “{usedMapping}”.</Alert>}
      <FileNotices run={run} />
      <SheetChoice run={run} base={base} />
      {mappings.length > 0 && (
        <Form action={`${base}/import/${run.id}/kolommen`} method="get">
          <FieldRow><Select name="indeling" label="Bewaarde indeling gebruiken" choices={mappings.map(({ id, name }) => ({ value: id, label: name }))} /><button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><span>Gebruiken</span></button></FieldRow>
        </Form>
      )}
      <Form action={`${base}/import/${run.id}/kolommen`} defaultAction="check">
        <Section heading="Kolommen" id="kolommen" lead={<p>{amount(run.rowCount)} rijen, {run.headings.length} kolommen. {ignored.length > 0 && `Niet gekozen: ${ignored.map(({ heading }) => `“${heading}”`).join(', ')}.`}</p>}>
          <Table<(typeof columns)[number]>
            caption="Kolommen van het bestand" captionHidden rows={columns} columns={[
              { key: 'heading', header: 'Kop in het bestand', names: true, cell: ({ heading }) => heading },
              { key: 'sample', header: 'Bijvoorbeeld', cell: ({ samples: shown }) => shown.length > 0 ? <ul class="wb-values">{shown.map((text) => <li>{text.length > 90 ? `${text.slice(0, 87)}…` : text}</li>)}</ul> : <span class="wb-subtle">leeg</span> },
              { key: 'field', header: 'Veld in Waarborg', cell: ({ index, heading, chosen }) => <Select name={`columns.${index}`} label={`Veld voor kolom ${heading}`} labelHidden value={chosen ?? ''} choices={fieldChoices} empty="Niet importeren" error={errorAt(`columns.${index}`)} width="full" /> },
              { key: 'certainty', header: 'Herkend', cell: (column) => <CertaintyBadge column={column} chosen={column.chosen} /> },
            ]}
          />
          <p class="wb-subtle">Kiest u voor twee kolommen hetzelfde veld, dan komen hun waarden samen.</p>
        </Section>
        <Section heading="Wat is er al?" id="sleutel">
          <RadioGroup name="key" label="Waaraan is te zien dat een verwerking al in het register staat?" value={choices.key ?? ''} error={errorAt('key')} choices={[
            { value: 'number', label: 'Het nummer', hint: 'Het zekerst. Een rij zonder nummer is altijd nieuw.' }, { value: 'name', label: 'De naam' }, { value: 'name_department', label: 'De naam en de afdeling', hint: 'Als meer afdelingen een verwerking met dezelfde naam hebben.' },
            { value: '', label: 'Nergens aan: elke rij is nieuw' },
          ]} />
          <RadioGroup name="emptyCells" label="Als een cel leeg is en het register heeft daar wel iets" value={choices.emptyCells} choices={[{ value: 'keep', label: 'Laat staan wat er is' }, { value: 'clear', label: 'Maak het veld leeg' }]} />
        </Section>
        <Section heading="Nieuwe verwerkingen" id="nieuw">
          <RadioGroup name="status" label="In welke stand komen ze?" value={choices.status} choices={[
            { value: 'draft', label: 'Concept', hint: 'De FG toetst en de proceseigenaar activeert.' },
            { value: 'active', label: 'Actief: ze bestaan al en zijn van kracht', hint: 'Ze worden meteen versie 1. Waarborg zet erbij dat de toets vooraf (pre-DPIA) nog ontbreekt.' },
          ]} />
          <FieldRow>
            <Select name="role" label="Rol, als de rij niets zegt" value={choices.role} choices={fields.role.choices.map(({ key, words }) => ({ value: key, label: say(words) }))} empty={null} />
            <Select name="regime" label="Wet, als de rij niets zegt" value={choices.regime} choices={fields.regime.choices.map(({ key, words }) => ({ value: key, label: say(words) }))} empty={null} />
            <Select name="department" label="Afdeling, als de rij niets zegt" value={choices.department ?? ''} choices={[...lookups.references.department].filter(([, { isActive }]) => isActive).map(([value, { label }]) => ({ value, label }))} empty="Geen" />
          </FieldRow>
          <RadioGroup name="faulty" label="Als een waarde niet te lezen is, zoals een datum die niet bestaat" value={choices.faulty} choices={[
            { value: 'refuse', label: 'Weiger de rij', hint: 'De rij komt niet in het register. U krijgt een lijst met wat eraan mis is.' }, { value: 'note', label: 'Lees de rij wel in', hint: 'De tekst komt in de toelichting.' },
          ]} />
        </Section>
        <Section heading="Bewaren voor een volgende keer" id="bewaren">
          <TextInput name="mappingName" label="Naam van deze indeling" hint="Een volgend bestand met dezelfde koppen krijgt haar vanzelf." optional value={mappingName} error={errorAt('mappingName')} width="medium" />
        </Section>
        <SubmitBar primary="Controleren" primaryAction="check" />
      </Form>
      <ButtonGroup><ActionButton action={`${base}/import/${run.id}/annuleren`} look="subtle">Import annuleren</ActionButton></ButtonGroup>
    </>
  )
}

/** What reading the file itself had to say. */
export function FileNotices({ run }: { run: ImportRun }) {
  if (run.notices.length === 0) return <></>
  const list = <ul class="wb-list">{run.notices.map(({ row, message }) => <li>{row === null || message.includes(`rij ${row}`) || message.includes(`Rij ${row}`) ? message : `Rij ${row}: ${message}`}</li>)}</ul>
  return <Alert tone="warning" heading="Over het bestand">{run.notices.length > 5 ? <Details summary={`${run.notices.length} meldingen`}>{list}</Details> : list}</Alert>
}

function SheetChoice({ run, base }: { run: ImportRun; base: string }) {
  return (
    <Details summary={run.sheet ? `Gelezen: blad “${run.sheet}”, koppen in rij ${run.headingRow}. Klopt dat niet?` : `Koppen gelezen in rij ${run.headingRow}. Klopt dat niet?`}>
      <Form action={`${base}/import/${run.id}/blad`} defaultAction="reread">
        <FieldRow>
          {run.sheets.length > 1 && <Select name="sheet" label="Blad" value={run.sheet ?? ''} empty={null} choices={run.sheets.map(({ name, isHidden }) => ({ value: name, label: isHidden ? `${name} (verborgen)` : name }))} />}
          <NumberInput name="headingRow" label="Rij met de koppen" hint="Leeg: Waarborg zoekt zelf." value="" />
        </FieldRow>
        <SubmitBar primary="Opnieuw lezen" primaryAction="reread" />
      </Form>
    </Details>
  )
}

const certaintyWords: Record<Certainty, { words: string; tone: 'positive' | 'neutral' | 'warning' }> = {
  sure: { words: 'zeker', tone: 'positive' }, likely: { words: 'waarschijnlijk', tone: 'neutral' }, doubtful: { words: 'twijfel: controleer', tone: 'warning' }, none: { words: 'niet herkend', tone: 'warning' },
}

function CertaintyBadge({ column, chosen }: { column: RecognisedColumn; chosen: FieldKey | null }) {
  if (chosen !== null && chosen !== column.field && chosen !== column.also) return <Badge>zelf gekozen</Badge>
  const { words, tone } = certaintyWords[column.field === null && column.also === null ? 'none' : column.certainty]
  return <Badge tone={tone}>{words}</Badge>
}

const fieldChoices: readonly ChoiceGroup[] = sections.map(({ words, fields: keys }) => ({ label: say(words), choices: keys.map((key) => ({ value: key, label: say(fields[key].words) })) }))

/** What was chosen on the page. A field that a person can't choose twice is a fault at its column. */
export function readMappingForm(form: ReadonlyMap<string, string>, width: number): { choices: ImportChoices | undefined; faults: Fault[] } {
  const faults: Fault[] = []
  const columns = Array.from({ length: width }, (_, index) => form.get(`columns.${index}`) || null)
  const read = importChoices.safeParse({
    columns, key: form.get('key') || null, status: form.get('status'), emptyCells: form.get('emptyCells'), faulty: form.get('faulty'), role: form.get('role'), regime: form.get('regime'), department: form.get('department') || null,
  })
  if (!read.success) return { choices: undefined, faults: [{ at: '', message: 'Een deel van de keuzes is niet begrepen. Kies opnieuw.' }] }
  if (!columns.includes('name')) faults.push({ at: 'columns.0', message: 'Kies welke kolom de naam van de verwerking is.' })
  if (read.data.key === 'number' && !columns.includes('number')) faults.push({ at: 'key', message: `Er is geen kolom met het nummer. Kies een kolom daarvoor, of herken verwerkingen aan ${keyWords.name}.` })
  for (const single of ['name', 'number'] as const) {
    const second = columns.indexOf(single, columns.indexOf(single) + 1)
    if (columns.includes(single) && second > 0) faults.push({ at: `columns.${second}`, message: `“${say(fields[single].words)}” kan maar uit één kolom komen.` })
  }
  return { choices: read.data, faults }
}
