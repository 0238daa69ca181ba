// Sample: every part of the kit with invented content; a page to look at, and what the tests of the kit open.
import { Hono } from 'hono'
import { Alert, Badge, EmptyState, FindingNote, StatusBadge } from './alerts.tsx'
import { assetRoutes } from './assets.ts'
import { Button, ButtonGroup, ButtonLink, Link } from './buttons.tsx'
import { Checkbox, CheckboxGroup, RadioGroup, YesNoUnknown } from './choices.tsx'
import { Card, Columns, CopyableCode, DescriptionList, Details, ValueList, WithContents } from './document.tsx'
import { Confirm, ConflictField, ErrorSummary, FieldRow, Fieldset, Form, Section, SubmitBar } from './form.tsx'
import { Comparison, History } from './history.tsx'
import { DateInput, DurationInput, FileInput, NumberInput, Select, TextArea, TextInput } from './inputs.tsx'
import { Page, PlainPage, PublicPage, type NavigationSection, type PageProps } from './layout.tsx'
import { forReader, readerOf } from './reader.ts'
import { Bar, Counters, ProgressBar, Steps, Tabs, TaskList } from './progress.tsx'
import { applyRowAction, isRowAction, rowPlaces, type Entries } from './row-actions.ts'
import { Rows } from './rows.tsx'
import { FilterBar, Pagination, Table } from './table.tsx'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** A small site of sample pages: `/`, `/lijst`, `/dossier`, `/formulier`, `/beeindigen`, `/openbaar`, `/inloggen`. */
export function sampleSite(): Hono {
  const site = new Hono()
  site.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
  })
  site.use((c, next) => forReader(readerOf(c), next))
  site.route('/', assetRoutes)
  site.get('/', (c) => c.html(<HomeSample />))
  site.get('/lijst', (c) => c.html(<ListSample />))
  site.get('/dossier', (c) => c.html(<EntrySample />))
  site.get('/formulier', (c) => c.html(<FormSample entries={startingRows} failed={c.req.query('fout') !== undefined} />))
  site.post('/formulier', async (c) => {
    const data = await c.req.formData()
    const action = data.getAll('_action').at(-1)
    const entries: Entries = [...data].filter(([name]) => name !== '_action')
    if (typeof action === 'string' && isRowAction(action)) return c.html(<FormSample entries={applyRowAction(entries, action)} />)
    return c.redirect('/dossier', 303)
  })
  site.get('/beeindigen', (c) => c.html(<ConfirmSample />))
  site.get('/openbaar', (c) => c.html(<PublicSample />))
  site.get('/inloggen', (c) => c.html(<SignInSample />))
  site.get('/voortgang.json', (c) => c.json({ value: 3120, max: 10000, words: '3.120 van 10.000 regels' }))
  site.get('/zoeken.json', (c) => c.json({ results: entries.filter((entry) => entry.name.toLowerCase().includes((c.req.query('q') ?? '').toLowerCase())).map((entry) => ({ href: '/dossier', words: entry.name, detail: 'Verwerking' })) }))
  return site
}

const entries = [
  { name: 'Bijstandsuitkering (Participatiewet)', department: 'Sociaal domein', state: 'Actief', tone: 'positive', findings: 0, version: 3, changed: '18 nov 2026' },
  { name: 'Basisregistratie personen', department: 'Burgerzaken', state: 'Actief', tone: 'positive', findings: 1, version: 7, changed: '2 nov 2026' },
  { name: 'Cameratoezicht uitgaansgebied', department: 'Veiligheid', state: 'In toetsing', tone: 'info', findings: 2, version: 1, changed: '20 nov 2026' },
  { name: 'Leerlingenvervoer', department: 'Sociaal domein', state: 'Concept', tone: 'neutral', findings: 5, version: 0, changed: '21 nov 2026' },
  { name: 'Parkeervergunningen', department: 'Publiekszaken', state: 'Actief', tone: 'positive', findings: 0, version: 2, changed: '9 sep 2026' },
  { name: 'Personeelsdossiers en verzuimbegeleiding door de arbodienst', department: 'Personeel en organisatie', state: 'Herzien', tone: 'warning', findings: 3, version: 4, changed: '14 okt 2026' },
  { name: 'Schuldhulpverlening', department: 'Sociaal domein', state: 'Actief', tone: 'positive', findings: 0, version: 5, changed: '30 jun 2026' },
  { name: 'Nieuwsbrief evenementen', department: 'Communicatie', state: 'Beëindigd', tone: 'neutral', findings: 0, version: 2, changed: '1 jan 2026' },
] as const

