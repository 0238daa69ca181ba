// Profile norms: the shipped profiles hold every norm of the specification once, with its section, capability and parameters; and say of each whose it is and where it comes from.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { partsOf } from '../src/policy/evidence.ts'
import { clockOf, loadProfiles, parameter, type ParameterName } from '../src/policy/profiles.ts'
import { profileJsonSchema } from '../src/policy/profile-json-schema.ts'
import { knownToProfiles } from '../src/tied-rooms.ts'

type Wanted = { id: string; src: string; cap: string; set?: Partial<Record<ParameterName, string | { duration: string; clock: string }>> }
const wanted = parse(readFileSync(new URL('data/norms.yaml', import.meta.url), 'utf8')) as Wanted[]
const profiles = loadProfiles(undefined, knownToProfiles)
const norms = profiles.flatMap((profile) => profile.norms.map((norm) => ({ profile, norm })))
const found = new Map(norms.map((one) => [one.norm.id, one]))

describe('the norms of the shipped profiles (H-01 to H-66, N-01 to N-68, M-01 to M-22, W-01 to W-18, P-01 to P-27)', () => {
  it('are those of the specification: all 201, each once, in the profile of its own policy', () => {
    assert.equal(wanted.length, 201)
    assert.deepEqual(norms.map(({ norm }) => norm.id).toSorted(), wanted.map(({ id }) => id).toSorted())
    assert.deepEqual(profiles.map(({ norms: own }) => [...new Set(own.map(({ id }) => id[0]))].join()), ['H', 'N', 'M', 'W', 'P'])
    for (const { norms: own } of profiles) assert.deepEqual(own.map(({ id }) => id), own.map(({ id }) => id).toSorted(), 'in the order of their ids')
  })

  it('carry the capability, the place in the policy and the parameters that the specification names', () => {
    const plain = (text: string) => text.replaceAll('. ', ' ').replaceAll('art.', 'art')
    for (const { id, src, cap, set = {} } of wanted) {
      const { profile, norm } = found.get(id)!
      assert.deepEqual([norm.capability, plain(norm.src)], [cap, plain(src)], id)
      assert.deepEqual((norm.parameters ?? []).toSorted(), Object.keys(set).toSorted(), id)
      for (const [name, value] of Object.entries(set) as [ParameterName, string | { duration: string; clock: string }][]) {
        assert.equal(parameter(profile, name), typeof value === 'string' ? value : value.duration, `${id} ${name}`)
        if (typeof value !== 'string') assert.equal(clockOf(profile, name), value.clock, `${id} ${name}`)
      }
    }
  })

  it('set every parameter that a policy has: none hangs in the air', () => {
    for (const profile of profiles) assert.deepEqual(Object.keys(profile.parameters).toSorted(), [...new Set(profile.norms.flatMap(({ parameters = [] }) => parameters))].toSorted(), profile.key)
  })

  it('cite an article in the agreed form, stand in a section, and are told in one to three short sentences', () => {
    for (const { norm: { id, article, section, text, role, also = [] } } of norms) {
      assert.match(article, /art\. \d+|hoofdstuk|afdeling/, id)
      assert.ok(section, id)
      assert.ok(text.length <= 300 && text.endsWith('.'), `${id}: ${text.length}`)
      assert.ok(!also.includes(role) && new Set(also).size === also.length, `${id}: who works on it too`)
    }
  })

  it('that conflict with law cite the article that the product carries out (H-03, H-29, M-22, N-30, N-33, N-47, W-07, W-12, P-01, P-07, P-15, P-22)', () => {
    const conflicting = norms.filter(({ norm }) => norm.conflicts)
    assert.deepEqual(conflicting.map(({ norm }) => norm.id).toSorted(), ['H-03', 'H-29', 'M-22', 'N-30', 'N-33', 'N-47', 'P-01', 'P-07', 'P-15', 'P-22', 'W-07', 'W-12'])
    for (const { norm } of conflicting) assert.match(norm.conflicts!, /art\. \d/, norm.id)
  })

  it('are measured wholly by what registers and settings hold, or ask a person’s statement for the rest', () => {
    const wholly = norms.filter(({ norm }) => partsOf(norm.evidence).every(({ kind }) => kind !== 'manual'))
    assert.ok(wholly.length >= 38, String(wholly.length))
  })
})

it('the JSON Schema beside the profiles is that of this release', () => {
  const kept = readFileSync(new URL('../profiles/profile.schema.json', import.meta.url), 'utf8')
  assert.equal(kept, profileJsonSchema(), 'write it anew: npm run profile-schema')
})
