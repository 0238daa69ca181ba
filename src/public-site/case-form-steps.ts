// Case form steps: the pages of a form in order: one question each, the files, looking it over; or all questions at once.
import type { WayIn } from '../case-kit/intake/forms.ts'
import { type Asked, askedBy } from '../case-kit/intake/questions.ts'

export type Step =
  | { readonly kind: 'question'; readonly place: number; readonly asked: readonly Asked[] }
  | { readonly kind: 'all'; readonly asked: readonly Asked[] }
  | { readonly kind: 'files'; readonly asked: readonly [] }
  | { readonly kind: 'review'; readonly asked: readonly Asked[] }

export type Steps = { readonly asked: readonly Asked[]; readonly hasFiles: boolean; readonly all: readonly Step[] }

export function stepsOf(wayIn: WayIn): Steps {
  const asked = askedBy(wayIn)
  const { files: hasFiles } = wayIn.intake
  const questions = asked.map((one, index): Step => ({ kind: 'question', place: index + 1, asked: [one] }))
  return { asked, hasFiles, all: [...questions, ...(hasFiles ? [{ kind: 'files', asked: [] } as const] : []), { kind: 'review', asked }] }
}

/** By its name in an address (`3`, `alles`, `bestanden`, `nakijken`); the first for anything else. */
export function stepNamed(steps: Steps, name: string | undefined): Step {
  if (name === 'alles') return { kind: 'all', asked: steps.asked }
  return steps.all.find((step) => nameOf(step) === name) ?? steps.all[0]!
}

export function nameOf(step: Step): string {
  switch (step.kind) {
    case 'question': return String(step.place)
    case 'all': return 'alles'
    case 'files': return 'bestanden'
    case 'review': return 'nakijken'
  }
}

/** The page with all questions is followed by looking it over. */
export function after(steps: Steps, step: Step): Step {
  if (step.kind === 'all') return steps.all.at(-1)!
  return steps.all[steps.all.findIndex((one) => nameOf(one) === nameOf(step)) + 1] ?? step
}

export function before(steps: Steps, step: Step): Step | undefined {
  return step.kind === 'all' ? undefined : steps.all[steps.all.findIndex((one) => nameOf(one) === nameOf(step)) - 1]
}