const navigation = (current: string): NavigationSection[] => [
  { items: [{ words: 'Mijn werk', href: '/', icon: 'home', current: current === '/', count: 4, countWords: 'taken' }] },
  {
    words: 'Registers',
    items: [
      { words: 'Verwerkingen', href: '/lijst', icon: 'list', current: current === '/lijst', count: 11, countWords: 'met bevindingen' },
      { words: 'Verwerkers', href: '#', icon: 'building' }, { words: 'DPIA’s', href: '#', icon: 'shield' }, { words: 'Datalekken', href: '#', icon: 'warning', count: 1, countWords: 'open' },
    ],
  },
  { words: 'Overzicht', items: [{ words: 'Normen', href: '#', icon: 'flag' }, { words: 'Openbaar register', href: '/openbaar', icon: 'globe' }] },
  { words: 'Beheer', items: [{ words: 'Importeren', href: '/formulier', icon: 'upload', current: current === '/formulier' }, { words: 'Mensen en rollen', href: '#', icon: 'people' }, { words: 'Instellingen', href: '#', icon: 'settings' }] },
]

function frame(current: string): Omit<PageProps, 'heading'> {
  return {
    organisation: 'Gemeente Duinrade',
    homeHref: '/',
    navigation: navigation(current),
    search: { action: '/lijst', json: '/zoeken.json' },
    account: { name: 'M. de Wit', detail: 'Privacy officer', links: [{ words: 'Mijn account', href: '#' }, { words: 'Naar een andere organisatie', href: '#' }], signOut: { action: '/uitloggen', hidden: { csrf: 'x' } } },
    banner: 'Demo-omgeving: alle organisaties en mensen zijn verzonnen.',
    footer: 'Waarborg 0.1.0 · Help',
  }
}

function HomeSample() {
  return (
    <Page {...frame('/')} heading="Goedemorgen, M. de Wit" lead="Dit vraagt vandaag om uw aandacht.">
      <Counters items={[
        { value: 4, words: 'taken voor u', href: '#', detail: '1 te laat', tone: 'negative' }, { value: 11, words: 'verwerkingen met bevindingen', href: '#', detail: 'van 148', tone: 'warning' },
        { value: 3, words: 'in toetsing', href: '#' }, { value: '93%', words: 'dit jaar beoordeeld', href: '#', tone: 'positive' },
      ]} />
      <Columns wide>
        <Card heading="Mijn werk" action={<Link href="#">Alles bekijken</Link>}>
          <TaskList tasks={[
            { words: 'Beantwoord de opmerkingen van de FG', href: '#', detail: 'Cameratoezicht uitgaansgebied · 2 opmerkingen', due: '19 november', late: true, icon: 'edit' },
            { words: 'Vul de bewaartermijn aan', href: '#', detail: 'Leerlingenvervoer · Sociaal domein', due: '27 november', icon: 'document' },
            { words: 'Controleer de jaarlijkse beoordeling', href: '#', detail: 'Publiekszaken heeft 12 van 30 verwerkingen beoordeeld', due: '31 december', icon: 'calendar' },
            { words: 'Beslis over twijfelgevallen van de import', href: '#', detail: 'register-2025.xlsx', count: 8, icon: 'upload' },
          ]} />
        </Card>
        <Card heading="Jaarlijkse beoordeling">
          <Bar label="Burgerzaken" value={24} max={24} words="24 van 24" tone="positive" />
          <Bar label="Sociaal domein" value={31} max={42} words="31 van 42" />
          <Bar label="Publiekszaken" value={12} max={30} words="12 van 30" tone="warning" />
          <Bar label="Personeel en organisatie" value={9} max={14} words="9 van 14" />
        </Card>
      </Columns>
      <ProgressBar label="register-2025.xlsx wordt ingelezen" value={3120} max={10000} words="3.120 van 10.000 regels" json="/voortgang.json" />
      <EmptyState heading="Nog geen datalekken" icon="warning" action={<ButtonLink look="primary" icon="plus" href="#">Datalek melden</ButtonLink>}>
        Hier komen de datalekken van uw organisatie. Meld ook wat niet naar de toezichthouder hoeft: u moet elk datalek vastleggen.
      </EmptyState>
    </Page>
  )
}

