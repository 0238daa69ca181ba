// Desk opening: what whoever opens an agreement that is being made, or has come to its end, can do now.
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Card } from '../../page-kit/document.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workingInput, workingRevision, workOf } from '../../register-kit/lifecycle.ts'
import { type NextStep, nextStepOf } from './next-step.ts'
import { agreements } from './register.ts'
import { lastText, readRounds } from './rounds.ts'
import type { AgreementInput } from './rules-shape.ts'

export async function deskOpening(scope: Scope, entry: Entry) {
  const work = workOf(agreements, entry)
  const stage = work.proposal === 'none' ? work.stage : work.proposal
  const next = nextStepOf(stage as Parameters<typeof nextStepOf>[0], workingInput(entry) as AgreementInput, { made: await lastText(scope, entry.id), sent: (await readRounds(scope, entry.id))[0]?.textNumber })
  if (!next) return null
  const door = doorOf(scope, entry, next)
  return (
    <Card heading={t('Nu', 'Now')}>
      <p><strong>{t('Wat nu', 'What now')}:</strong> {say(next.words)}</p>
      {door?.isForm === false && <ButtonGroup><ButtonLink look="primary" href={door.href}>{next.by === 'text' ? t('Naar de tekst', 'To the text') : t('Doe dit nu', 'Do this now')}</ButtonLink></ButtonGroup>}
      {door?.isForm && <form method="post" action={door.href}><input type="hidden" name="revision" value={String(workingRevision(entry))} /><Button look="primary">{t('Doe dit nu', 'Do this now')}</Button></form>}
    </Card>
  )
}

/** Where it is done, for whoever may. */
function doorOf(scope: Scope, entry: Entry, { by }: NextStep): { readonly href: string; readonly isForm: boolean } | undefined {
  const base = `/${scope.organisation.slug}/${agreements.path}/${entry.id}`
  const work = workOf(agreements, entry)
  const verb = by === 'text' ? undefined : agreements.lifecycle.verbs[by]
  if (!mayDo(agreements, scope.actor, by === 'text' ? 'change' : by, work.department, work.input)) return undefined
  if (verb === undefined) return { href: `${base}/tekst`, isForm: false }
  return verb.when(work) ? { href: `${base}/stap/${by}`, isForm: verb.offered === 'button' } : undefined
}
