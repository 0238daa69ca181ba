// Departments: the tree of an organisation, and how far a role on one of them reaches.
import { Invalid, NotFound } from '../ground/refusals.ts'
import { isId, newId } from '../ground/ids.ts'
import type { Assignment, Role, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'

export type Department = { id: string; name: string; parentId: string | null; isActive: boolean }
export type DepartmentRow = Department & { depth: number }

export async function listDepartments(scope: Scope): Promise<Department[]> {
  const rows = await scope.tx.selectFrom('department').select(['id', 'name', 'parent_id', 'is_active'])
    .where('organisation_id', '=', scope.organisation.id).orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, parentId: row.parent_id, isActive: row.is_active }))
}

/** A department with all below it. */
export function reachOf(departments: readonly { id: string; parentId: string | null }[], departmentId: string): string[] {
  const reach = [departmentId]
  // Grows while it is walked; a department that is already in isn't added again, so a circle ends too.
  for (const id of reach) {
    for (const child of departments) if (child.parentId === id && !reach.includes(child.id)) reach.push(child.id)
  }
  return reach
}

/** Roles as they are stored, with how far each reaches. */
export function withReach(
  held: readonly { role: Role; department_id: string | null }[], departments: readonly { id: string; parentId: string | null }[],
): Assignment[] {
  return held.map(({ role, department_id }) => ({ role, departmentIds: department_id ? reachOf(departments, department_id) : undefined }))
}

/** The tree as a list in reading order, each with its depth (0 for the top). */
export function asTree(departments: readonly Department[], parentId: string | null = null, depth = 0): DepartmentRow[] {
  return departments.filter((department) => department.parentId === parentId)
    .flatMap((department) => [{ ...department, depth }, ...asTree(departments, department.id, depth + 1)])
}

/** The departments to choose from, those below another set in. */
export function departmentChoices(departments: readonly Department[]): { value: string; label: string }[] {
  return asTree(departments).filter((row) => row.isActive).map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth)}${row.name}` }))
}

/** @returns the id of the new department. @throws Invalid */
export async function addDepartment(scope: Scope, input: { name: string; parentId?: string | null }): Promise<string> {
  const name = await freeName(scope, input.name)
  if (input.parentId) await existing(scope, input.parentId)
  const id = newId()
  await scope.tx.insertInto('department').values({ organisation_id: scope.organisation.id, id, name, parent_id: input.parentId ?? null }).execute()
  return id
}

/** Renames, moves or closes a department. @throws Invalid when it would end up below itself. */
export async function changeDepartment(scope: Scope, id: string, input: { name: string; parentId: string | null; isActive: boolean }): Promise<void> {
  await existing(scope, id)
  const name = await freeName(scope, input.name, id)
  if (input.parentId) {
    await existing(scope, input.parentId)
    if (reachOf(await listDepartments(scope), id).includes(input.parentId)) {
      throw new Invalid([{ at: 'parent', message: t(
        'Een afdeling kan niet onder zichzelf vallen. Kies een andere afdeling.',
        'A department can’t come under itself. Choose another one.',
      ) }])
    }
  }
  await scope.tx.updateTable('department').set({ name, parent_id: input.parentId, is_active: input.isActive })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
}

async function existing(scope: Scope, id: string): Promise<void> {
  const found = isId(id) && await scope.tx.selectFrom('department').select('id').where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
}

async function freeName(scope: Scope, typed: string, except?: string): Promise<string> {
  const name = typed.trim()
  if (name === '') throw new Invalid([{ at: 'name', message: t('Vul de naam van de afdeling in.', 'Fill in the name of the department.') }])
  if (name.length > 200) throw new Invalid([{ at: 'name', message: t(
    'De naam mag hoogstens 200 tekens lang zijn.',
    'The name may have at most 200 characters.',
  ) }])
  const other = await scope.tx.selectFrom('department').select('id').where('organisation_id', '=', scope.organisation.id)
    .where('name', '=', name).executeTakeFirst()
  if (other && other.id !== except) throw new Invalid([{ at: 'name', message: t(`Er is al een afdeling ${name}.`, `There is a department ${name} already.`) }])
  return name
}
