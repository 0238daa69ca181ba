// Rules on issued devices: somebody has it, with an instruction and secured; a leaver gives it back; what is lost is judged as a breach (art. 32 en 33 AVG; W-06, N-62).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type DeviceInput = InputOf<typeof fields>

/** A pass or key holds no data of its own and can't be encrypted. */
const holdsData = ({ kind }: DeviceInput) => kind !== 'token'

export const deviceRules = {
  'holder-missing': {
    field: 'holder', severity: 'serious', citation: 'art. 32 lid 1 AVG', norms: ['W-06'],
    words: { nl: 'Er staat niet wie dit apparaat heeft.', en: 'It doesn’t say who has this device.' }, advice: { nl: 'Kies de medewerker, of vul de naam in van iemand van buiten.', en: 'Choose the employee, or fill in the name of somebody from outside.' },
    finds: ({ holder, outsider }) => holder === null && outsider === null,
  },
  'holder-gone': {
    field: 'holder', severity: 'serious', citation: 'art. 32 lid 1 AVG', norms: ['W-06'],
    words: { nl: 'Wie dit apparaat heeft, werkt hier niet meer.', en: 'Whoever has this device has left.' }, advice: { nl: 'Vraag het apparaat terug, en wis het.', en: 'Ask the device back, and wipe it.' },
    finds: (_device, { ownFact }) => ownFact?.('holder-gone') === true,
  },
  'issue-missing': {
    field: 'issued_on', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms: ['W-06'],
    words: { nl: 'Er staat niet wanneer dit is uitgegeven.', en: 'It doesn’t say when this was issued.' }, advice: { nl: 'Vul de dag in.', en: 'Fill in the day.' },
    finds: ({ issued_on }) => issued_on === null,
  },
  'instruction-missing': {
    field: 'instruction_on', severity: 'serious', citation: 'art. 32 lid 4 AVG', norms: ['N-62'],
    words: { nl: 'Wie dit heeft, kreeg geen uitleg.', en: 'Whoever has this got no instruction.' }, advice: { nl: 'Geef de uitleg en leg vast wanneer.', en: 'Give the instruction and record when.' },
    finds: ({ instruction_on }, { today }) => instruction_on === null || instruction_on > today,
  },
  'not-secured': {
    field: 'is_encrypted', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['N-62'],
    words: { nl: 'Dit apparaat is niet genoeg beveiligd, of dat is niet bekend.', en: 'This device isn’t secured enough, or that isn’t known.' }, advice: { nl: 'Zorg dat het is versleuteld, vergrendeld en op afstand te wissen.', en: 'See that it is encrypted, locked and can be wiped from afar.' },
    finds: (device) => holdsData(device) && (device.is_encrypted !== true || device.is_locked !== true || (device.kind !== 'storage' && device.is_managed !== true)),
  },
  'lost-unreported': {
    field: 'breach', severity: 'serious', citation: 'art. 33 lid 1 en 5 AVG', norms: ['W-06', 'N-62'],
    words: { nl: 'Dit is kwijt, maar er is geen datalek vastgelegd.', en: 'This is lost, but no breach was recorded.' }, advice: { nl: 'Meld het als datalek. Ook bij twijfel, en ook als het versleuteld was.', en: 'Report it as a breach. Also in doubt, and also if it was encrypted.' },
    finds: ({ lost_on, has_data, breach }) => lost_on !== null && has_data !== false && breach === null,
  },
  'number-missing': {
    field: 'inventory', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms: ['W-06'],
    words: { nl: 'Dit apparaat heeft geen inventarisnummer of serienummer.', en: 'This device has no inventory or serial number.' }, advice: { nl: 'Vul een van beide in.', en: 'Fill in either.' },
    finds: ({ inventory, serial }) => inventory === null && serial === null,
  },
} as const satisfies Readonly<Record<string, Rule<DeviceInput>>>