function ListSample() {
  return (
    <Page
      {...frame('/lijst')} heading="Verwerkingen" lead="Register van verwerkingen van persoonsgegevens." flash={{ tone: 'ok', words: 'De verwerking is ter toetsing aangeboden aan de FG.' }}
      actions={<><ButtonLink href="#" icon="download">Exporteren</ButtonLink><ButtonLink href="/formulier" look="primary" icon="plus">Nieuwe verwerking</ButtonLink></>}
    >
      <FilterBar
        action="/lijst" clearHref="/lijst" hidden={{ sorteer: 'naam' }} search={{ name: 'zoek', value: '', label: 'Zoek in verwerkingen' }}
        active={[{ label: 'Status', value: 'Actief', removeHref: '#' }, { label: 'Afdeling', value: 'Sociaal domein', removeHref: '#' }]}
      >
        <Select name="status" label="Status" value="actief" choices={[{ value: 'actief', label: 'Actief' }, { value: 'concept', label: 'Concept' }]} empty="Alle" />
        <Select name="afdeling" label="Afdeling" choices={[{ value: 'sd', label: 'Sociaal domein' }]} empty="Alle" />
      </FilterBar>
      <Table
        caption="Verwerkingen" captionHidden rows={entries} sort={{ key: 'name', direction: 'asc' }}
        columns={[
          { key: 'name', header: 'Naam', names: true, sortHref: () => '#', cell: (entry) => <Link href="/dossier">{entry.name}</Link> },
          { key: 'department', header: 'Afdeling', sortHref: () => '#', cell: (entry) => entry.department },
          { key: 'state', header: 'Status', cell: (entry) => <StatusBadge tone={entry.tone}>{entry.state}</StatusBadge> },
          { key: 'findings', header: 'Bevindingen', numeric: true, sortHref: () => '#', cell: (entry) => entry.findings || '–' },
          { key: 'version', header: 'Versie', numeric: true, cell: (entry) => entry.version || '–' },
          { key: 'changed', header: 'Gewijzigd', oneLine: true, sortHref: () => '#', firstDirection: 'desc', cell: (entry) => entry.changed },
        ]}
      />
      <Pagination words="1–8 van 148" next="#" sizes={[{ words: '25', href: '#' }, { words: '50', href: '#', current: true }, { words: '100', href: '#' }]} />
      <Table caption="Leeg" rows={[]} columns={[]} empty={<EmptyState heading="Geen verwerkingen gevonden" action={<ButtonLink href="/lijst">Wis alle filters</ButtonLink>}>Haal een filter weg, of zoek met andere woorden.</EmptyState>} />
      <Table caption="Gewerkte uren per maand" narrow="scroll" rows={[{ team: 'Privacy' }, { team: 'Informatiebeveiliging' }]} columns={[{ key: 'team', header: 'Team', names: true, cell: (row) => row.team }, ...Array.from({ length: 12 }, (_, month) => ({ key: `m${month}`, header: `Maand ${month + 1}`, numeric: true, cell: () => month * 7 }))]} />
    </Page>
  )
}

