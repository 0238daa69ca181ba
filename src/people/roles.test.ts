import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Role } from '../ground/scope.ts'
import { conflictingWithDpo, roleConflict } from './roles.ts'

const cases: readonly [roles: readonly Role[], isManagement: boolean, reason: RegExp | undefined][] = [
  [[], false, undefined],
  [['dpo'], false, undefined],
  [['dpo', 'employee'], false, undefined],
  [['dpo', 'privacy_officer'], false, undefined],
  [['dpo', 'auditor', 'administrator'], false, undefined],
  [['dpo', 'process_owner'], false, /proceseigenaar.*art\. 38 lid 6 AVG/],
  [['process_owner', 'dpo'], false, /proceseigenaar/],
  [['employee', 'ciso', 'dpo'], false, /CISO.*art\. 38 lid 6 AVG/],
  [['dpo'], true, /leiding.*art\. 38 lid 6 AVG/],
  [['process_owner', 'ciso'], true, undefined],
]

test('a DPO is no process owner, CISO or management (art. 38 lid 6 AVG)', () => {
  for (const [held, isManagement, reason] of cases) {
    const conflict = roleConflict(held, isManagement)
    if (reason === undefined) assert.equal(conflict, undefined, held.join())
    else assert.match(conflict ?? '', reason, held.join())
  }
})

test('what of somebody’s tasks can’t go with being the DPO, before the role is given (N-13; art. 38 lid 6 AVG)', () => {
  const table: readonly [held: readonly Role[], isManagement: boolean, conflicting: readonly string[]][] = [
    [[], false, []], [['dpo', 'employee', 'privacy_officer', 'auditor', 'administrator', 'iso'], false, []], [['process_owner'], false, ['process_owner']], [['dpo', 'ciso', 'process_owner'], true, ['process_owner', 'ciso', 'management']], [[], true, ['management']],
  ]
  for (const [held, isManagement, conflicting] of table) {
    assert.deepEqual(conflictingWithDpo(held, isManagement), conflicting, held.join())
    assert.equal(roleConflict(['dpo', ...held], isManagement) !== undefined, conflicting.length > 0, 'both say the same')
  }
})
