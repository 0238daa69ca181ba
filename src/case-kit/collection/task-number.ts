// Task number: how a collection task is told apart in a message or a list: by party and the number of its case, never by a person.
import type { Words } from '../../ground/words.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import type { Task } from './tasks.ts'

export function numberWords({ register: key, aboutName, asked: { number } }: Pick<Task, 'register' | 'aboutName' | 'asked'>): Words {
  const one = registerOf(key)?.words.one ?? { nl: 'zaak', en: 'case' }
  return { nl: `Gegevens van ${aboutName} voor ${one.nl} ${number ?? ''}`.trim(), en: `Data of ${aboutName} for ${one.en} ${number ?? ''}`.trim() }
}
