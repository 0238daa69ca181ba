// Status page steps: what whoever brought a case can do from its status page (add, withdraw, object), by the forms of the register's own steps.
import { type Context, Hono } from 'hono'
import { dropReceived } from '../ground/files.ts'
import { keepFile } from '../ground/files.ts'
import { Conflict, type Fault, Invalid, NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { FileInput } from '../page-kit/inputs.tsx'
import type { House } from '../people/house.ts'
import { attachOne, mostFiles, mostFormFileBytes, outsideKinds } from '../case-kit/intake/form-files.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import type { Followed } from '../case-kit/status-links/links.ts'
import type { AnyInput, Entry } from '../register-kit/entry.ts'
import { FieldControl } from '../register-kit/field-control.tsx'
import type { Fields } from '../register-kit/field-types.ts'
import { formState } from '../register-kit/form-state.ts'
import { rawFromForm } from '../register-kit/form-values.ts'
import { workOf } from '../register-kit/lifecycle.ts'
import { perform } from '../register-kit/perform.ts'
import { readStep } from '../register-kit/read-input.ts'
import type { Verb } from '../register-kit/register.ts'
import { readSentForm } from './case-form-request.ts'
import { organisationOf } from './case-form-visitor.ts'
import type { Following } from './status-following.tsx'

export type OutsideStep = { readonly key: string; readonly words: Words; readonly isDanger: boolean }

/** What can be done now, in the register's order. */
export function openSteps({ register, outsideVerbs = [] }: CaseRegister, entry: Entry): OutsideStep[] {
  const work = workOf(register, entry)
  return outsideVerbs.flatMap((key) => {
    const verb = register.lifecycle.verbs[key]
    return verb?.act && verb.when(work) ? [{ key, words: verb.words, isDanger: verb.isDanger === true }] : []
  })
}

/** Requests that may bring files. */
export function isStatusUpload(c: Context): boolean {
  return c.req.method === 'POST' && /^\/openbaar\/[a-z][a-z0-9-]+\/status\/[\w-]{43}\/[a-z_]+$/.test(c.req.path)
}

export function outsideStepRoutes(house: House, { follow, page }: Following): Hono {
  const app = new Hono()
  const pattern = '/openbaar/:slug/status/:token/:verb{[a-z_]+}'

  app.get(pattern, (c) => follow(c, async (scope, followed) => showStep(c, scope, followed, verbOf(c, followed), {}, [])))

  app.post(pattern, async (c) => {
    // Before a byte of a file is taken in.
    await follow(c, async (_scope, followed) => verbOf(c, followed))
    const place = { database: house.database, organisation: await organisationOf(c, house) }
    const sent = await readSentForm(c, place, house.clock())
    const value = (name: string) => sent.entries.findLast(([key]) => key === name)?.[1]
    try {
      return await follow(c, async (scope, followed) => {
        const step = verbOf(c, followed)
        if (sent.faults.length > 0) throw new Invalid(sent.faults)
        const values = await readStep(scope, { fields: step.fields, required: step.verb.required?.filter((key) => Object.hasOwn(step.fields, key)) }, rawFromForm(step.fields, sent.entries))
        const { register } = followed.cases
        await perform(scope, register, step.key, step.entry.id, values, { revision: Number(value('revision')) })
        const kept = takesFiles(step.key) ? sent.files : []
        for (const [index, file] of kept.entries()) {
          await keepFile(scope, file.id)
          await attachOne(scope, register.key, step.entry.id, file.id, `${t('aanvulling', 'addition')} ${index + 1}.${/\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'bin'}`)
        }
        return c.redirect(`${c.req.path.replace(/\/[a-z_]+$/, '')}?gedaan=${step.key}`, 303)
      })
    } catch (error) {
      for (const { id } of sent.files) await dropReceived(place, id)
      const faults = error instanceof Invalid ? error.faults : error instanceof Conflict ? [{ at: '', message: t('Er is intussen iets veranderd. Kijk na of uw bericht er al bij staat, en verstuur het anders nog eens.', 'Something has changed meanwhile. See whether your message is there already, and otherwise send it once more.') }] : undefined
      if (!faults) throw error
      return follow(c, async (scope, followed) => {
        const step = verbOf(c, followed)
        return showStep(c, scope, followed, step, rawFromForm(step.fields, sent.entries), faults, error instanceof Conflict ? 409 : 400)
      })
    }
  })

  type OpenStep = { readonly key: string; readonly verb: Verb; readonly fields: Fields; readonly entry: Entry }

  /** Names of colleagues and of other cases can't be chosen from outside. */
  function verbOf(c: Context, { cases, entry }: Followed): OpenStep {
    const key = c.req.param('verb') ?? ''
    if (!entry || !openSteps(cases, entry).some((step) => step.key === key)) throw new NotFound(t('Dit kan nu niet (meer) bij uw zaak.', 'This can’t be done with your case now.'))
    const verb = cases.register.lifecycle.verbs[key]!
    return { key, verb, entry, fields: Object.fromEntries(Object.entries(verb.fields ?? {}).filter(([, field]) => field.type !== 'reference')) }
  }

  async function showStep(c: Context, scope: Scope, { number }: Followed, { key, verb, fields, entry }: OpenStep, raw: AnyInput, faults: readonly Fault[], status: 200 | 400 | 409 = 200): Promise<Response> {
    const state = await formState(scope, fields, raw, faults)
    const back = c.req.path.replace(/\/[a-z_]+$/, '')
    return page(c, scope, {
      heading: say(verb.words), failed: faults.length > 0, lead: <p>{t('Bij uw zaak', 'With your case')} {number}.</p>,
      children: (
        <Form action={c.req.path} files={takesFiles(key)} defaultAction={key} hidden={{ revision: String(entry.system.revision) }}>
          <ErrorSummary faults={faults} />
          {Object.entries(fields).map(([name, field]) => <FieldControl name={name} field={field} state={state} optional={!verb.required?.includes(name)} />)}
          {takesFiles(key) && <FileInput name="file" multiple optional accept={outsideKinds.endings} limit={`${mostFormFileBytes / 1024 / 1024} MB`} label={t('Bestanden meesturen', 'Send files along')} hint={t(`Hoogstens ${mostFiles}.`, `At most ${mostFiles}.`)} error={faults.find(({ at }) => at === 'file')?.message} />}
          <SubmitBar primary={say(verb.words)} primaryAction={key} danger={verb.isDanger} cancel={{ words: t('Terug', 'Back'), href: back }} />
        </Form>
      ),
    }, status)
  }

  return app
}

function takesFiles(key: string): boolean {
  return key.startsWith('add_')
}
