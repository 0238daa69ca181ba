// The register as the kit knows it.
import type { Register } from '../../register-kit/register.ts'
import { fields, registerKey, table } from './declaration.ts'

export const processingActivities: Register<typeof fields> = {
  key: registerKey,
  table,
  path: 'verwerkingen',
  words: { one: { nl: 'verwerking', en: 'processing activity' }, many: { nl: 'Verwerkingen', en: 'Processing activities' } },
  fields,
  schemaVersion: 1,
}
