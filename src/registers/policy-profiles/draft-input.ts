// Draft input: what the forms of a draft send, as a profile with those parts replaced; checked afterwards, like any profile. Pure.
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { joinDuration } from '../../page-kit/duration.ts'
import type { Fields } from '../../people/form-input.ts'
import { loadProfiles, type Norm, type ParameterName, parameter, type Profile } from '../../policy/profiles.ts'
import { readYamlText } from '../../policy/yaml-text.ts'

export type Content = { readonly content: unknown; readonly faults: readonly Fault[] }

/** The profile with one norm as typed. Where the text says no evidence at all, the old stands, and the fault says why. */
export function withNorm(profile: Profile, place: number, fields: Fields): Content {
  const norm = profile.norms[place]!
  const { evidence, faults } = evidenceFrom(fields, norm)
  const also = fields.all('also').filter((role) => role !== '' && role !== fields.one('role'))
  const words = (name: 'conflicts' | 'note') => fields.one(name) === '' ? {} : { [name]: fields.one(name) }
  const { also: _also, conflicts: _conflicts, note: _note, ...rest } = norm
  const changed = { ...rest, text: fields.one('text'), role: fields.one('role'), ...(also.length > 0 ? { also } : {}), evidence, ...words('conflicts'), ...words('note') }
  const parameters = parametersFrom(profile, fields, norm.parameters ?? [])
  return { content: { ...profile, parameters, norms: profile.norms.map((one, index) => index === place ? inOrder(changed) : one) }, faults }
}

/** The profile with these parameters as typed; an empty amount takes one away. */
export function withParameters(profile: Profile, fields: Fields, names: readonly ParameterName[]): Content {
  return { content: { ...profile, parameters: parametersFrom(profile, fields, names) }, faults: [] }
}

/** A fault of the whole profile at the field of a norm's form; what stands elsewhere belongs to no field. */
export function atNormField(fault: Fault, place: number): Fault {
  const [part, index, field] = fault.at.split('.')
  if (part === 'norms' && Number(index) === place) return { ...fault, at: field === 'evidence' ? 'evidence_text' : field ?? '' }
  return atParameter(fault)
}

export function atParameter(fault: Fault): Fault {
  const [part, name] = fault.at.split('.')
  return part === 'parameters' && name !== undefined ? { ...fault, at: name } : { at: '', message: fault.at === '' ? fault.message : `${fault.at}: ${fault.message}` }
}

/** The evidence that the release ships for a norm of this id. */
export function shippedEvidence(id: string): Norm['evidence'] | undefined {
  return loadProfiles().flatMap(({ norms }) => norms).find((norm) => norm.id === id)?.evidence
}

function evidenceFrom(fields: Fields, norm: Norm): { evidence: unknown; faults: readonly Fault[] } {
  switch (fields.one('evidence')) {
    case 'manual': return { evidence: { kind: 'manual', valid_for: joinDuration({ amount: fields.one('valid_for.amount'), unit: fields.one('valid_for.unit') }) || 'P1Y' }, faults: [] }
    case 'shipped': return { evidence: shippedEvidence(norm.id) ?? norm.evidence, faults: [] }
    case 'own': {
      const read = readYamlText(fields.raw('evidence_text'))
      if ('faults' in read) return { evidence: norm.evidence, faults: read.faults.map(({ line, reason }) => ({ at: 'evidence_text', message: t(`Regel ${line}: ${reason}`, `Line ${line}: ${reason}`) })) }
      return { evidence: read.data, faults: [] }
    }
    default: return { evidence: norm.evidence, faults: [] }
  }
}

function parametersFrom(profile: Profile, fields: Fields, names: readonly ParameterName[]): Record<string, unknown> {
  const parameters: Record<string, unknown> = { ...profile.parameters }
  for (const name of names) {
    const typed = joinDuration({ amount: fields.one(`${name}.amount`), unit: fields.one(`${name}.unit`) })
    const clock = fields.one(`${name}.clock`)
    const was = profile.parameters[name]
    if (typed === '') delete parameters[name]
    else if (clock === 'working') parameters[name] = { duration: typed, clock }
    // An hour's clock that was written out, and is the usual one, stays written out.
    else parameters[name] = typeof was === 'object' && was.clock !== 'working' && typed === parameter(profile, name) ? was : typed
  }
  return parameters
}

/** The keys of a norm in the order in which files hold them. */
function inOrder(norm: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = ['id', 'text', 'src', 'section', 'article', 'principle', 'role', 'also', 'capability', 'parameters', 'evidence', 'conflicts', 'note']
  return Object.fromEntries(keys.flatMap((key) => norm[key] === undefined ? [] : [[key, norm[key]]]))
}
