// Letters page: writes docs/letters.md from the standard letters.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lettersDocument } from '../src/case-kit/letters/letters-list.ts'

writeFileSync(join(import.meta.dirname, '../docs/letters.md'), lettersDocument())
