// Signed routes: pointing out which attachment is the signed copy, and holding its bytes against the digest of then.
import { Hono } from 'hono'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { workOf } from '../../register-kit/lifecycle.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { baseOf, entryId, mustBeAllowed, textEntries } from '../../register-kit/web/visit.tsx'
import { agreements as register } from './register.ts'
import { checkSigned, markSigned } from './signed-files.ts'

/** For `registerDoors`. */
export function signedRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.post('/:id/getekend', async (c) => {
    const id = entryId(c, register)
    const attachment = new Map(await textEntries(c)).get('attachment') ?? ''
    if (!isId(attachment)) throw new NotFound()
    await scopeOf(c, house, async (scope) => {
      const entry = await loadEntry(scope, register, id, { lock: true })
      mustBeAllowed(scope, register, 'sign_ours', workOf(register, entry))
      await markSigned(scope, entry, attachment)
    })
    return c.redirect(`${baseOf(c, register)}/${id}#getekend`, 303)
  })

  // Whoever may see the agreement may check it: the check changes nothing of it.
  app.post('/:id/getekend/:attachment/nakijken', async (c) => {
    const [id, attachment] = [entryId(c, register), c.req.param('attachment')]
    if (!isId(attachment)) throw new NotFound()
    await scopeOf(c, house, async (scope) => checkSigned(scope, { database: house.database, organisation: c.get('who').organisation }, await loadEntry(scope, register, id), attachment))
    return c.redirect(`${baseOf(c, register)}/${id}#getekend`, 303)
  })

  return app
}
