import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { shippedCatalogue } from '../../catalogues/load.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import * as codes from './edpb-codes.ts'
import { edpbField, edpbFields, edpbMissing, edpbSchema } from './edpb-fields.ts'
import { edpbTemplate } from './edpb-template.ts'
import { telling, wrongRecipient } from './notification.fixtures.ts'

const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const { required: _, ...rest } = edpbSchema()
const [whole, partly] = [ajv.compile(edpbSchema()), ajv.compile(rest)]

describe('the EDPB’s template (art. 33 lid 3 AVG)', () => {
  test('a hundred fields, with their source and attribution', () => {
    assert.equal(edpbFields.length, 100)
    const { template, attribution, status } = edpbTemplate(wrongRecipient, telling)
    assert.ok(template.includes('EDPB') && attribution.includes('Nicola Franchetto') && status.includes('consultatie'))
  })

  test('a breach that was handled to the end is complete and fits the schema', () => {
    const { answers, missing } = edpbTemplate(wrongRecipient, telling)
    assert.deepEqual(missing, [])
    assert.ok(whole(answers), JSON.stringify(whole.errors))
    assert.deepEqual([answers.field_3, answers.field_4, answers.field_44, answers.field_48, answers.field_55, answers.field_60, answers.field_61, answers.field_67, answers.field_68], ['a', 'a', 'a', '2026-11-20T09:10:00.000Z', ['a'], 'r', 'a', 'a', 12])
    assert.deepEqual([answers.field_65, answers.field_70, answers.field_85, answers.field_87, answers.field_89, answers.field_97, answers.field_104, answers.field_113], [['i'], ['a', 'b', 'l', 'm', 'n', 'u'], ['a', 'd', 'e'], 'c', 'a', 'a', ['a'], 'b'])
    assert.match(String(answers.field_90), /SE = 4 × 1 \+ 0\.25 = 4\.25/)
  })

  test('a breach of which little is known is incomplete: what may be determined later says so, the rest is named', () => {
    const { answers, missing } = edpbTemplate({ ...emptyInput(fields), aware_at: '2026-11-20T09:10:00.000Z', kinds: ['confidentiality'] }, telling)
    assert.ok(partly(answers), JSON.stringify(partly.errors))
    assert.deepEqual([answers.field_4, answers.field_44, answers.field_60, answers.field_65, answers.field_89, answers.field_97], ['b', 'e', 'x', ['k'], 'd', 'c'])
    assert.deepEqual(missing.map(({ field }) => field), [50, 51, 56, 57, 62, 63, 66, 71, 75, 76, 79, 90, 92, 94, 95])
  })

  test('telling nobody: without high risk, or by a condition of art. 34(3)', () => {
    const not = (inform_exception: 'no_high_risk' | 'public_notice') => edpbTemplate({ ...wrongRecipient, informed_at: null, inform_decision: 'not_inform', inform_exception, inform_reasons: 'Te veel mensen.' }, telling).answers
    assert.deepEqual([not('no_high_risk').field_97, not('no_high_risk').field_100, not('public_notice').field_97, not('public_notice').field_100], ['d', undefined, 'e', 'c'])
  })

  test('a withdrawal carries its reason and the earlier number; a late one why it is late', () => {
    const { answers } = edpbTemplate({ ...wrongRecipient, authority_number: 'AP-1', notifications: [{ kind: 'withdrawal', at: null, note: 'Dubbel gemeld.' }] }, { ...telling, notification: 'withdrawal' })
    assert.deepEqual([answers.field_3, answers.field_4, answers.field_5, answers.field_6], ['b', 'c', 'Dubbel gemeld.', 'AP-1'])
    assert.equal(edpbTemplate({ ...wrongRecipient, notified_at: '2026-11-25T09:10:00.000Z', delay_reason: 'De verwerker belde laat.' }, telling).answers.field_49, 'De verwerker belde laat.')
  })

  test('what is missing follows the answers', () => {
    const has = (answers: Parameters<typeof edpbMissing>[0], number: number) => edpbMissing(answers).some(({ veld }) => veld === number)
    assert.deepEqual([has({ field_38: 'a' }, 40), has({ field_38: 'b' }, 40), has({ field_55: ['c'] }, 59), has({ field_55: ['a'] }, 59), has({ field_97: 'e' }, 100)], [true, false, true, false, true])
    assert.throws(() => edpbField(1), RangeError)
  })

  test('every code exists in the template, and every key of ours exists', () => {
    const exist = (number: number, wanted: Iterable<string>) => assert.deepEqual([...wanted].filter((code) => !edpbField(number).opties!.some((one) => one.code === code)), [], String(number))
    exist(55, Object.values(codes.natureCodes)); exist(60, Object.values(codes.incidentCodes)); exist(65, Object.values(codes.groupCodes).flat()); exist(70, Object.values(codes.dataCodes).flat()); exist(85, Object.values(codes.impactCodes).flat())
    exist(87, Object.values(codes.severityCodes)); exist(89, Object.values(codes.riskCodes)); exist(57, Object.values(codes.protectionCodes)); exist(100, Object.values(codes.conditionCodes)); exist(104, Object.values(codes.wayCodes))
    assert.deepEqual(Object.keys(codes.incidentCodes).toSorted(), fields.cause.choices.map(({ key }) => key).toSorted())
    assert.deepEqual(Object.keys(codes.impactCodes).toSorted(), fields.consequence_kinds.choices.map(({ key }) => key).toSorted())
    const keysOf = (name: string) => new Set<string>(shippedCatalogue(name).terms.map(({ key }) => key))
    assert.deepEqual([Object.keys(codes.dataCodes).filter((key) => !keysOf('data-category').has(key)), Object.keys(codes.groupCodes).filter((key) => !keysOf('subject-category').has(key))], [[], []])
  })
})