function EntrySample() {
  return (
    <Page
      {...frame('/lijst')} heading="Leerlingenvervoer" crumbs={[{ words: 'Gemeente Duinrade', href: '/' }, { words: 'Verwerkingen', href: '/lijst' }]}
      lead={<><StatusBadge>Concept</StatusBadge> <Badge tone="warning">5 bevindingen</Badge> Sociaal domein · eigenaar: J. Bakker</>}
      actions={<><ButtonLink href="#" icon="history">Geschiedenis</ButtonLink><ButtonLink href="/formulier" icon="edit">Wijzigen</ButtonLink><ButtonLink href="#" look="primary">Ter toetsing aanbieden</ButtonLink></>}
    >
      <Tabs label="Onderdelen van deze verwerking" tabs={[{ words: 'Gegevens', href: '#', current: true }, { words: 'Opmerkingen', href: '#', count: 2 }, { words: 'Versies', href: '#' }, { words: 'Geschiedenis', href: '#' }]} />
      <Steps label="Voortgang" steps={[{ words: 'Concept', state: 'done', detail: '21 nov 2026' }, { words: 'In toetsing', state: 'current', detail: 'bij de FG' }, { words: 'Actief', state: 'todo' }, { words: 'Beëindigd', state: 'todo' }]} />
      <WithContents sections={[{ id: 'doel', words: 'Doel en grondslag', count: 2 }, { id: 'wie', words: 'Wie en wat' }, { id: 'versies', words: 'Versies' }]}>
        <Section heading="Doel en grondslag" id="doel" side={<Link href="#">Wijzigen</Link>}>
          <DescriptionList terms={[
            { term: 'Doel', description: 'Het organiseren en betalen van vervoer van en naar school voor leerlingen die daar recht op hebben.' },
            { term: 'Grondslag', description: 'Taak van algemeen belang (art. 6 lid 1 onder e AVG)', side: <FindingNote severity="warning" words="Bij deze grondslag hoort een wet." todo="Noem de wet of verordening waarin de taak staat." citation="art. 6 lid 3 AVG" /> },
            { term: 'Bewaartermijn', side: <FindingNote severity="error" words="De bewaartermijn ontbreekt." todo="Kies een termijn uit de selectielijst, of schrijf op hoe u de termijn bepaalt." citation="art. 30 lid 1 onder f AVG" /> },
          ]} />
        </Section>
        <Section heading="Wie en wat" id="wie">
          <DescriptionList terms={[
            { term: 'Betrokkenen', description: <ValueList values={['Leerlingen', 'Ouders en verzorgers']} /> },
            { term: 'Gegevens', description: <ValueList values={['Naam, adres en woonplaats', <>Gezondheid <Badge tone="negative">bijzonder</Badge></>, <>Burgerservicenummer <Badge tone="warning">BSN</Badge></>]} />, side: <FindingNote severity="suggestion" words="Overweeg of het BSN nodig is." citation="art. 46 lid 1 UAVG" /> },
            { term: 'Ontvangers', description: 'Vervoersbedrijf' },
            { term: 'Doorgifte', description: '' },
          ]} />
          <Details summary="Meer gegevens"><p>Deze verwerking is overgenomen uit het oude register.</p></Details>
        </Section>
        <Section heading="Versies" id="versies">
          <Comparison caption="Versie 1 en versie 2" leftWords="Versie 1" rightWords="Versie 2" differences={[
            { field: 'Doel', left: 'Vervoer van leerlingen', right: 'Vervoer van en naar school', changed: true }, { field: 'Afdeling', left: 'Sociaal domein', right: 'Sociaal domein', changed: false }, { field: 'Ontvangers', right: 'Vervoersbedrijf', changed: true },
          ]} />
          <History label="Geschiedenis" happenings={[
            { at: '2026-11-21T13:05:00Z', when: '21 nov 2026, 14:05', who: 'M. de Wit', what: 'Gewijzigd', changes: [{ field: 'Doel', before: 'Vervoer van leerlingen', after: 'Vervoer van en naar school' }, { field: 'Ontvangers', after: 'Vervoersbedrijf' }] },
            { at: '2026-11-20T08:00:00Z', when: '20 nov 2026, 09:00', who: 'Import', what: 'Ingelezen uit register-2025.xlsx', note: <p>Regel 48 van het blad “Verwerkingen”.</p> },
          ]} />
          <CopyableCode label="Kenmerk">0199c5a2-7d1e-7b54-9a60-3f1d2f8f2b11</CopyableCode>
        </Section>
      </WithContents>
    </Page>
  )
}

