import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Role } from '../ground/scope.ts'
import { roleConflict } from './roles.ts'

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
