// The REST API in a test: a program with a token, and every answer held against the OpenAPI description.
import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Role } from '../../src/ground/scope.ts'
import { makeToken } from '../../src/people/api-tokens.ts'
import { apiParts } from '../../src/register-kit/api/api-parts.ts'
import { openApi } from '../../src/register-kit/api/openapi.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { product, type Tenant } from './product.ts'

export const description = openApi('http://waarborg.test') as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object>; responses: Record<string, object> } }
type Operation = { operationId: string; parameters?: { name: string; in: string; schema: object; required?: boolean }[]; requestBody?: { content: Record<string, { schema: object }> }; responses: Record<string, unknown> }

// Hundreds of schemas are each used a few times: what they share is compiled once, and none is polished.
const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } })
addFormats.default(ajv)
ajv.addSchema(description, 'openapi')
const validators = new Map<string, ReturnType<typeof ajv.compile>>()

/** The declared path (`/{organisation}/systems/{id}`) of an address, and the operation of a method on it. */
export function operationAt(method: string, path: string): { template: string; operation: Operation | undefined } | undefined {
  const plain = path.replace(/\?.*$/, '')
  const fits = (template: string) => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain)
  // `/systems/{id}/findings` before `/systems/{id}/{...}`: the one with the fewest variables.
  const template = Object.keys(description.paths).filter(fits).toSorted((one, other) => one.split('{').length - other.split('{').length)[0]
  return template === undefined ? undefined : { template, operation: description.paths[template]![method.toLowerCase()] }
}

/** Asserts that an answer is one the description knows: its status, its headers, its type and its body. */
export async function assertDescribed(method: string, path: string, answer: Response): Promise<void> {
  const where = `${method} ${path} → ${answer.status}`
  assert.notEqual(answer.status >= 500, true, `${where}: ${await answer.clone().text()}`)
  assert.match(answer.headers.get('api-version') ?? '', /^\d+\.\d+\.\d+$/, `${where}: API-Version`)
  const body = await answer.clone().text()
  if (answer.status >= 400) {
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', where)
    const problem = JSON.parse(body) as { status: number; title: string; detail: string }
    assert.equal(problem.status, answer.status, where)
    assertFits(pointer('components', 'responses', 'Problem400', 'content', 'application/problem+json', 'schema'), problem, where)
  }
  const found = operationAt(method, path)
  // An address or method that isn't described is 404 or 405, and nothing else.
  if (!found?.operation) return assert.ok([400, 401, 403, 404, 405, 413].includes(answer.status), where)
  assert.ok(Object.hasOwn(found.operation.responses, String(answer.status)), `${where} isn’t among ${Object.keys(found.operation.responses).join(', ')}`)
  if (answer.status >= 400 || answer.status === 204 || answer.status === 304) return
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/, where)
  assertFits(pointer('paths', found.template, method.toLowerCase(), 'responses', String(answer.status), 'content', 'application/json', 'schema'), JSON.parse(body), where)
}

/** A program with a token of this organisation; every answer it gets is held against the description. */
export async function program(house: Tenant, options: { roles?: readonly (Role | { role: Role; departmentId: string })[]; registers?: readonly string[]; mayWrite?: boolean } = {}) {
  const { app } = await product()
  const grants = (options.roles ?? ['privacy_officer']).map((role) => typeof role === 'string' ? { role, departmentId: null } : role)
  const { token } = await house.scoped((scope) => makeToken(scope, { registers: [...allRegisters().map(({ key, words }) => ({ key, words: words.many })), ...apiParts()] }, {
    name: `Programma ${grants.map(({ role }) => role).join()} ${Math.random()}`, grants, registers: options.registers, mayWrite: options.mayWrite ?? true, expiresOn: '2027-06-01',
  }))
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await app.request(`http://waarborg.test/api/v1${path}`, {
      method, headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    await assertDescribed(method, path, answer)
    return answer
  }
  return { token, call, at: (rest: string) => `/${house.slug}${rest}` }
}

/** The body as JSON of the expected status. */
export async function bodyOf<T = Record<string, unknown>>(answer: Response, status = 200): Promise<T> {
  const text = await answer.text()
  assert.equal(answer.status, status, text)
  return JSON.parse(text) as T
}

function pointer(...parts: readonly string[]): string {
  return `openapi#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
}

function assertFits(ref: string, value: unknown, where: string): void {
  const validate = validators.get(ref) ?? ajv.compile({ $ref: ref })
  validators.set(ref, validate)
  assert.ok(validate(value), `${where}: ${ajv.errorsText(validate.errors, { separator: '; ' }).slice(0, 1000)}`)
}
