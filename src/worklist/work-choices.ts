// Work choices: which part of the list an address asks for, and the addresses that take a choice away again.
import { say, t } from '../ground/words.ts'
import type { ActiveFilter } from '../page-kit/table.tsx'
import { allRegisters } from '../register-kit/tied-registers.ts'
import { sources } from './sources.ts'
import { sayWhen, type When, whenOf, whenPaths, whens, type WorkItem } from './work-item.ts'

export type WorkChoices = { readonly source: string | undefined; readonly when: When | undefined; readonly register: string | undefined }

/** What an address asks that isn't there counts for nothing. */
export function readWorkChoices(parameters: URLSearchParams): WorkChoices {
  const register = parameters.get('register')
  return {
    source: sources.find(({ path }) => path === parameters.get('soort'))?.path, when: whens.find((when) => whenPaths[when] === parameters.get('wanneer')),
    register: allRegisters().find(({ key }) => key === register)?.key,
  }
}

export function chosenWork(items: readonly WorkItem[], { when, register }: WorkChoices, today: string): WorkItem[] {
  return items.filter((item) => (when === undefined || whenOf(item, today) === when) && (register === undefined || item.register === register))
}

export function activeWorkChoices(base: string, choices: WorkChoices): ActiveFilter[] {
  const { source, when, register } = choices
  const without = (part: keyof WorkChoices) => workHref(base, { ...choices, [part]: undefined })
  return [
    ...(source === undefined ? [] : [{ label: t('Soort', 'Kind'), value: say(sources.find(({ path }) => path === source)!.words), removeHref: without('source') }]),
    ...(when === undefined ? [] : [{ label: t('Wanneer', 'When'), value: sayWhen(when), removeHref: without('when') }]),
    ...(register === undefined ? [] : [{ label: t('Register', 'Register'), value: say(allRegisters().find(({ key }) => key === register)!.words.many), removeHref: without('register') }]),
  ]
}

export function workHref(base: string, { source, when, register }: Partial<WorkChoices>): string {
  const parameters = new URLSearchParams([...(source ? [['soort', source]] : []), ...(when ? [['wanneer', whenPaths[when]]] : []), ...(register ? [['register', register]] : [])])
  return parameters.size === 0 ? base : `${base}?${parameters}`
}
