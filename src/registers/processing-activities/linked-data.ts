// Linked data: a processing activity as JSON-LD in the words of W3C's Data Privacy Vocabulary (DPV 2.3), for programs of others that read registers.
// Only what a public page may show goes into it: no owners, no systems, no notes for colleagues.
import type { Lookups } from '../../register-kit/entry.ts'
import type { ActivityInput } from './declaration.ts'
import { context, dpvPurposeOf, dpvTermsOf, type Node, organisationUri, ownUri, type Place, registerUri, termNodes, xsdDuration } from './linked-data-terms.ts'

export type LinkedEntry = {
  readonly id: string
  /** 0 while it never was in force. */
  readonly version: number
  readonly modifiedAt: Date
  readonly input: ActivityInput
}

/** Address of an entry in a version, the same as that of its public page. */
export function activityUri({ id, version }: Pick<LinkedEntry, 'id' | 'version'>, place: Place): string {
  return version > 0 ? `${registerUri(place)}/${id}/versies/${version}` : `${registerUri(place)}/${id}`
}

/** One activity as a document by itself. */
export function activityDocument(entry: LinkedEntry, lookups: Lookups, place: Place): Node {
  return { '@context': context, ...activityToJsonLd(entry, lookups, place) }
}

/** One activity as a node; `context` gives its words their meaning. */
export function activityToJsonLd(entry: LinkedEntry, lookups: Lookups, place: Place): Node {
  const { input } = entry
  const uri = activityUri(entry, place)
  const terms = (catalogue: string, keys: readonly string[], types: readonly string[]) => keys.flatMap((key) => termNodes(catalogue, key, lookups, place, types))
  return filled({
    '@id': uri, '@type': ['dcat:Resource', 'dpv:Process'],
    'dct:identifier': input.number, 'dct:title': dutch(input.name), 'dct:description': dutch(input.public_summary ?? input.description),
    'dct:modified': entry.modifiedAt.toISOString(), 'dct:publisher': organisationUri(place), 'dct:language': 'language:NLD',
    ...(entry.version > 0 ? { 'dcat:version': String(entry.version), 'dcat:isVersionOf': activityUri({ id: entry.id, version: 0 }, place) } : {}),
    'dcat:landingPage': uri,
    ...responsible(input, lookups, place, uri),
    'dpv:hasPurpose': input.purposes.flatMap(({ purpose, compatibility }, index) => purpose === null ? [] : [filled({ '@id': `${uri}#doel-${index + 1}`, '@type': ['dpv:Purpose', ...dpvPurposeOf(purpose)], 'dct:title': dutch(purpose), 'dct:description': dutch(compatibility) })]),
    'dpv:hasLegalBasis': distinct([
      ...input.legal_bases.flatMap(({ basis }) => basis === null ? [] : termNodes('legal-basis', basis, lookups, place, ['dpv:LegalBasis'])),
      ...input.special_exceptions.flatMap(({ exception }) => exception === null ? [] : termNodes('special-exception', exception, lookups, place, ['dpv:LegalBasis'])),
      ...(input.police_basis === null ? [] : termNodes('wpg-basis', input.police_basis, lookups, place, ['dpv:LegalBasis'])),
    ]),
    'dpv:hasApplicableLaw': laws(input, lookups, place, uri),
    'dpv:hasDataSubject': terms('subject-category', input.subject_categories, ['dpv:DataSubject']),
    'dpv:hasPersonalData': input.data_categories.flatMap((key) => termNodes('data-category', key, lookups, place, dataTypes(key, lookups))),
    'dpv:hasDataSource': terms('data-source', input.sources, ['dpv:DataSource']),
    'dpv:hasRecipient': input.recipients.flatMap(({ recipient, name, what }, index) => [
      ...(recipient === null ? [] : termNodes('recipient', recipient, lookups, place, ['dpv:Recipient'])),
      ...(name === null && what === null ? [] : [filled({ '@id': `${uri}#ontvanger-${index + 1}`, '@type': 'dpv:Recipient', 'dpv:hasName': name, 'dct:description': dutch(what) })]),
    ]),
    'dpv:hasStorageCondition': input.retention_rules.map((rule, index) => storage(rule, lookups, `${uri}#bewaartermijn-${index + 1}`)),
    ...measures(input, lookups, place),
    'dpv:hasProcessing': [...input.transfers.map((transfer, index) => transferNode(transfer, lookups, place, `${uri}#doorgifte-${index + 1}`)), ...(input.profiling === true ? [{ '@id': 'dpv:Profiling' }] : [])],
  })
}

/** Who decides and who works on behalf of another, seen from the role of the organisation itself. */
function responsible(input: ActivityInput, lookups: Lookups, place: Place, uri: string): Node {
  const named = (target: 'governing_body' | 'participant' | 'department', id: string | null, types: string[]) => {
    const label = id === null ? undefined : lookups.references[target].get(id)?.label
    return label === undefined ? [] : [{ '@id': ownUri(place, target.replaceAll('_', '-'), id!), '@type': types, 'dpv:hasName': label }]
  }
  const processors = input.processors.flatMap(({ processor, name, service }, index) => {
    const called = name ?? (processor === null ? undefined : lookups.references.processors?.get(processor)?.label)
    return called === undefined ? [] : [filled({ '@id': `${uri}#verwerker-${index + 1}`, '@type': ['dpv:DataProcessor'], 'dpv:hasName': called, 'dct:description': dutch(service) })]
  })
  const isProcessor = input.role === 'processor'
  return {
    'dpv:hasDataController': isProcessor ? input.participants.flatMap(({ participant }) => named('participant', participant, ['dpv:DataController'])) : named('governing_body', input.controller_body, ['dpv:DataController']),
    'dpv:hasJointDataControllers': input.joint_controllers.flatMap(({ name, contact, arrangement }, index) => name === null ? [] : [filled({ '@id': `${uri}#gezamenlijke-verantwoordelijke-${index + 1}`, '@type': ['dpv:JointDataControllers'], 'dpv:hasName': name, 'dpv:hasContact': contact, 'dct:description': dutch(arrangement) })]),
    'dpv:hasOrganisationalUnit': named('department', input.department, ['foaf:Organization']),
    'dpv:hasDataProcessor': [...(isProcessor ? [{ '@id': organisationUri(place), '@type': ['dpv:DataProcessor'] }] : []), ...processors],
  }
}

