// Sample input: a valid, fully filled input for any declaration, with the real ids and keys of one organisation; and the same as a program or a form sends it.
import assert from 'node:assert/strict'
import { newId } from '../../src/ground/ids.ts'
import { say } from '../../src/ground/words.ts'
import { addPerson } from '../../src/people/persons.ts'
import type { AnyInput } from '../../src/register-kit/entry.ts'
import { baseTargets, type CellField, emptyInput, type Field, type Fields } from '../../src/register-kit/field-types.ts'
import { rawFromInput } from '../../src/register-kit/form-state.ts'
import { createEntry } from '../../src/register-kit/perform.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { contentToWire } from '../../src/register-kit/wire.ts'
import type { Tenant } from './product.ts'

export type Samples = Awaited<ReturnType<typeof samplesOver>>

/** What `variant` 0 holds has nothing odd in it and may come into force; others hold other values, and texts that are hard on a file or a page. */
export type Variant = number

/**
 * Fills an organisation with two of everything that a declaration can point at, and gives inputs that do.
 * `mark` stands in the names of what it makes, so that a stranger's page can be searched for it; entries to point at stand in the first department.
 */
export async function samplesFor(house: Tenant, mark = 'Voorbeeld'): Promise<Samples> {
  const pools = new Map<string, readonly string[]>()
  await house.scoped(async (scope) => {
    const organisation_id = scope.organisation.id
    const persons = [await addPerson(scope, { name: `Anna ${mark}`, email: `anna-${newId()}@voorbeeld.example` }), await addPerson(scope, { name: `Bram ${mark}`, email: `bram-${newId()}@voorbeeld.example` })]
    const participants = [newId(), newId()]
    await scope.tx.insertInto('participant').values(participants.map((own, index) => ({ organisation_id, id: own, name: `Deelnemer ${mark} ${index + 1}`, kind: 'municipality' as const }))).execute()
    const bodies = await scope.tx.selectFrom('governing_body').select('id').where('organisation_id', '=', organisation_id).orderBy('position').limit(2).execute()
    pools.set('department', [house.departments.burgerzaken, house.departments.belastingen]).set('person', persons).set('participant', participants).set('governing_body', bodies.map((body) => body.id))
    for (const register of allRegisters()) {
      const made: string[] = []
      for (const number of [1, 2]) made.push(await createEntry(scope, register, leastInput(register, `Doel ${mark} ${say(register.words.one)} ${number}`, `${register.named.number.prefix}-DOEL-${number}`, house.departments.burgerzaken)))
      pools.set(register.key, made)
    }
  })
  assert.deepEqual(baseTargets.filter((target) => pools.get(target)?.length !== 2), [], 'two of everything that fields can point at')
  return samplesOver(house, mark, pools)
}

/** Inputs that point at what these pools hold, by target. */
export async function samplesOver(house: Tenant, mark: string, pools: ReadonlyMap<string, readonly string[]>) {
  const terms = await house.scoped(async (scope) => {
    const found = await scope.tx.selectFrom('catalogue_term').select(['catalogue', 'key']).where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).orderBy('catalogue').orderBy('position').orderBy('key').execute()
    return Map.groupBy(found, ({ catalogue }) => catalogue)
  })
  const stock: Stock = { pools, mark, terms: new Map([...terms].map(([catalogue, found]) => [catalogue, found.map(({ key }) => key)])) }
  return {
    /** Ids of what fields point at, by target. */
    pools,
    input: (register: Register, variant: Variant = 0) => fullInput(register, stock, variant),
    /** What a small form of a step asks, filled in. */
    values: (fields: Fields, variant: Variant = 0) => valuesOf(fields, stock, variant),
  }
}

/** An input with its title, number and department only. */
export function leastInput({ fields, named }: Register, title: string, number: string | null = null, department: string | null = null): AnyInput {
  return { ...emptyInput(fields), [named.title]: title, [named.number.field]: number, ...(named.department ? { [named.department]: department } : {}) }
}

/** As a program sends it. */
export function sentByProgram(fields: Fields, input: AnyInput): Record<string, unknown> {
  return contentToWire(fields, input)
}

/** As a form sends it: flat names, and an empty value first for a list. */
export function sentByForm(fields: Fields, input: AnyInput): Record<string, string | readonly string[]> {
  const raw = rawFromInput(fields, input)
  return Object.fromEntries(Object.entries(fields).flatMap(([key, field]): [string, string | readonly string[]][] => {
    const value = raw[key]
    if (field.type === 'terms' || field.type === 'choices') return [[key, ['', ...value as string[]]]]
    if (field.type !== 'rows') return [[key, String(value ?? '')]]
    return [[key, ''], ...(value as AnyInput[]).flatMap((row, index) => Object.entries(row).map(([column, cell]): [string, string] => [`${key}.${index}.${column}`, String(cell ?? '')]))]
  }))
}

