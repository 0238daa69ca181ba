// Fields of a request of a data subject: what was asked, how it was handled, and what was decided and answered (art. 12 tot en met 22 AVG).
import { askedFields } from './fields-asked.ts'
import { decidedFields } from './fields-decided.ts'
import { handledFields } from './fields-handled.ts'

export { decidedFields, weighingFields } from './fields-decided.ts'

export const fields = { ...askedFields, ...handledFields, ...decidedFields } as const