function laws(input: ActivityInput, lookups: Lookups, place: Place, uri: string): Node[] {
  const bases = input.legal_bases.flatMap(({ basis, law, article, explanation }, index) => law === null && article === null && explanation === null ? [] : [filled({
    '@id': `${uri}#grondslag-${index + 1}`, '@type': ['dpv:Law'], 'dct:title': dutch([law === null ? null : lawName(law, lookups), article].filter((part) => part !== null).join(', ')), 'dct:description': dutch(explanation),
    'dpv:hasLegalBasis': basis === null ? [] : dpvTermsOf('legal-basis', basis), 'dct:isPartOf': law === null ? [] : termNodes('sector-law', law, lookups, place, ['dpv:Law']),
  })])
  const rules = input.sector_rules.flatMap(({ law, rule }, index) => law === null ? [] : [filled({ '@id': `${uri}#regel-${index + 1}`, '@type': ['dpv:Law'], 'dct:title': dutch(lawName(law, lookups)), 'dct:description': dutch(rule) })])
  return [...bases, ...rules]
}

function lawName(key: string, lookups: Lookups): string {
  return lookups.terms.get('sector-law')?.get(key)?.words.nl ?? key
}

function dataTypes(key: string, lookups: Lookups): string[] {
  const marks = lookups.terms.get('data-category')?.get(key)?.marks ?? []
  return ['dpv:PersonalData', ...(marks.includes('special') ? ['dpv:SpecialCategoryPersonalData'] : marks.includes('sensitive') ? ['dpv:SensitivePersonalData'] : [])]
}

function storage(rule: ActivityInput['retention_rules'][number], lookups: Lookups, uri: string): Node {
  const selection = rule.selection === null ? null : lookups.terms.get('selection-list')?.get(rule.selection)?.words.nl ?? rule.selection
  const sentence = [rule.applies_to, rule.starts_at, rule.law, selection, rule.explanation].filter((part) => part !== null).join('; ')
  const forever = rule.disposal === 'keep_permanently'
  return filled({
    '@id': uri, '@type': ['dpv:StorageDuration', ...(forever ? ['dpv:EndlessDuration'] : []), ...(rule.disposal === 'destroy' ? ['dpv:StorageDeletion'] : [])],
    'dpv:hasDuration': rule.term === null || forever ? null : xsdDuration(rule.term), 'dct:description': dutch(sentence),
  })
}

function measures(input: ActivityInput, lookups: Lookups, place: Place): Node {
  const groups: Record<string, Node[]> = {}
  for (const key of input.measures) {
    const marks = lookups.terms.get('measure')?.get(key)?.marks ?? []
    const kind = (['technical', 'organisational', 'physical'] as const).find((one) => marks.includes(one))
    const [property, type] = kind === undefined ? ['dpv:hasTechnicalOrganisationalMeasure', 'dpv:TechnicalOrganisationalMeasure'] as const : measureWords[kind];
    (groups[property] ??= []).push(...termNodes('measure', key, lookups, place, [type]))
  }
  return groups
}

const measureWords = {
  technical: ['dpv:hasTechnicalMeasure', 'dpv:TechnicalMeasure'], organisational: ['dpv:hasOrganisationalMeasure', 'dpv:OrganisationalMeasure'], physical: ['dpv:hasPhysicalMeasure', 'dpv:PhysicalMeasure'],
} as const

function transferNode({ country, recipient, instrument, explanation }: ActivityInput['transfers'][number], lookups: Lookups, place: Place, uri: string): Node {
  const isOutside = country !== null && !(lookups.terms.get('country')?.get(country)?.marks ?? []).includes('eea')
  return filled({
    '@id': uri, '@type': ['dpv:Transfer'],
    'dpv:hasCountry': country === null ? null : { '@id': /^[A-Z]{2}$/.test(country) ? `loc:${country}` : ownUri(place, 'country', country), '@type': [isOutside ? 'dpv:ThirdCountry' : 'dpv:Country'] },
    'dpv:hasDataImporter': recipient === null ? null : { '@id': `${uri}-ontvanger`, '@type': ['dpv:DataImporter'], 'dpv:hasName': recipient },
    'dpv:hasLegalBasis': instrument === null ? [] : termNodes('transfer-instrument', instrument, lookups, place, ['dpv:DataTransferLegalBasis']),
    'dct:description': dutch(explanation),
  })
}

// Registers are kept in Dutch.
function dutch(text: string | null): Node | null {
  return text === null || text === '' ? null : { nl: text.toWellFormed() }
}

/** Two rows may name the same basis. */
function distinct(nodes: readonly Node[]): Node[] {
  return [...new Map(nodes.map((node) => [node['@id'], node])).values()]
}

function filled(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))
}
