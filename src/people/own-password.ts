// Own password: asked again before something that matters, with the same waiting after failures as at the door.
import { confirmsPassword } from './accounts.ts'
import { beginAttempt, endAttempt, watchFactor } from './attempts.ts'
import type { House } from './house.ts'

/** @throws TooMany after several wrong ones. */
export async function isOwnPassword(house: House, accountId: string, password: string): Promise<boolean> {
  const watches = [watchFactor(`${accountId}:password`)]
  await beginAttempt(house.database, house.clock(), watches)
  const isRight = await confirmsPassword(house.database, accountId, password)
  if (isRight) await endAttempt(house.database, watches)
  return isRight
}
