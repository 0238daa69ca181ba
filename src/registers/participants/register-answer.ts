// Register answer: the processor register of a participant as a file to download, in whatever format was asked.
import { Readable } from 'node:stream'
import { reportTypes, writeReport } from '../../documents/write-report.ts'
import { dayOf } from '../../ground/clock.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { csvType } from '../../register-kit/exchange/write-table.ts'
import type { ProcessorRegister } from './processor-register.ts'
import { registerCsv, registerJson } from './register-files.ts'
import { registerReport } from './register-report.ts'
import { type RegisterFormat, registerFormats } from './register-view.tsx'

/** Gathered in the transaction; `write` is for after it, since setting a document takes a while. @throws NotFound for a format that isn't there */
export async function registerAnswer(scope: Scope, register: ProcessorRegister, asked: string): Promise<{ write(): Promise<Response> }> {
  const format = registerFormats.find((one) => one === asked)
  if (!format) throw new NotFound()
  const name = `verwerkersregister-${scope.organisation.slug}-${dayOf(scope.now)}.${format}`
  if (format === 'csv') return { write: async () => answer(Readable.toWeb(registerCsv(register)) as ReadableStream<Uint8Array>, format, name) }
  if (format === 'json') return { write: async () => answer(registerJson(register, scope.now), format, name) }
  const { document, options } = await registerReport(scope, register)
  return { write: async () => answer(new Uint8Array(await writeReport(document, options, format)), format, name) }
}

function answer(body: BodyInit, format: RegisterFormat, name: string): Response {
  const type = format === 'csv' ? csvType : format === 'json' ? 'application/json; charset=utf-8' : reportTypes[format]
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
}
