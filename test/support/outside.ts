// Outside: the pages for people without an account in a test: a register of cases of one's own, the doors around it, and a visitor who sends forms and files.
import { Hono } from 'hono'
import type { CaseRegister } from '../../src/case-kit/outside.ts'
import { failurePage } from '../../src/failure-page.tsx'
import { limitBody, limitRate, refuseForged, securityHeaders } from '../../src/ground/http-guards.ts'
import type { House } from '../../src/people/house.ts'
import { prepareAssets } from '../../src/page-kit/assets.ts'
import { isOutsideUpload, outsideRoutes } from '../../src/public-site/outside-routes.ts'
import { toItsReader } from '../../src/reader-choice.ts'
import { createEntry } from '../../src/register-kit/perform.ts'
import { text, longText } from '../../src/register-kit/field-types.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { questions } from '../../src/registers/questions/register.ts'
import { publicUrl } from './people.ts'

const numberOf = (register: Register, input: Readonly<Record<string, unknown>>) => String(input[register.named.number.field])

/** Questions of colleagues, as if they were cases: the e-mail address stands where an answer has its sources. */
export const testCases: CaseRegister = {
  register: {
    ...questions,
    lifecycle: {
      ...questions.lifecycle,
      verbs: {
        ...questions.lifecycle.verbs,
        add_information: {
          words: { nl: 'Aanvullen', en: 'Add something' }, done: { nl: 'aangevuld', en: 'added to' }, roles: [], when: ({ stage }) => stage === 'active', offered: 'no',
          fields: { information: longText('Wat wilt u toevoegen', 'What do you want to add', { most: 500 }) }, required: ['information'],
          act: ({ entry, values }) => ({ input: { ...entry.input, question: `${String(entry.input.question ?? '')}\n${String(values.information)}` } }),
        },
        withdraw: {
          words: { nl: 'Intrekken', en: 'Withdraw' }, done: { nl: 'ingetrokken', en: 'withdrawn' }, roles: [], when: ({ stage }) => stage === 'active', offered: 'no', isDanger: true,
          fields: { reason: text('Waarom', 'Why') }, act: ({ scope }) => ({ system: { status: 'closed', ended_on: scope.now.toISOString().slice(0, 10) } }),
        },
      },
    },
  },
  intakes: [
    intake('public', 'melden', 'public'), intake('employee', 'melden/medewerker', 'employee'), intake('processor', 'melden/verwerker', 'portal'),
  ],
  news: (_scope, entry) => ({
    status: { nl: entry.system.status === 'closed' ? 'Gesloten' : 'In behandeling', en: entry.system.status === 'closed' ? 'Closed' : 'Being handled' }, tone: 'info', lead: { nl: 'Wij kijken ernaar.', en: 'We are looking at it.' },
    steps: [{ words: { nl: 'Ontvangen', en: 'Received' }, at: entry.system.created_at, isDone: true }, { words: { nl: 'Beantwoord', en: 'Answered' }, at: null, isDone: false }], dueOn: '2026-12-24',
  }),
  contact: (input) => typeof input.sources === 'string' ? { name: null, email: input.sources, address: null, language: 'nl' } : undefined,
  outsideVerbs: ['add_information', 'withdraw'],
}

function intake(key: string, path: string, door: 'public' | 'employee' | 'portal'): CaseRegister['intakes'][number] {
  return {
    key, path, door, files: true, fixed: { subject: 'breaches', is_private: true },
    words: { heading: { nl: `Meld het ons (${key})`, en: `Tell us (${key})` }, lead: { nl: 'Zonder namen van anderen.', en: 'Without names of others.' }, done: { nl: 'Wij nemen binnen twee dagen contact op.', en: 'We contact you within two days.' } },
    questions: [{ field: 'title', words: { nl: 'Wat is er gebeurd', en: 'What happened' }, isRequired: true }, { field: 'question' }, { field: 'sources', words: { nl: 'Uw e-mailadres', en: 'Your e-mail address' } }],
    async receive(scope, input) {
      if (input.title === 'weiger dit') throw new Error('a fault of ours')
      const id = await createEntry(scope, testCases.register, input)
      return { id, number: numberOf(testCases.register, input) }
    },
  }
}

/** The application with the doors for people outside and nothing else. */
export function outsideApp(house: House, registers: readonly CaseRegister[] = [testCases]): Hono {
  const app = new Hono()
  app.onError((error, c) => failurePage(error, c))
  app.use(toItsReader(), securityHeaders(house.config.publicUrl), limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: () => undefined }), limitBody(isOutsideUpload(registers)), refuseForged(house.config.publicUrl))
  app.use(async (_c, next) => { await prepareAssets(); await next() })
  app.route('/', outsideRoutes(house, registers))
  return app
}

export type Visitor = ReturnType<typeof visitorFrom>
export type SentFile = { readonly name: string; readonly bytes: Buffer; readonly type?: string }

/** Somebody with a browser that keeps its cookies. */
export function visitorFrom(app: Hono, ip = '192.0.2.50') {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit & { duplex?: 'half' } = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('host', new URL(publicUrl).host)
    const response = await app.request(publicUrl + path, { ...init, headers }, { incoming: { socket: { remoteAddress: ip } } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name)
      else cookies.set(name, decodeURIComponent(value))
    }
    return response
  }
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) => ask(path, { method: 'POST', body, headers: { origin: publicUrl, ...headers }, ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}) })
  return {
    cookies, ask, post,
    get: (path: string) => ask(path),
    text: async (path: string) => (await ask(path)).text(),
    send: (path: string, fields: Record<string, string>) => post(path, new URLSearchParams(fields)),
    /** A form with files, as a browser sends it. */
    upload(path: string, fields: Record<string, string>, files: readonly SentFile[]) {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const { name, bytes, type } of files) form.append('file', new File([new Uint8Array(bytes)], name, { type: type ?? 'application/octet-stream' }))
      return post(path, form)
    },
  }
}
