// Fields of a policy document: what it is, where it hangs, what it says, and for whom (H-01, H-02, H-49, M-17, N-55, P-12).
import { choice, duration, longText, reference, text } from '../../register-kit/field-types.ts'

export const registerKey = 'policy-documents'

export const kinds = {
  privacy_policy: ['Privacybeleid', 'Privacy policy'],
  security_policy: ['Informatiebeveiligingsbeleid', 'Security policy'],
  department_procedure: ['Werkwijze van een afdeling', 'Department procedure'],
  privacy_statement: ['Privacyverklaring', 'Privacy statement'],
  regulation: ['Regeling', 'Regulation'],
  other: ['Anders', 'Other'],
} as const

export const levels = { strategic: ['Strategisch', 'Strategic'], tactical: ['Tactisch', 'Tactical'], department: ['Afdeling', 'Department'] } as const

export const fields = {
  title: text('Titel', 'Title', { most: 200, aliases: ['naam', 'titel', 'document', 'title'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'zaaknummer', 'number'] }),
  kind: choice('Soort document', 'Kind of document', kinds, { aliases: ['soort', 'kind'] }),
  level: choice('Niveau', 'Level', levels, { aliases: ['niveau', 'level'] }),
  audience: choice('Voor wie', 'For whom', { public: ['Openbaar', 'Public'], internal: ['Alleen intern', 'Internal only'] }, {
    help: { nl: 'Een openbaar document komt op uw openbare pagina. Details van beveiliging blijven intern.', en: 'A public document is put on your public page. Details of security stay internal.' }, aliases: ['openbaarheid', 'audience'],
  }),
  parent: reference('Hangt onder', 'Hangs under', registerKey, { help: { nl: 'Het beleid waarvan dit document een uitwerking is.', en: 'The policy that this document works out.' }, aliases: ['bovenliggend', 'parent'] }),
  replaces: reference('Vervangt', 'Replaces', registerKey, { help: { nl: 'Wie dit document vaststelt, trekt dat oude document in.', en: 'Whoever adopts this document withdraws that old one.' }, aliases: ['vervangt', 'replaces'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Wie het document bijhoudt.', en: 'Who keeps the document current.' }, aliases: ['eigenaar'] }),

  summary: longText('Samenvatting', 'Summary', { most: 2000, help: { nl: 'Een paar zinnen voor wie het hele document niet leest.', en: 'A few sentences for whoever doesn’t read the whole document.' }, aliases: ['samenvatting'] }),
  text: longText('Tekst', 'Text', {
    most: 100_000, format: 'markdown', citation: 'art. 24 lid 2 AVG', aliases: ['inhoud', 'beleidstekst', 'text'],
    help: { nl: 'Een kop begint met #, een kop daaronder met ##. Koppen krijgen vanzelf een nummer. Een lijst begint elke regel met een streepje.', en: 'A heading begins with #, one under it with ##. Headings get their number by themselves. In a list each line begins with a dash.' },
  }),
  evaluate_every: duration('Evalueren elke', 'Evaluate every', { citation: 'art. 24 lid 1 AVG', help: { nl: 'Leeg: zo vaak als uw beleidsprofiel zegt.', en: 'Empty: as often as your policy profile says.' }, aliases: ['evaluatietermijn'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
