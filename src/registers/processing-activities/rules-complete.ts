// Rules on completeness: what the register must hold at the least (art. 30 AVG, art. 31d Wpg), and what the policies add to it.
import { isController, isFilled, isGdprController, type Rules } from './rules-shape.ts'

export const completeRules = {
  'name-missing': {
    field: 'name', severity: 'blocking', citation: 'art. 30 lid 1 AVG', norms: ['H-07'],
    words: { nl: 'De verwerking heeft geen naam.', en: 'The processing activity has no name.' },
    advice: { nl: 'Geef een korte naam die collega’s herkennen.', en: 'Give it a short name that colleagues recognise.' },
    finds: (entry) => !isFilled(entry.name),
  },
  'role-missing': {
    field: 'role', severity: 'blocking', citation: 'art. 30 lid 1 en 2 AVG', norms: ['W-01'],
    words: { nl: 'Er staat niet of u verantwoordelijke of verwerker bent.', en: 'It doesn’t say whether you are controller or processor.' },
    advice: { nl: 'Kies de rol. Wie doel en middelen bepaalt, is verantwoordelijke.', en: 'Choose the role. Who decides on purpose and means is the controller.' },
    finds: (entry) => entry.role === null,
  },
  'regime-missing': {
    field: 'regime', severity: 'attention', citation: 'art. 2 lid 2 onder d AVG; art. 31d Wpg', norms: ['H-07'],
    words: { nl: 'Er staat niet welke wet geldt: de AVG of de Wpg.', en: 'It doesn’t say which law applies: the GDPR or the Police Data Act.' },
    advice: { nl: 'Kies de wet. Bijna altijd is dat de AVG; voor boa’s vaak de Wpg.', en: 'Choose the law. It is nearly always the GDPR; for special investigating officers often the Police Data Act.' },
    finds: (entry) => entry.regime === null,
  },
  'controller-missing': {
    field: 'controller_body', severity: 'blocking', citation: 'art. 4 onder 7 en art. 30 lid 1 onder a AVG', norms: ['H-05', 'H-07', 'H-65'],
    words: { nl: 'De verwerkingsverantwoordelijke ontbreekt.', en: 'The controller is missing.' },
    advice: { nl: 'Kies het orgaan dat de wet aanwijst, bijvoorbeeld het college, de burgemeester of de raad.', en: 'Choose the body that the law names, for instance the executive board, the mayor or the council.' },
    finds: (entry) => isController(entry) && !isFilled(entry.controller_body),
  },
  'department-missing': {
    field: 'department', severity: 'blocking', citation: 'art. 24 lid 1 AVG', norms: ['H-05', 'H-07', 'N-01'],
    words: { nl: 'De afdeling ontbreekt.', en: 'The department is missing.' },
    advice: { nl: 'Kies de afdeling die deze gegevens verwerkt.', en: 'Choose the department that processes these data.' },
    finds: (entry) => !isFilled(entry.department),
  },
  'owner-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-05', 'H-50', 'N-32'],
    words: { nl: 'Er is geen proceseigenaar.', en: 'There is no process owner.' },
    advice: { nl: 'Kies de leidinggevende die deze verwerking actueel houdt.', en: 'Choose the manager who keeps this activity up to date.' },
    finds: (entry) => !isFilled(entry.owner),
  },
  'coordinating-owner-missing': {
    field: 'coordinating_owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-05'],
    words: { nl: 'Het proces loopt over meerdere afdelingen, maar er is geen coördinerend eigenaar.', en: 'The process runs across departments, but nobody coordinates it.' },
    advice: { nl: 'Spreek af wie het hele proces bewaakt, en kies die persoon.', en: 'Agree who guards the whole process, and choose that person.' },
    finds: (entry) => entry.is_cross_team === true && !isFilled(entry.coordinating_owner),
  },
  'description-short': {
    field: 'description', severity: 'attention', citation: 'art. 30 lid 1 AVG', norms: ['H-07', 'M-01'],
    words: { nl: 'De omschrijving ontbreekt of is erg kort.', en: 'The description is missing or very short.' },
    advice: { nl: 'Schrijf in een paar zinnen wat er gebeurt, van begin tot eind.', en: 'Write in a few sentences what happens, from start to end.' },
    finds: (entry) => (entry.description ?? '').trim().length < 40,
  },
  'purposes-missing': {
    field: 'purposes', severity: 'blocking', citation: 'art. 5 lid 1 onder b en art. 30 lid 1 onder b AVG', norms: ['H-07', 'N-01', 'M-07'],
    words: { nl: 'Er staat geen doel.', en: 'There is no purpose.' },
    advice: { nl: 'Schrijf waarvoor u de gegevens nodig hebt. Zonder doel mag u niets verwerken.', en: 'Write what you need the data for. Without a purpose nothing may be processed.' },
    finds: (entry) => !entry.purposes.some(({ purpose }) => isFilled(purpose)),
  },
  'legal-basis-missing': {
    field: 'legal_bases', severity: 'blocking', citation: 'art. 6 lid 1 AVG', norms: ['H-07', 'H-13', 'M-09', 'W-07'],
    words: { nl: 'Er staat geen grondslag.', en: 'There is no legal basis.' },
    advice: { nl: 'Kies een van de zes grondslagen van de AVG. Zonder grondslag mag het niet.', en: 'Choose one of the six legal bases of the GDPR. Without one it isn’t allowed.' },
    finds: (entry) => isGdprController(entry) && !entry.legal_bases.some(({ basis }) => isFilled(basis)),
  },
  'subjects-missing': {
    field: 'subject_categories', severity: 'blocking', citation: 'art. 30 lid 1 onder c AVG', norms: ['H-07'],
    words: { nl: 'Er staat niet over wie de gegevens gaan.', en: 'It doesn’t say whom the data are about.' },
    advice: { nl: 'Kies de groepen mensen van wie u gegevens verwerkt.', en: 'Choose the groups of people whose data you process.' },
    finds: (entry) => entry.subject_categories.length === 0,
  },
  'data-missing': {
    field: 'data_categories', severity: 'blocking', citation: 'art. 30 lid 1 onder c AVG', norms: ['H-07', 'M-07', 'W-03', 'W-04'],
    words: { nl: 'Er staat niet welke gegevens u verwerkt.', en: 'It doesn’t say which data you process.' },
    advice: { nl: 'Kies de soorten gegevens, ook de bijzondere.', en: 'Choose the kinds of data, the special ones too.' },
    finds: (entry) => entry.data_categories.length === 0,
  },
  'recipients-missing': {
    field: 'recipients', severity: 'attention', citation: 'art. 30 lid 1 onder d AVG', norms: ['H-07'],
    words: { nl: 'Er staan geen ontvangers en geen verwerkers.', en: 'There are no recipients and no processors.' },
    advice: { nl: 'Noem wie de gegevens krijgt. Blijft alles binnen? Kies dan “Eigen organisatie”.', en: 'Name who gets the data. Does everything stay inside? Then choose “Own organisation”.' },
    finds: (entry) => isController(entry) && entry.recipients.length === 0 && entry.processors.length === 0,
  },
  'measures-missing': {
    field: 'measures', severity: 'serious', citation: 'art. 30 lid 1 onder g, art. 30 lid 2 onder d en art. 32 AVG', norms: ['H-07'],
    words: { nl: 'De beveiliging is niet beschreven.', en: 'The security isn’t described.' },
    advice: { nl: 'Kies de maatregelen of beschrijf ze in het algemeen.', en: 'Choose the measures or describe them in general.' },
    finds: (entry) => entry.measures.length === 0 && !isFilled(entry.measures_note),
  },
  'sources-missing': {
    field: 'sources', severity: 'attention', citation: 'art. 14 lid 2 onder f AVG', norms: ['H-07'],
    words: { nl: 'De herkomst van de gegevens ontbreekt.', en: 'The origin of the data is missing.' },
    advice: { nl: 'Kies waar de gegevens vandaan komen: van de betrokkene zelf of van een ander.', en: 'Choose where the data come from: the person or someone else.' },
    finds: (entry) => isController(entry) && entry.sources.length === 0,
  },
  'proportionality-missing': {
    field: 'proportionality', severity: 'attention', citation: 'art. 5 lid 1 onder c en lid 2 AVG', norms: ['H-16', 'N-03'],
    words: { nl: 'Er staat niet waarom het doel opweegt tegen de inbreuk op de privacy.', en: 'It doesn’t say why the purpose outweighs the intrusion.' },
    advice: { nl: 'Schrijf op hoe u het doel en de inbreuk tegen elkaar afweegt.', en: 'Write down how you weigh the purpose against the intrusion.' },
    finds: (entry) => isController(entry) && !isFilled(entry.proportionality),
  },
  'subsidiarity-missing': {
    field: 'subsidiarity', severity: 'attention', citation: 'art. 5 lid 1 onder c en lid 2 AVG', norms: ['H-16', 'N-03'],
    words: { nl: 'Er staat niet waarom het niet met minder gegevens kan.', en: 'It doesn’t say why less data won’t do.' },
    advice: { nl: 'Schrijf op welke lichtere manier u hebt bekeken en waarom die niet volstaat.', en: 'Write down which lighter way you looked at and why it won’t do.' },
    finds: (entry) => isController(entry) && !isFilled(entry.subsidiarity),
  },
  'surplus-unsettled': {
    field: 'surplus_data', severity: 'attention', citation: 'art. 5 lid 1 onder c AVG', norms: ['H-16'],
    words: { nl: 'Er is niets afgesproken over gegevens die inwoners te veel opsturen.', en: 'Nothing is agreed about data that people send without need.' },
    advice: { nl: 'Spreek af dat u die gegevens vernietigt en dat de inwoner dat hoort.', en: 'Agree that you destroy those data and tell the sender.' },
    finds: (entry, context) => context.organisationKind === 'municipality' && isGdprController(entry) && entry.sources.includes('data-subject') && !isFilled(entry.surplus_data),
  },
  'council-recording-not-kept': {
    field: 'retention_rules', severity: 'attention', citation: 'Selectielijst 2020; art. 5 lid 1 onder e AVG', norms: ['H-25'],
    words: { nl: 'Opnamen van raadsvergaderingen staan niet als blijvend te bewaren.', en: 'Recordings of council meetings aren’t marked to be kept permanently.' },
    advice: { nl: 'Kies bij de bewaartermijn “Blijvend bewaren”.', en: 'Choose “Keep permanently” at the retention term.' },
    finds: (entry, context) => context.organisationKind === 'municipality' && isCouncilRecording(entry) && !entry.retention_rules.some(({ disposal }) => disposal === 'keep_permanently'),
  },
  'council-recording-not-announced': {
    field: 'is_announced', severity: 'attention', citation: 'art. 13 AVG', norms: ['H-25'],
    words: { nl: 'Er staat niet dat u vooraf vertelt dat de raadsvergadering wordt opgenomen.', en: 'It doesn’t say that people are told beforehand that the council meeting is recorded.' },
    advice: { nl: 'Vertel het bij de ingang en aan insprekers, en zet dit veld op ja.', en: 'Tell it at the entrance and to speakers, and set this field to yes.' },
    finds: (entry, context) => context.organisationKind === 'municipality' && isCouncilRecording(entry) && entry.is_announced !== true,
  },
} as const satisfies Rules

/** Recordings of the council's public meetings, by what the entry says of itself. */
export function isCouncilRecording(entry: { name: string | null; description: string | null }): boolean {
  const text = `${entry.name ?? ''}\n${entry.description ?? ''}`
  return /raads(vergadering|commissie)/i.test(text) && /opname|opnemen|opgenomen|video|geluid|uitzend|livestream/i.test(text)
}
