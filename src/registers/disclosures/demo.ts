// Demo: a line of the log, written through the same checks as at its page.
import type { Scope } from '../../ground/scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { keep } from './log-routes.tsx'
import { readSubjects } from './subject-marks.ts'

export function writeDemoLog(scope: Scope, entry: Entry, { on, what, people, subjects = '' }: { readonly on: string; readonly what: string; readonly people: number; readonly subjects?: string }): Promise<void> {
  return keep(scope, entry, [{ on, what, people, note: null, subjects: readSubjects(subjects).subjects }], null)
}
