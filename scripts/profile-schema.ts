// Profile schema: writes profiles/profile.schema.json from the shape that profiles are checked by.
import { writeFileSync } from 'node:fs'
import { profileJsonSchema } from '../src/policy/profile-json-schema.ts'

writeFileSync(new URL('../profiles/profile.schema.json', import.meta.url), profileJsonSchema())
