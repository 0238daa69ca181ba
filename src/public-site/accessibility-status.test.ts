import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyInput } from '../register-kit/field-types.ts'
import { accessibilityStatus } from './accessibility-status.ts'
import { siteFaults, siteFields, type SiteSettings } from './site-settings.ts'

const today = '2026-11-22'
test('the status of the Dutch model follows from an audit of less than three years, or one within six months; never from hope', () => {
  const cases: readonly (readonly [audited: string | null, meetsAll: boolean | null, planned: string | null, status: string])[] = [
    [null, null, null, 'D'], [null, true, null, 'D'], ['2026-03-01', true, null, 'A'], ['2026-03-01', false, null, 'B'], ['2026-03-01', null, null, 'B'], ['2023-11-22', true, null, 'D'], ['2023-11-23', true, null, 'A'], ['2027-01-01', true, null, 'D'],
    [null, null, '2027-05-22', 'C'], [null, null, '2027-05-23', 'D'], [null, null, '2026-11-21', 'D'], ['2020-01-01', true, '2027-01-01', 'C'],
  ]
  for (const [audited_on, meets_all, audit_planned_on, status] of cases) assert.equal(accessibilityStatus({ audited_on, meets_all, audit_planned_on }, today), status, `${audited_on} ${meets_all} ${audit_planned_on}`)
})

test('settings that can’t be so are refused at their field', () => {
  const faultsOf = (more: Partial<SiteSettings>) => siteFaults({ ...emptyInput(siteFields), ...more }).map(({ at }) => at)
  const cases: readonly (readonly [Partial<SiteSettings>, string[]])[] = [
    [{}, []], [{ audited_on: today }, ['audited_by']], [{ audited_by: 'Iemand' }, ['audited_by']], [{ meets_all: true }, ['meets_all']], [{ audit_report: 'javascript:alert(1)' }, ['audit_report']], [{ audit_report: 'https://rapport.example/x' }, []],
    [{ security_contact: 'mailto:lek@duinrade.example', security_until: '2027-01-01' }, []], [{ security_contact: 'mailto:lek@duinrade.example' }, ['security_until']], [{ security_contact: 'mailto:a@b.example\nContact: x', security_until: '2027-01-01' }, ['security_contact']],
  ]
  for (const [settings, at] of cases) assert.deepEqual(faultsOf(settings), at, JSON.stringify(settings))
})
