// Import mapping page: which column is which field, how entries are recognised, and in which state new ones come.
import { currentLanguage, say, t, type Words } from '../../ground/words.ts'
import { Alert, Badge } from '../../page-kit/alerts.tsx'
import { ButtonGroup } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { type ChoiceGroup, NumberInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import { isId } from '../../ground/ids.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Lookups } from '../entry.ts'
import type { Field } from '../field-types.ts'
import type { Certainty, RecognisedColumn } from '../exchange/recognise-headings.ts'
import type { ImportRun } from './import-runs.ts'
import type { SavedMapping } from './saved-mappings.ts'
import type { Register } from '../register.ts'
import { type ImportChoices, readChoices, recogniseColumns } from './import-choices.ts'
import type { Book } from './importing.ts'
import { ActionButton, amount, RunSteps } from './import-pages.tsx'

export type MappingProps = {
  book: Book; run: ImportRun; base: string; choices: ImportChoices; samples: readonly (readonly string[])[]; mappings: readonly SavedMapping[]; lookups: Lookups; faults?: readonly Fault[]; mappingName?: string; usedMapping?: string
}

export function MappingPage({ book, run, base, choices, samples, mappings, lookups, faults = [], mappingName, usedMapping }: MappingProps) {
  const { register } = book
  const { named, lifecycle } = register
  const columns = recogniseColumns(register, run.headings).map((column, index) => ({ ...column, chosen: choices.columns[index] ?? null, samples: samples[index] ?? [] }))
  const ignored = columns.filter(({ chosen }) => chosen === null)
  const errorAt = (at: string) => faults.find((fault) => fault.at === at)?.message
  return (
    <>
      <RunSteps run={run} base={base} />
      <ErrorSummary faults={faults} />
      {run.failure && <Alert tone="error" heading={t('De controle lukte niet', 'The check failed')}>{run.failure}</Alert>}
      {usedMapping && <Alert tone="info">{t('Deze kolommen zijn ingevuld zoals bewaard onder', 'These columns are filled in as saved under')} “{usedMapping}”.</Alert>}
      <FileNotices run={run} />
      <SheetChoice run={run} base={base} />
      {mappings.length > 0 && (
        <Form action={`${base}/import/${run.id}/kolommen`} method="get">
          <FieldRow><Select name="indeling" label={t('Bewaarde indeling gebruiken', 'Use a saved mapping')} choices={mappings.map(({ id, name }) => ({ value: id, label: name }))} /><button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><span>{t('Gebruiken', 'Use')}</span></button></FieldRow>
        </Form>
      )}
      <Form action={`${base}/import/${run.id}/kolommen`} defaultAction="check">
        <Section heading={t('Kolommen', 'Columns')} id="kolommen" lead={<p>{t(`${amount(run.rowCount)} rijen, ${run.headings.length} kolommen.`, `${amount(run.rowCount)} rows, ${run.headings.length} columns.`)} {ignored.length > 0 && `${t('Niet gekozen', 'Not chosen')}: ${ignored.map(({ heading }) => `“${heading}”`).join(', ')}.`}</p>}>
          <Table<(typeof columns)[number]>
            caption={t('Kolommen van het bestand', 'Columns of the file')} captionHidden rows={columns} columns={[
              { key: 'heading', header: t('Kop in het bestand', 'Heading in the file'), names: true, cell: ({ heading }) => heading },
              { key: 'sample', header: t('Bijvoorbeeld', 'For example'), cell: ({ samples: shown }) => shown.length > 0 ? <ul class="wb-values">{shown.map((text) => <li>{text.length > 90 ? `${text.slice(0, 87)}…` : text}</li>)}</ul> : <span class="wb-subtle">{t('leeg', 'empty')}</span> },
              { key: 'field', header: t('Veld in Waarborg', 'Field in Waarborg'), cell: ({ index, heading, chosen }) => <Select name={`columns.${index}`} label={t(`Veld voor kolom ${heading}`, `Field for column ${heading}`)} labelHidden value={chosen ?? ''} choices={fieldChoices(register)} empty={t('Niet importeren', 'Don’t import')} error={errorAt(`columns.${index}`)} width="full" /> },
              { key: 'certainty', header: t('Herkend', 'Recognised'), cell: (column) => <CertaintyBadge column={column} chosen={column.chosen} /> },
            ]}
          />
          <p class="wb-subtle">{t('Kiest u voor twee kolommen hetzelfde veld, dan komen hun waarden samen.', 'If you choose the same field for two columns, their values come together.')}</p>
        </Section>
        <Section heading={t('Wat is er al?', 'What is there already?')} id="sleutel">
          <RadioGroup name="key" label={t('Waaraan is te zien dat iets al in het register staat?', 'How can one see that something is in the register already?')} value={choices.key ?? ''} error={errorAt('key')} choices={[
            { value: 'number', label: t('Het nummer', 'The number'), hint: t('Het zekerst. Een rij zonder nummer is altijd nieuw.', 'The surest. A row without a number is always new.') }, { value: 'name', label: t('De naam', 'The name') },
            ...(named.department ? [{ value: 'name_department', label: t('De naam en de afdeling', 'The name and the department'), hint: t('Als meer afdelingen dezelfde naam gebruiken.', 'If several departments use the same name.') }] : []),
            { value: '', label: t('Nergens aan: elke rij is nieuw', 'Nothing: every row is new') },
          ]} />
          <RadioGroup name="emptyCells" label={t('Als een cel leeg is en het register heeft daar wel iets', 'If a cell is empty where the register has something')} value={choices.emptyCells} choices={[{ value: 'keep', label: t('Laat staan wat er is', 'Leave what is there') }, { value: 'clear', label: t('Maak het veld leeg', 'Empty the field') }]} />
        </Section>
        <Section heading={t('Wat nieuw is', 'What is new')} id="nieuw">
          {lifecycle.start === lifecycle.inForce ? <input type="hidden" name="status" value="active" /> : (
            <RadioGroup name="status" label={t('In welke stand komen ze?', 'In which state do they come in?')} value={choices.status} choices={[
              { value: 'draft', label: say(lifecycle.statuses[lifecycle.start]!.words), hint: t('Ze worden eerst getoetst en dan geactiveerd.', 'They are tested first and then activated.') },
              { value: 'active', label: t('Actief: ze bestaan al en zijn van kracht', 'Active: they exist already and are in force'), hint: t('Ze worden meteen versie 1. Waarborg zet erbij dat de toets nog ontbreekt.', 'They become version 1 at once. Waarborg notes that the test is missing.') },
            ]} />
          )}
          <FieldRow>{book.importing.starts.map((key) => <StartChoice register={register} name={key} value={choices.starts[key] ?? ''} lookups={lookups} error={errorAt(`starts.${key}`)} />)}</FieldRow>
          <RadioGroup name="faulty" label={t('Als een waarde niet te lezen is, zoals een datum die niet bestaat', 'If a value can’t be read, such as a date that doesn’t exist')} value={choices.faulty} choices={[
            { value: 'refuse', label: t('Weiger de rij', 'Refuse the row'), hint: t('De rij komt niet in het register. U krijgt een lijst met wat eraan mis is.', 'The row stays out of the register. You get a list of what is wrong with it.') },
            { value: 'note', label: t('Lees de rij wel in', 'Import the row'), hint: t('De tekst komt in de toelichting.', 'The text goes to the note.') },
          ]} />
        </Section>
        <Section heading={t('Bewaren voor een volgende keer', 'Save for a next time')} id="bewaren">
          <TextInput name="mappingName" label={t('Naam van deze indeling', 'Name of this mapping')} hint={t('Een volgend bestand met dezelfde koppen krijgt haar vanzelf.', 'A next file with the same headings gets it by itself.')} optional value={mappingName} error={errorAt('mappingName')} width="medium" />
        </Section>
        <SubmitBar primary={t('Controleren', 'Check')} primaryAction="check" />
      </Form>
      <ButtonGroup><ActionButton action={`${base}/import/${run.id}/annuleren`} look="subtle">{t('Import annuleren', 'Cancel the import')}</ActionButton></ButtonGroup>
    </>
  )
}

/** What reading the file itself had to say. */
export function FileNotices({ run }: { run: ImportRun }) {
  if (run.notices.length === 0) return <></>
  const list = <ul class="wb-list">{run.notices.map(({ row, message }) => <li>{row === null || /\b(rij|row) \d/i.test(message) ? message : `${t('Rij', 'Row')} ${row}: ${message}`}</li>)}</ul>
  return <Alert tone="warning" heading={t('Over het bestand', 'About the file')}>{run.notices.length > 5 ? <Details summary={t(`${run.notices.length} meldingen`, `${run.notices.length} notices`)}>{list}</Details> : list}</Alert>
}

function SheetChoice({ run, base }: { run: ImportRun; base: string }) {
  return (
    <Details summary={run.sheet
      ? t(`Gelezen: blad “${run.sheet}”, koppen in rij ${run.headingRow}. Klopt dat niet?`, `Read: sheet “${run.sheet}”, headings in row ${run.headingRow}. Isn’t that right?`)
      : t(`Koppen gelezen in rij ${run.headingRow}. Klopt dat niet?`, `Headings read in row ${run.headingRow}. Isn’t that right?`)}>
      <Form action={`${base}/import/${run.id}/blad`} defaultAction="reread">
        <FieldRow>
          {run.sheets.length > 1 && <Select name="sheet" label={t('Blad', 'Sheet')} value={run.sheet ?? ''} empty={null} choices={run.sheets.map(({ name, isHidden }) => ({ value: name, label: isHidden ? t(`${name} (verborgen)`, `${name} (hidden)`) : name }))} />}
          <NumberInput name="headingRow" label={t('Rij met de koppen', 'Row with the headings')} hint={t('Leeg: Waarborg zoekt zelf.', 'Empty: Waarborg looks for itself.')} value="" />
        </FieldRow>
        <SubmitBar primary={t('Opnieuw lezen', 'Read again')} primaryAction="reread" />
      </Form>
    </Details>
  )
}

const certaintyWords: Record<Certainty, { words: Words; tone: 'positive' | 'neutral' | 'warning' }> = {
  sure: { words: { nl: 'zeker', en: 'sure' }, tone: 'positive' }, likely: { words: { nl: 'waarschijnlijk', en: 'likely' }, tone: 'neutral' },
  doubtful: { words: { nl: 'twijfel: controleer', en: 'doubtful: check' }, tone: 'warning' }, none: { words: { nl: 'niet herkend', en: 'not recognised' }, tone: 'warning' },
}

function CertaintyBadge({ column, chosen }: { column: RecognisedColumn; chosen: string | null }) {
  if (chosen !== null && chosen !== column.field && chosen !== column.also) return <Badge>{t('zelf gekozen', 'own choice')}</Badge>
  const { words, tone } = certaintyWords[column.field === null && column.also === null ? 'none' : column.certainty]
  return <Badge tone={tone}>{say(words)}</Badge>
}

/** A value for all new entries whose row says nothing. */
function StartChoice({ register, name, value, lookups, error }: { register: Register; name: string; value: string; lookups: Lookups; error?: string }) {
  const field = register.fields[name]!
  const label = t(`${field.words.nl}, als de rij niets zegt`, `${field.words.en}, if the row says nothing`)
  const choices = field.type === 'choice' ? field.choices.map(({ key, words }) => ({ value: key, label: say(words) }))
    : field.type === 'reference' ? [...lookups.references[field.to] ?? []].filter(([, { isActive }]) => isActive).map(([id, { label: name_ }]) => ({ value: id, label: name_ })) : []
  return <Select name={`starts.${name}`} label={label} value={value} choices={choices} empty={t('Niet ingevuld', 'Not filled in')} error={error} />
}

function fieldChoices({ sections, fields }: Register): ChoiceGroup[] {
  return sections.map(({ words, fields: keys }) => ({ label: say(words), choices: keys.map((key) => ({ value: key, label: say(fields[key]!.words) })) }))
}

/** What was chosen on the page. A field that a person can't choose twice is a fault at its column. */
export function readMappingForm(book: Book, form: ReadonlyMap<string, string>, width: number): { choices: ImportChoices | undefined; faults: Fault[] } {
  const { fields, named } = book.register
  const faults: Fault[] = []
  const columns = Array.from({ length: width }, (_, index) => form.get(`columns.${index}`) || null)
  const starts = Object.fromEntries(book.importing.starts.map((key) => [key, form.get(`starts.${key}`) || null]))
  const choices = readChoices(book, { columns, key: form.get('key') || null, status: form.get('status'), emptyCells: form.get('emptyCells'), faulty: form.get('faulty'), starts, language: currentLanguage() })
  if (!choices) return { choices, faults: [{ at: '', message: t('Een deel van de keuzes is niet begrepen. Kies opnieuw.', 'Some of the choices weren’t understood. Choose again.') }] }
  for (const [key, value] of Object.entries(starts)) if (!mayStart(fields[key]!, value)) faults.push({ at: `starts.${key}`, message: t('Deze keuze bestaat niet. Kies opnieuw.', 'This choice doesn’t exist. Choose again.') })
  if (!columns.includes(named.title)) faults.push({ at: 'columns.0', message: t(`Kies welke kolom “${fields[named.title]!.words.nl}” is.`, `Choose which column is “${fields[named.title]!.words.en}”.`) })
  if (choices.key === 'number' && !columns.includes(named.number.field)) faults.push({ at: 'key', message: t('Er is geen kolom met het nummer. Kies een kolom daarvoor, of een andere manier van herkennen.', 'There is no column with the number. Choose a column for it, or another way of recognising.') })
  for (const single of [named.title, named.number.field]) {
    const second = columns.indexOf(single, columns.indexOf(single) + 1)
    if (columns.includes(single) && second > 0) faults.push({ at: `columns.${second}`, message: t(`“${fields[single]!.words.nl}” kan maar uit één kolom komen.`, `“${fields[single]!.words.en}” can come from one column only.`) })
  }
  return { choices, faults }
}

function mayStart(field: Field, value: string | null): boolean {
  if (value === null) return true
  return field.type === 'choice' ? field.choices.some(({ key }) => key === value) : isId(value)
}
