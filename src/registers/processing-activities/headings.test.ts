// Headings of registers in the wild, against the fields and aliases that this register declares.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniseHeadings } from '../../register-kit/exchange/recognise-headings.ts'
import { fields } from './declaration.ts'

const known = Object.entries(fields).map(([key, field]) => ({ key, label: field.words, aliases: field.aliases }))

// Heading, and the field it fills; in brackets the field it would fill besides another column.
const registers: Record<string, readonly (readonly [heading: string, field: string])[]> = {
  'Amersfoort, 17 columns': [
    ['naam afdeling', 'department'], ['taak afdeling', 'task'], ['verwerking', 'name'], ['verwerkingsactiviteit', 'description'], ['verwerkingsverantwoordelijken', 'controller_body'], ['publiek of privaat', 'public_or_private'],
    ['verwerkingsdoeleinden', 'purposes'], ['rechtmatige grondslag', 'legal_bases'], ['categorieën persoonsgegevens', 'data_categories'], ['bewaartermijn', 'retention_rules'], ['herkomst gegevens', 'sources'],
    ['categorieën ontvangers', 'recipients'], ['doorgifte derde land', 'transfers'], ['samenwerkende partijen', '(recipients)'], ['convenant of privacyprotocol', 'covenant'], ['gezamenlijke verantwoordelijkheid', 'role'], ['verdere verwerking', 'further_use'],
  ],
  'a register of nine columns': [
    ['Omschrijving', 'description'], ['Verwerkingsdoeleinden', 'purposes'], ['Persoonsgegevens', 'data_categories'], ['Betrokkenen', 'subject_categories'], ['Ketenpartners', 'recipients'],
    ['Rechtmatige grondslag', 'legal_bases'], ['Grondslag', '(legal_bases)'], ['Bewaartermijn', 'retention_rules'], ['Doorgifte buitenland', 'transfers'],
  ],
  'a municipality’s own template': [
    ['Nr', 'number'], ['Naam verwerking', 'name'], ['Beschrijving van de verwerking', 'description'], ['Organisatieonderdeel', 'department'], ['Proceseigenaar', 'owner'], ['Doel(en) van de verwerking', 'purposes'],
    ['Categorieën van betrokkenen', 'subject_categories'], ['Categorieën van persoonsgegevens', 'data_categories'], ['Bijzondere persoonsgegevens', '(data_categories)'], ['Grondslag voor de verwerking', 'legal_bases'],
    ['Categorieën van ontvangers', 'recipients'], ['Verwerker(s)', 'processors'], ['Doorgifte naar derde landen', 'transfers'], ['Passende waarborgen', '(transfers)'], ['Bewaartermijn(en)', 'retention_rules'],
    ['Technische en organisatorische beveiligingsmaatregelen', 'measures'], ['Applicatie(s)', 'stores'], ['DPIA uitgevoerd', 'dpia_status'], ['Opmerkingen', ''],
  ],
  'steps of a ministry’s register': [
    ['Nummer', 'number'], ['Naam', 'name'], ['Verantwoordelijke(n)', 'controller_body'], ['Verwerkers', 'processors'], ['Ontvangers', 'recipients'], ['Doelen', 'purposes'], ['Grondslagen', 'legal_bases'],
    ['Systemen', 'stores'], ['Algoritmes', 'algorithm'], ['Beveiliging', 'measures'], ['Doorgifte buiten de EU', 'transfers'], ['GEB (DPIA) uitgevoerd', 'dpia_status'],
  ],
  'an English template': [
    ['Processing activity', 'name'], ['Reference number', 'number'], ['Department', 'department'], ['Purpose of processing', 'purposes'], ['Lawful basis', 'legal_bases'], ['Data subjects', 'subject_categories'],
    ['Categories of personal data', 'data_categories'], ['Source of data', 'sources'], ['Categories of recipients', 'recipients'], ['Third countries', 'transfers'], ['Safeguards', '(transfers)'], ['Retention period', 'retention_rules'],
    ['General description of security measures', 'measures'], ['Joint controller (if applicable)', 'joint_controllers'],
  ],
}
for (const [name, columns] of Object.entries(registers)) test(`H-07 headings are recognised: ${name}`, () => {
  const found = recogniseHeadings(columns.map(([heading]) => heading), known)
  assert.deepEqual(found.map((column) => [column.heading, column.field ?? (column.also ? `(${column.also})` : '')]), columns.map((column) => [...column]))
})

test('every field is recognised by its own label, in Dutch and in English', () => {
  for (const language of ['nl', 'en'] as const) {
    const found = recogniseHeadings(known.map(({ label }) => label[language]), known)
    assert.deepEqual(found.filter((column) => column.field !== known[column.index]!.key || column.certainty !== 'sure').map(({ heading, field }) => [heading, field]), [])
  }
})
