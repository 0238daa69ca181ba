// `waarborg user add`: adds a person with roles to an organisation, with an account to sign in.
import { inScope, roles, type Role } from '../ground/scope.ts'
import { accountByEmail, acceptEmail, createAccount } from '../people/accounts.ts'
import { listDepartments } from '../people/departments.ts'
import { findOrganisation } from '../people/organisations.ts'
import { hashPassword } from '../people/passwords.ts'
import { addPerson } from '../people/persons.ts'
import { newTypedCode } from '../people/tokens.ts'
import { BadUsage, must, oneOf, readArgs, say, type Verb } from './verb.ts'
import { withProduct } from './with-product.ts'

export const verb: Verb = {
  summary: 'voeg een persoon toe aan een organisatie',
  help: `
Gebruik: waarborg user add --organisation <korte naam> --email <adres> --name <naam> --role <rol> [--role <rol>] [--department <afdeling>]

  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --email          e-mailadres waarmee de persoon inlogt
  --name           naam van de persoon
  --role           rol; mag vaker: ${roles.join(', ')}
  --department     naam van de afdeling; nodig voor process_owner

Heeft het adres nog geen account, dan staat er na afloop eenmalig een wachtwoord op het scherm.
`,
  async run(args) {
    const { values } = readArgs(args, {
      organisation: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', multiple: true }, department: { type: 'string' },
    })
    const slug = must(values.organisation, '--organisation')
    const email = acceptEmail(must(values.email, '--email'))
    const name = must(values.name, '--name')
    const wanted = (values.role ?? []).map((role) => oneOf(role, roles, 'De rol'))
    if (wanted.length === 0) throw new BadUsage('--role ontbreekt.')
    const password = await withProduct(({ database, masterKey }) => add({ database, masterKey, slug, email, name, wanted, department: values.department }))
    say(`${email} is toegevoegd aan ${slug}.`)
    say(password === undefined ? 'Het account bestond al; het wachtwoord is hetzelfde gebleven.' : `Wachtwoord (staat hier maar één keer): ${password}`)
    return 0
  },
}

type Addition = Pick<Parameters<Parameters<typeof withProduct>[0]>[0], 'database' | 'masterKey'> & {
  slug: string; email: string; name: string; wanted: readonly Role[]; department: string | undefined
}

async function add({ database, masterKey, slug, email, name, wanted, department }: Addition): Promise<string | undefined> {
  const found = await findOrganisation(database, masterKey, slug)
  if (!found) throw new BadUsage(`De organisatie "${slug}" bestaat niet.`)
  const password = newTypedCode(5)
  const passwordHash = await hashPassword(password)
  return inScope(database, { organisation: found.organisation, actor: { kind: 'system', task: 'user-add' } }, async (scope) => {
    const departments = await listDepartments(scope)
    const departmentId = department === undefined ? null : departments.find((row) => row.name.toLowerCase() === department.toLowerCase())?.id
    if (departmentId === undefined) throw new BadUsage(`De afdeling "${department}" bestaat niet; er zijn: ${departments.map((row) => row.name).join(', ') || 'nog geen'}.`)
    const known = await accountByEmail(scope.tx, email)
    const accountId = known?.id ?? await createAccount(scope.tx, scope.now, { email, passwordHash })
    await addPerson(scope, {
      name, email, departmentId, accountId, roles: wanted.map((role) => ({ role, departmentId: role === 'process_owner' ? departmentId : null })),
    })
    return known ? undefined : password
  })
}