const startingRows: Entries = [['purposes.0.purpose', 'Vervoer van en naar school'], ['purposes.0.basis', 'e'], ['purposes.1.purpose', 'Betalen van de vervoerder']]
const categories = ['Naam', 'Adres', 'Geboortedatum', 'Telefoonnummer', 'E-mailadres', 'Burgerservicenummer', 'Bankrekening', 'Inkomen', 'Schulden', 'Gezinssituatie', 'Gezondheid', 'Ras of etnische afkomst', 'Strafrechtelijke gegevens', 'Kenteken', 'Camerabeelden', 'Inloggegevens', 'Locatie']

function FormSample({ entries, failed }: { entries: Entries; failed?: boolean }) {
  const values = new Map(entries)
  const value = (name: string) => String(values.get(name) ?? '')
  return (
    <Page {...frame('/formulier')} heading="Verwerking wijzigen" narrow failed={failed} crumbs={[{ words: 'Verwerkingen', href: '/lijst' }, { words: 'Leerlingenvervoer', href: '/dossier' }]}>
      <ErrorSummary faults={failed ? [{ at: 'name', message: 'Vul de naam van de verwerking in.' }, { at: 'categories', message: 'Kies ten minste één soort gegevens.' }, { at: 'startsOn', message: '31-02-2026 is geen bestaande datum.' }] : []} />
      <Form action="/formulier" guard hidden={{ csrf: 'x', version: '3' }}>
        <Section heading="Naam en doel" id="naam" lead="Schrijf zo dat een inwoner het begrijpt.">
          <TextInput name="name" label="Naam van de verwerking" hint="Zoals u die in gesprekken noemt." error={failed ? 'Vul de naam van de verwerking in.' : undefined} value={value('name')} />
          <TextArea name="description" label="Omschrijving" optional value={value('description')} after={<FindingNote severity="suggestion" words="Deze omschrijving is kort." todo="Schrijf op wat er met de gegevens gebeurt." />} />
          <Rows
            name="purposes" legend="Doelen" hint="Elk doel heeft zijn eigen grondslag." rowWords="Doel" addWords="Doel toevoegen" count={rowPlaces(entries, 'purposes').length}
            render={(path) => (
              <>
                <TextInput name={`${path}.purpose`} label="Doel" value={value(`${path}.purpose`)} />
                <Select name={`${path}.basis`} label="Grondslag" value={value(`${path}.basis`)} choices={[{ value: 'a', label: 'Toestemming' }, { label: 'Overheid', choices: [{ value: 'c', label: 'Wettelijke verplichting' }, { value: 'e', label: 'Taak van algemeen belang' }] }]} />
              </>
            )}
          />
          <Rows
            name="links" legend="Bronnen" compact addWords="Bron toevoegen" count={1}
            render={(path) => <><TextInput name={`${path}.title`} label="Titel" /><TextInput name={`${path}.url`} label="Adres" type="url" /></>}
          />
        </Section>
        <Section heading="Gegevens en termijnen" id="gegevens">
          <CheckboxGroup
            name="categories" label="Soorten gegevens" hint="Kies alles wat voorkomt." error={failed ? 'Kies ten minste één soort gegevens.' : undefined} values={['Naam', 'Gezondheid']}
            choices={[{ label: 'Gewoon', choices: categories.slice(0, 10).map((label) => ({ value: label, label })) }, { label: 'Bijzonder of gevoelig', choices: categories.slice(10).map((label) => ({ value: label, label })) }]}
          />
          <CheckboxGroup name="subjects" label="Betrokkenen" values={['leerlingen']} choices={[{ value: 'leerlingen', label: 'Leerlingen' }, { value: 'ouders', label: 'Ouders en verzorgers', hint: 'Ook voogden.' }]} />
          <YesNoUnknown name="profiling" label="Worden mensen geprofileerd?" value={null} />
          <RadioGroup name="role" label="Rol van uw organisatie" value="controller" choices={[{ value: 'controller', label: 'Verwerkingsverantwoordelijke', hint: 'U bepaalt doel en middelen.' }, { value: 'processor', label: 'Verwerker' }]} />
          <FieldRow>
            <DurationInput name="retention" label="Bewaartermijn" value="P5Y" />
            <DateInput name="startsOn" label="Begint op" value={failed ? '31-02-2026' : '2026-01-01'} error={failed ? '31-02-2026 is geen bestaande datum.' : undefined} />
            <NumberInput name="subjectsCount" label="Aantal betrokkenen" value={420} unit="mensen" optional />
          </FieldRow>
          <FileInput name="file" label="Bijlage" hint="Een besluit of verordening." accept=".pdf,.docx" limit="50 MB" />
        </Section>
        <Fieldset legend="Intussen gewijzigd door J. Bakker">
          <ConflictField name="conflict.goal" label="Doel" mine="Vervoer van en naar school" theirs="Leerlingen vervoeren die niet zelf kunnen reizen" by="J. Bakker" />
        </Fieldset>
        <Checkbox name="sure" label="Ik heb alles gecontroleerd" hint="De FG krijgt bericht." />
        <SubmitBar primary="Opslaan" secondary="Opslaan en aanbieden" secondaryAction="submit" cancel={{ words: 'Annuleren', href: '/dossier' }} />
      </Form>
      <Alert tone="warning" heading="Deze verwerking is openbaar">Wat u hier wijzigt, staat pas in het openbare register als de eigenaar de nieuwe versie vaststelt.</Alert>
      <Alert>De FG kijkt elke dinsdag mee.</Alert>
      <ButtonGroup><Button look="danger" icon="trash">Verwijderen</Button><Button look="subtle">Later</Button></ButtonGroup>
    </Page>
  )
}

