// VNG actions: the older bodies of GEMMA Verwerkingenlogging 0.9.0 (`POST /verwerkingsacties`) as records of Logboek Dataverwerkingen 1.0.0.
import { hash } from 'node:crypto'
import { parseJson } from '../ingest/otlp/read-json.ts'
import { emptyRecord, type RawRecord } from '../ingest/raw-record.ts'
import { mostRecords, tooMany } from '../ingest/unreadable.ts'

/** What the door of the log reads: one action or a list of them, in JSON. @throws Unreadable */
export function readVngActions(body: Buffer): (RawRecord | undefined)[] {
  return fromVngActions(parseJson(body))
}

/**
 * Records of one action or a list of them; undefined for what isn't an action. One record for an action about one object or none; for more objects one for the action and one below it for each.
 *
 * | VNG | here |
 * |---|---|
 * | `verwerkingId` (UUID) | trace id, its 16 bytes; without it that of `actieId` |
 * | `actieId` (UUID) | span id: the first 8 bytes of SHA-256 over `actieId:place`, so that a retry is the same record; without it over the whole action |
 * | `actieNaam`, else `handelingNaam`, `verwerkingNaam` | name |
 * | `tijdstip`, else `tijdstipRegistratie` | start and end: VNG knows one moment |
 * | `verwerkingsactiviteitUrl`, else `urn:uuid:` with `verwerkingsactiviteitId` | processing activity |
 * | `verwerkteObjecten[].objectId`, `.soortObjectId` | data subject and its type |
 * | `gebruiker`, `systeem` | who acted (`user.id`), which application (`service.name`) |
 * | `vertrouwelijkheid` | `vertrouwelijk` is under secrecy; `normaal` and `opgeheven` aren't; anything else is refused |
 * | `bewaartermijn`, `uitvoerder`, `soortAfnemerId`, `afnemerId` | kept as attributes `dpl.vng.…`; the organisation's own term decides when a record goes |
 *
 * Not carried: `verwerkteSoortenGegevens`, `objecttype`, `betrokkenheid` and `gegevensbron` (the standard has no place for them), `handelingNaam` and `verwerkingNaam` beside an `actieNaam`, and what the customer
 * calls the same thing (`…Afnemer`). Status is `Unset`: VNG knows none.
 */
export function fromVngActions(body: unknown): (RawRecord | undefined)[] {
  const records: (RawRecord | undefined)[] = []
  for (const action of Array.isArray(body) ? body : [body]) {
    if (isFields(action)) records.push(...recordsOf(action))
    else records.push(undefined)
    if (records.length > mostRecords) throw tooMany()
  }
  return records
}

type Fields = Readonly<Record<string, unknown>>

function recordsOf(action: Fields): (RawRecord | undefined)[] {
  const objects = action.verwerkteObjecten ?? []
  // An object that can't be read may be somebody's: nothing of the action is taken, so that nobody is left out unseen.
  if (!Array.isArray(objects) || !objects.every(isFields)) return [undefined]
  const identity = plainUuid(action.actieId) ?? hash('sha256', JSON.stringify(action), 'hex')
  const act = { ...emptyRecord(), ...whatHappened(action), spanId: spanOf(identity, 0) }
  const single = objects.length === 1 ? objects[0] : undefined
  if (objects.length <= 1) return [single ? { ...act, ...whose(single) } : act]
  return [act, ...objects.map((object, index) => ({ ...act, ...whose(object), spanId: spanOf(identity, index + 1), parentSpanId: act.spanId }))]
}

function whatHappened(action: Fields): Partial<RawRecord> {
  const moment = action.tijdstip ?? action.tijdstipRegistratie
  return {
    traceId: plainUuid(action.verwerkingId ?? action.actieId), name: action.actieNaam ?? action.handelingNaam ?? action.verwerkingNaam, startedAt: moment, endedAt: moment,
    activity: action.verwerkingsactiviteitUrl ?? (plainUuid(action.verwerkingsactiviteitId) === undefined ? undefined : `urn:uuid:${String(action.verwerkingsactiviteitId).toLowerCase()}`),
    userId: action.gebruiker, serviceName: action.systeem, isSecret: secrecy.has(action.vertrouwelijkheid) ? secrecy.get(action.vertrouwelijkheid) : action.vertrouwelijkheid,
    read: kept(action), isRecord: true,
  }
}

const secrecy = new Map<unknown, boolean>([['vertrouwelijk', true], ['normaal', false], ['opgeheven', false]])

function whose({ objectId, soortObjectId }: Fields): Pick<RawRecord, 'subjectId' | 'subjectType'> {
  return { subjectId: objectId, subjectType: soortObjectId }
}

/** Beside what the standard names. */
function kept(action: Fields): Record<string, unknown> | undefined {
  const found = Object.entries({ 'dpl.vng.bewaartermijn': action.bewaartermijn, 'dpl.vng.uitvoerder': action.uitvoerder, 'dpl.vng.soort_afnemer_id': action.soortAfnemerId, 'dpl.vng.afnemer_id': action.afnemerId })
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

function spanOf(identity: string, place: number): string {
  return hash('sha256', `${identity}:${place}`, 'hex').slice(0, 16)
}

/** The 32 signs of a UUID, or undefined. */
function plainUuid(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value.replaceAll('-', '').toLowerCase() : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
