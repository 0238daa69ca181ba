// Door kinds: which addresses take records, of which kinds of content, how each is read, and in which shape it is answered.
import { readVngActions } from '../sources/vng-actions.ts'
import type { Style } from './answers.ts'
import { readLogsJson, readTracesJson } from './otlp/read-json.ts'
import { readLogs, readTraces } from './otlp/read-protobuf.ts'
import type { RawRecord } from './raw-record.ts'
import { readRecordLines, readRecordsJson } from './rest-records.ts'

export type Kind = { readonly style: Style; /** @throws Unreadable */ readonly read: (body: Buffer) => readonly (RawRecord | undefined)[] }
export type Door = { readonly route: string; /** By content type. */ readonly kinds: Readonly<Record<string, Kind>>; /** Of an answer to what has no known kind. */ readonly style: Style }

const traces: Door['kinds'] = { 'application/x-protobuf': { style: { encoding: 'protobuf', signal: 'traces' }, read: readTraces }, 'application/json': { style: { encoding: 'json', signal: 'traces' }, read: readTracesJson } }
const logs: Door['kinds'] = { 'application/x-protobuf': { style: { encoding: 'protobuf', signal: 'logs' }, read: readLogs }, 'application/json': { style: { encoding: 'json', signal: 'logs' }, read: readLogsJson } }
const records: Door['kinds'] = { 'application/json': { style: 'rest', read: readRecordsJson }, 'application/x-ndjson': { style: 'rest', read: readRecordLines } }
const actions: Door['kinds'] = { 'application/json': { style: 'rest', read: readVngActions } }

/** By address. */
export const doorKinds: ReadonlyMap<string, Door> = new Map(Object.entries({ '/v1/traces': traces, '/v1/logs': logs, '/log/v1/traces': traces, '/log/v1/logs': logs, '/log/v1/records': records, '/log/v1/verwerkingsacties': actions })
  .map(([route, kinds]) => [route, { route, kinds, style: Object.values(kinds)[0]!.style }]))