function ConfirmSample() {
  return (
    <Page {...frame('/lijst')} heading="Verwerking beëindigen" narrow lead="Leerlingenvervoer" crumbs={[{ words: 'Verwerkingen', href: '/lijst' }, { words: 'Leerlingenvervoer', href: '/dossier' }]}>
      <Confirm
        action="/beeindigen" button="Verwerking beëindigen" danger cancel={{ words: 'Annuleren', href: '/dossier' }}
        consequences={['De verwerking verdwijnt uit het openbare register.', 'De versies en de geschiedenis blijven bewaard.']}
      >
        <DateInput name="endsOn" label="Laatste dag" />
      </Confirm>
    </Page>
  )
}

function PublicSample() {
  return (
    <PublicPage organisation="Gemeente Duinrade" heading="Register van verwerkingen" home={{ words: 'Alle verwerkingen', href: '/openbaar' }} lead="Hier leest u waarvoor de gemeente uw persoonsgegevens gebruikt." footer="Vragen? Mail de functionaris gegevensbescherming.">
      <FilterBar action="/openbaar" clearHref="/openbaar" active={[]} search={{ name: 'zoek', value: '', label: 'Zoek in het register' }} />
      <Table caption="Verwerkingen" captionHidden rows={entries} columns={[{ key: 'name', header: 'Naam', names: true, cell: (entry) => <Link href="#">{entry.name}</Link> }, { key: 'department', header: 'Afdeling', cell: (entry) => entry.department }]} />
      <DescriptionList terms={[{ term: 'Doel', description: 'Vervoer van en naar school' }]} />
    </PublicPage>
  )
}

function SignInSample() {
  return (
    <PlainPage heading="Inloggen" organisation="Gemeente Duinrade" banner="Demo-omgeving: wachtwoord is voor iedereen gelijk." flash={{ tone: 'info', words: 'U bent uitgelogd.' }} footer="Waarborg 0.1.0">
      <Form action="/inloggen" hidden={{ csrf: 'x' }}>
        <TextInput name="email" label="E-mailadres" type="email" autocomplete="username" />
        <TextInput name="password" label="Wachtwoord" type="password" autocomplete="current-password" />
        <SubmitBar primary="Inloggen" />
      </Form>
      <Link href="#">Wachtwoord vergeten?</Link>
    </PlainPage>
  )
}
