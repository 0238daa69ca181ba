// Clock choices: which clocks an address asks for, and the addresses that change it.
import { isId } from '../../ground/ids.ts'
import { say, t } from '../../ground/words.ts'
import type { ActiveFilter } from '../../page-kit/table.tsx'
import type { Register } from '../../register-kit/register.ts'
import type { ClockPlace, ClockQuery, ClockStand } from './open-clocks.ts'

export type ClockChoices = { readonly register: string | undefined; readonly stand: ClockStand | undefined; readonly department: string | undefined; readonly isMine: boolean; readonly after: ClockPlace | undefined }

/** In the address. */
export const standPaths: Readonly<Record<ClockStand, string>> = { late: 'te-laat', day: 'vandaag', week: 'week', suspended: 'stil' }

export function sayStand(stand: ClockStand): string {
  switch (stand) {
    case 'late': return t('Te laat', 'Late')
    case 'day': return t('Binnen 24 uur', 'Within 24 hours')
    case 'week': return t('Binnen zeven dagen', 'Within seven days')
    case 'suspended': return t('Staat stil', 'Standing still')
  }
}

/** What an address asks that isn't there counts for nothing. */
export function readClockChoices(registers: readonly Register[], departments: readonly { readonly id: string }[], parameters: URLSearchParams): ClockChoices {
  const [at = '', id = ''] = (parameters.get('na') ?? '').split('_')
  const place = at === 'last' ? at : /^\d{1,15}$/.test(at) ? Number(at) : undefined
  return {
    register: registers.find(({ path }) => path === parameters.get('register'))?.key, stand: (Object.keys(standPaths) as ClockStand[]).find((stand) => standPaths[stand] === parameters.get('stand')),
    department: departments.find((one) => one.id === parameters.get('afdeling'))?.id, isMine: parameters.get('mijn') === 'ja', after: place === undefined || !isId(id) ? undefined : [place, id],
  }
}

export function clockQuery(registers: readonly Register[], { register, stand, department, isMine }: ClockChoices): ClockQuery {
  return { registers: registers.filter(({ key }) => register === undefined || key === register), stand, department, isMine }
}

export function clocksHref(base: string, registers: readonly Register[], { register, stand, department, isMine, after }: Partial<ClockChoices>): string {
  const path = registers.find(({ key }) => key === register)?.path
  const parameters = new URLSearchParams([
    ...(path ? [['register', path]] : []), ...(stand ? [['stand', standPaths[stand]]] : []), ...(department ? [['afdeling', department]] : []), ...(isMine ? [['mijn', 'ja']] : []), ...(after ? [['na', after.join('_')]] : []),
  ])
  return parameters.size === 0 ? base : `${base}?${parameters}`
}

export function activeClockChoices(base: string, registers: readonly Register[], departments: readonly { readonly id: string; readonly name: string }[], choices: ClockChoices): ActiveFilter[] {
  const { register, stand, department, isMine } = choices
  const without = (part: keyof ClockChoices) => clocksHref(base, registers, { ...choices, after: undefined, [part]: undefined })
  return [
    ...(register === undefined ? [] : [{ label: t('Register', 'Register'), value: say(registers.find(({ key }) => key === register)!.words.many), removeHref: without('register') }]),
    ...(stand === undefined ? [] : [{ label: t('Wanneer', 'When'), value: sayStand(stand), removeHref: without('stand') }]),
    ...(department === undefined ? [] : [{ label: t('Afdeling', 'Department'), value: departments.find(({ id }) => id === department)!.name, removeHref: without('department') }]),
    ...(isMine ? [{ label: t('Van wie', 'Whose'), value: t('alleen van mij', 'mine only'), removeHref: without('isMine') }] : []),
  ]
}
