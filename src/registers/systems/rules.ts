// Rules on systems and stores: the kind is known, data on the move are encrypted, access is strict, and somebody uses it (art. 5 en 32 AVG; N-36, M-10).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type SystemInput = InputOf<typeof fields>
const isDigital = ({ kind }: SystemInput) => kind !== 'paper'
const twoYearsEarlier = (day: string) => `${String(Number(day.slice(0, 4)) - 2)}${day.slice(4)}`

export const systemRules = {
  'kind-missing': {
    field: 'kind', severity: 'serious', citation: 'art. 5 lid 1 onder f AVG', norms: ['N-36'],
    words: { nl: 'Er staat niet wat voor opslag dit is.', en: 'It isn’t said what kind of store this is.' }, advice: { nl: 'Kies centraal, decentraal, spreadsheet, papier of losse documenten.', en: 'Choose central, decentral, spreadsheet, paper or unstructured.' },
    finds: ({ kind }) => kind === null,
  },
  'decentral-unexplained': {
    field: 'kind', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 25 AVG', norms: ['N-36'],
    words: { nl: 'Dit is geen centrale database, en er staat niet waarom.', en: 'This is no central database, and it isn’t said why.' }, advice: { nl: 'Schrijf bij “Waarvoor dient het” waarom de gegevens niet centraal staan, of breng ze over.', en: 'Write under “What it is for” why the data aren’t kept centrally, or move them.' },
    finds: ({ kind, description }) => (kind === 'decentral' || kind === 'spreadsheet') && description === null,
  },
  'portable-unencrypted': {
    field: 'is_encrypted', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['N-36', 'M-10'],
    words: { nl: 'De gegevens staan op laptops of telefoons en zijn niet versleuteld.', en: 'The data are on laptops or phones and aren’t encrypted.' }, advice: { nl: 'Versleutel de opslag, of haal de gegevens van deze apparaten.', en: 'Encrypt the storage, or take the data off these devices.' },
    finds: ({ is_portable, is_encrypted }) => is_portable === true && is_encrypted !== true,
  },
  'sensitive-in-spreadsheet': {
    field: 'data_categories', severity: 'serious', citation: 'art. 9 lid 1 en art. 32 AVG', norms: ['N-36'],
    words: { nl: 'In een spreadsheet staan bijzondere gegevens of een BSN.', en: 'A spreadsheet holds special data or a citizen service number.' }, advice: { nl: 'Breng deze gegevens naar een systeem met toegang per rol en logging.', en: 'Move these data to a system with access per role and logging.' },
    finds: ({ kind, data_categories }, { term }) => kind === 'spreadsheet' && data_categories.flatMap((key) => {
      const found = term('data-category', key)
      return found && found.marks.some((mark) => ['special', 'criminal', 'bsn'].includes(mark)) ? [found.label] : []
    }),
  },
  'transit-unencrypted': {
    field: 'is_encrypted_in_transit', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['M-10'],
    words: { nl: 'Gegevens gaan onversleuteld over de lijn.', en: 'Data travel unencrypted.' }, advice: { nl: 'Gebruik een versleutelde verbinding (TLS).', en: 'Use an encrypted connection (TLS).' },
    finds: (entry) => isDigital(entry) && entry.is_encrypted_in_transit === false,
  },
  'second-factor-missing': {
    field: 'has_second_factor', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms: ['M-10'],
    words: { nl: 'Inloggen gaat zonder tweede stap.', en: 'Signing in takes no second step.' }, advice: { nl: 'Zet inloggen in twee stappen aan.', en: 'Turn on multi-factor authentication.' },
    finds: (entry) => (entry.kind === 'central' || entry.kind === 'decentral') && entry.has_second_factor === false,
  },
  'access-open': {
    field: 'has_access_control', severity: 'serious', citation: 'art. 5 lid 1 onder f en art. 32 lid 1 onder b AVG', norms: ['M-10'],
    words: { nl: 'De toegang is niet per rol geregeld.', en: 'Access isn’t arranged per role.' }, advice: { nl: 'Geef alleen toegang aan wie de gegevens voor het werk nodig heeft.', en: 'Give access only to those who need the data for their work.' },
    finds: ({ has_access_control }) => has_access_control === false,
  },
  'audit-due': {
    field: 'security_audit_on', severity: 'attention', citation: 'art. 32 lid 1 onder d AVG', norms: ['M-10'],
    words: { nl: 'De beveiliging is de laatste twee jaar niet onderzocht.', en: 'The security hasn’t been audited in the last two years.' }, advice: { nl: 'Laat de beveiliging onderzoeken en leg de datum vast.', en: 'Have the security audited and record the date.' },
    finds: (entry, { today }) => isDigital(entry) && entry.confidentiality === 'high' && (entry.security_audit_on === null || entry.security_audit_on < twoYearsEarlier(today)),
  },
  'supplier-without-agreement': {
    field: 'supplier', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08'],
    words: { nl: 'Met deze leverancier is geen verwerkersovereenkomst van kracht.', en: 'No processor agreement with this supplier is in force.' }, advice: { nl: 'Sluit de overeenkomst, of leg haar vast in het register van verwerkersovereenkomsten.', en: 'Conclude the agreement, or record it in the register of processor agreements.' },
    finds: ({ supplier }, { fact }) => supplier !== null && fact?.('processors', supplier, 'agreements') === 0,
  },
  'outside-eea': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'De gegevens staan buiten de Europese Economische Ruimte.', en: 'The data are outside the European Economic Area.' }, advice: { nl: 'Leg bij elke verwerking in dit systeem vast met welke waarborg dat mag.', en: 'Record at each processing activity in this system by which safeguard this is allowed.' },
    finds: ({ country }, { term }) => country !== null && !(term('country', country)?.marks.includes('eea') ?? false) && [term('country', country)?.label ?? country],
  },
  'owner-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-36'],
    words: { nl: 'Er is geen systeemeigenaar.', en: 'There is no system owner.' }, advice: { nl: 'Kies wie voor het systeem verantwoordelijk is.', en: 'Choose who answers for the system.' },
    finds: ({ owner }) => owner === null,
  },
  unused: {
    field: 'name', severity: 'attention', citation: 'art. 30 lid 1 AVG', norms: ['N-36'],
    words: { nl: 'Geen enkele verwerking noemt dit systeem.', en: 'No processing activity names this system.' }, advice: { nl: 'Noem het systeem bij de verwerkingen die het gebruiken, of neem het uit gebruik.', en: 'Name the system at the processing activities that use it, or take it out of use.' },
    finds: (_, { ownFact }) => ownFact?.('processing-activities') === 0,
  },
} as const satisfies Readonly<Record<string, Rule<SystemInput>>>
