// Words: who answers for a norm and what measures it, as people read it.
import type { EvidencePart } from '../../policy/evidence.ts'
import { principles } from '../../policy/principles.ts'
import type { Norm, ResponsibleRole } from '../../policy/profiles.ts'
import { say, t } from '../../ground/words.ts'
import { sayDuration } from '../../page-kit/duration.ts'
import { isRole, roleWords } from '../../people/roles.ts'
import { lower } from '../../register-kit/register-words.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'

export function sayResponsible(role: ResponsibleRole): string {
  if (role === 'governing_body') return t('Bestuursorgaan', 'Governing body')
  return role === 'management' ? t('Leiding', 'Management') : say(roleWords[role])
}

export function sayPrinciple({ principle }: Norm): string {
  return say(principles[principle])
}

/** What measures a norm, in a few words. */
export function sayEvidenceRule(part: EvidencePart): string {
  switch (part.kind) {
    case 'findings': return t(`geen bevindingen in ${registers(part.in)}`, `no findings in ${registers(part.in)}`)
    case 'reviewed': return t(`${registers([part])} op tijd nagekeken`, `${registers([part])} reviewed in time`)
    case 'closed_within_term': return t(`termijnen in ${registers([part])} gehaald`, `terms met in ${registers([part])}`)
    case 'in_force': return t(`ten minste ${part.least} in ${registers([part])} van kracht`, `at least ${part.least} in force in ${registers([part])}`)
    case 'recent': return t(`recent genoeg in ${registers([part])}`, `recent enough in ${registers([part])}`)
    case 'roles_filled': return t(`vervuld: ${part.roles.map(sayRole).join(', ')}`, `filled: ${part.roles.map(sayRole).join(', ')}`)
    case 'setting': return t('een instelling van de organisatie', 'a setting of the organisation')
    case 'rule': return t(`een eigen regel van het product (${part.rule})`, `a rule of the product itself (${part.rule})`)
    case 'manual': return t(`een verklaring die ${sayDuration(part.valid_for)} geldt`, `a statement that holds for ${sayDuration(part.valid_for)}`)
  }
}

function registers(parts: readonly { readonly register: string }[]): string {
  return [...new Set(parts.map(({ register }) => {
    const found = registerOf(register)
    return found ? lower(say(found.words.many)) : register
  }))].join(', ')
}

function sayRole(role: string): string {
  return isRole(role) ? say(roleWords[role]) : role
}
