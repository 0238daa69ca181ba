// Profile JSON Schema: the shape of a profile for editors and other programs, made from the shape that is checked.
import { z } from 'zod'
import { profileSchema } from './profile.ts'

/** As it stands in `profiles/profile.schema.json`, to the letter. */
export function profileJsonSchema(): string {
  const schema = z.toJSONSchema(profileSchema, { io: 'input' })
  return `${JSON.stringify({ ...schema, $id: 'profile.schema.json' }, null, 2)}\n`
}