type Stock = { readonly pools: ReadonlyMap<string, readonly string[]>; readonly terms: ReadonlyMap<string, readonly string[]>; readonly mark: string }

function fullInput(register: Register, stock: Stock, variant: Variant): AnyInput {
  const { fields, named } = register
  const input: AnyInput = {
    ...valuesOf(fields, stock, variant), [named.title]: `${say(register.words.one)} ${stock.mark} ${variant}`.slice(0, 200), [named.number.field]: `${named.number.prefix}-${stock.mark.slice(0, 20)}-${variant}`,
  }
  return accepted(register, input, stock)
}

/** Texts that a register may ask for by its own check: tried in turn where the first isn't one. */
const shapes = ['12345678', 'iemand@voorbeeld.example', 'https://www.voorbeeld.example/blad', '1234 AB', 'NL00BANK0000000000', '000000000', 'H-46']

/** The input with another text or choice wherever the register's own check finds fault with one. */
function accepted(register: Register, input: AnyInput, { pools }: Stock): AnyInput {
  const faults = (given: AnyInput) => register.check?.(given as never, { organisationKind: 'municipality', now: new Date() }) ?? []
  let found = input
  for (const { at } of faults(input)) {
    const field = register.fields[at]
    const others: readonly unknown[] = field?.type === 'rows' ? [(found[at] as unknown[]).slice(0, 1), []] : field?.type === 'choice' ? [null, ...field.choices.map(({ key }) => key)] : field?.type === 'reference' ? [...pools.get(field.to) ?? [], null] : shapes
    const fitting = others.map((other) => ({ ...found, [at]: other })).find((other) => !faults(other).some((fault) => fault.at === at))
    assert.ok(fitting, `say in test/support/sample-input.ts which text fits “${at}” of ${register.key}`)
    found = fitting
  }
  return found
}

function valuesOf(fields: Fields, stock: Stock, variant: Variant): AnyInput {
  return Object.fromEntries(Object.entries(fields).map(([key, field], index) => [key, valueOf(field, stock, variant, index)]))
}

/** `place` makes neighbours differ, and has days rise from field to field: what begins comes before what ends. */
function valueOf(field: Field, stock: Stock, variant: Variant, place: number): unknown {
  switch (field.type) {
    case 'choices': return field.choices.filter((_, index) => variant === 0 || index % 2 === variant % 2).map(({ key }) => key)
    case 'terms': return several(termsOf(field.catalogue, stock), variant)
    case 'rows': return [0, 1].map((row) => Object.fromEntries(Object.entries(field.columns).map(([column, cell], index) => [column, cellOf(cell, stock, variant + row, place + index)])))
    default: return cellOf(field, stock, variant, place)
  }
}

/** What a text may hold and a file or a page must bring over as it stands. */
const odd = ['', '=1+1;“x” | \\ ', '\'"<b>&amp;</b>, ', '-@é漢👩‍🚀 % _ ']

function cellOf(field: CellField, stock: Stock, variant: Variant, place: number): string | number | boolean {
  switch (field.type) {
    case 'text': return textOf(`${odd[variant % odd.length]}${field.words.nl} ${variant}`, field.most)
    case 'longText': return textOf(`${odd[variant % odd.length]}${field.words.nl} ${variant}: dit staat er om te zien of alles meekomt.\nEen tweede regel, met ${place} erin.`, field.most)
    case 'number': return field.least + ((place + variant) % (Math.min(field.most, field.least + 5_000) - field.least + 1))
    case 'yesNo': return variant % 2 === 0
    case 'date': return new Date(Date.UTC(2026, 0, 1 + place, 12) + variant * 86_400_000 * 30).toISOString().slice(0, 10)
    // Past, whatever the variant: what lies in the future may be refused.
    case 'moment': return new Date(Date.UTC(2026, 0, 1 + place, 12, 34) + (variant % 6) * 86_400_000 * 30).toISOString()
    case 'duration': return ['P5Y', 'PT24H', 'P1Y6M', 'P2W', 'P10D'][variant % 5]!
    case 'choice': return field.choices[variant % field.choices.length]!.key
    case 'term': return one(termsOf(field.catalogue, stock), variant)
    case 'reference': return one(stock.pools.get(field.to) ?? assert.fail(`nothing to point at for “${field.to}”`), variant)
  }
}

function textOf(text: string, most: number): string {
  return text.trim().slice(0, most).toWellFormed().trim()
}

function termsOf(catalogue: string, { terms }: Stock): readonly string[] {
  return terms.get(catalogue) ?? assert.fail(`catalogue “${catalogue}” has no terms`)
}

const one = <T>(list: readonly T[], variant: Variant): T => list[variant % list.length]!

function several(list: readonly string[], variant: Variant): string[] {
  return [...new Set([0, 1, 2].map((step) => one(list, variant * 2 + step)))]
}
