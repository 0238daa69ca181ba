// Profile checks: what the shape of a profile can't say: ids that stand there twice, sections in a circle, evidence that doesn't exist, terms beyond the law.
import { isRecord, type Loose, list, textOf } from './loose-data.ts'
import { t } from '../ground/words.ts'
import { ceilings, exceeds } from './ceilings.ts'
import { evidence } from './evidence.ts'
import { type KnownEvidence, unknownIn } from './known-evidence.ts'

export type Found = { readonly path: readonly PropertyKey[]; readonly reason: string }

/** Everything found in data of any shape, so that a fault of shape elsewhere hides nothing. `key`: the name that it must have. */
export function profileChecks(data: unknown, key: string | undefined, known: KnownEvidence | undefined): Found[] {
  if (!isRecord(data)) return []
  return [
    ...(key !== undefined && /^[a-z0-9-]+$/.test(textOf(data['key']) ?? '') && data['key'] !== key ? [{ path: ['key'], reason: t(`De sleutel is niet de naam van het bestand (${key}).`, `The key isn’t the name of the file (${key}).`) }] : []),
    ...sectionFaults(data),
    ...list(data['norms']).flatMap((norm, place, norms) => normFaults(norm, norms.slice(0, place), data, known).map(({ path, reason }) => ({ path: ['norms', place, ...path], reason }))),
    ...beyondTheLaw(data),
  ]
}

function sectionFaults(data: Loose): Found[] {
  const sections = list(data['sections'])
  const parents = new Map(sections.flatMap(({ key, within }) => typeof key === 'string' ? [[key, textOf(within)]] : []))
  return sections.flatMap(({ key, within }, place): Found[] => {
    const [name, parent] = [textOf(key), textOf(within)]
    const at = (field: string, reason: string): Found => ({ path: ['sections', place, field], reason })
    if (name !== undefined && sections.findIndex((other) => other['key'] === name) < place) return [at('key', t(`Het onderdeel ${name} staat er twee keer.`, `The section ${name} stands here twice.`))]
    if (parent === undefined) return []
    if (!parents.has(parent)) return [at('within', t(`Het onderdeel ${parent} bestaat niet.`, `The section ${parent} doesn’t exist.`))]
    return name !== undefined && isAbove(name, parent, parents) ? [at('within', t(`Het onderdeel ${name} hangt via ${parent} onder zichzelf.`, `The section ${name} hangs under itself by way of ${parent}.`))] : []
  })
}

/** Whether climbing from `from` comes past `key`; a circle that doesn't hold `key` ends too. */
function isAbove(key: string, from: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>()
  for (let now: string | undefined = from; now !== undefined && !seen.has(now); now = parents.get(now)) {
    if (now === key) return true
    seen.add(now)
  }
  return false
}

function normFaults(norm: Loose, before: readonly Loose[], profile: Loose, known: KnownEvidence | undefined): Found[] {
  const [id, section] = [textOf(norm['id']), textOf(norm['section'])]
  const parameters = isRecord(profile['parameters']) ? profile['parameters'] : {}
  const measured = evidence.safeParse(norm['evidence'])
  return [
    ...(id !== undefined && before.some((other) => other['id'] === id) ? [{ path: ['id'], reason: t(`De norm ${id} staat er twee keer.`, `The norm ${id} stands here twice.`) }] : []),
    ...(section !== undefined && !list(profile['sections']).some(({ key }) => key === section) ? [{ path: ['section'], reason: t(`Het onderdeel ${section} bestaat niet.`, `The section ${section} doesn’t exist.`) }] : []),
    ...(Array.isArray(norm['parameters']) ? norm['parameters'] : []).flatMap((name: unknown, place) => typeof name !== 'string' || Object.hasOwn(parameters, name) ? []
      : [{ path: ['parameters', place], reason: t(`Het profiel zegt niets over ${name}.`, `The profile says nothing about ${name}.`) }]),
    ...(known && measured.success ? unknownIn(measured.data, known).map(({ path, reason }) => ({ path: ['evidence', ...path], reason })) : []),
  ]
}

function beyondTheLaw(data: Loose): Found[] {
  const { parameters } = data
  if (!isRecord(parameters)) return []
  return Object.entries(ceilings).flatMap(([name, { duration, citation }]) => {
    const value = parameters[name]
    const term = textOf(isRecord(value) ? value['duration'] : value)
    return term !== undefined && exceeds(term, duration)
      ? [{ path: ['parameters', name], reason: t(`${term} is langer dan de wet toelaat: hoogstens ${duration} (${citation}).`, `${term} is longer than the law allows: at most ${duration} (${citation}).`) }] : []
  })
}
