// Fields of an issued device: what it is, who has it, since when and with which instruction, how it is secured, and how it came back or was lost (art. 32 AVG; W-06, N-62).
import { choice, date, longText, reference, text, yesNo } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Omschrijving', 'Description', { most: 200, aliases: ['naam', 'apparaat', 'omschrijving', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'volgnummer'] }),
  kind: choice('Soort', 'Kind', { laptop: ['Laptop', 'Laptop computer'], phone: ['Telefoon', 'Phone'], tablet: ['Tablet', 'Tablet computer'], token: ['Pas, sleutel of token', 'Pass, key or token'], storage: ['USB-stick of schijf', 'USB stick or disk'], other: ['Anders', 'Other'] }, { aliases: ['soort', 'type'] }),
  inventory: text('Inventarisnummer', 'Inventory number', { most: 100, isPublic: false, aliases: ['inventarisnummer', 'asset'] }),
  serial: text('Serienummer', 'Serial number', { most: 100, isPublic: false, aliases: ['serienummer', 'imei'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  holder: reference('Wie heeft het', 'Who has it', 'person', { identifies: 'person', isPublic: false, aliases: ['medewerker', 'gebruiker', 'uitgegeven aan', 'holder'] }),
  outsider: text('Of: naam van iemand van buiten', 'Or: name of somebody from outside', { most: 200, identifies: 'person', isPublic: false, aliases: ['naam inhuur'] }),
  issued_on: date('Uitgegeven op', 'Issued on', { aliases: ['uitgifte', 'datum uitgifte'] }),
  instruction_on: date('Uitleg gekregen op', 'Instruction received on', { citation: 'art. 32 lid 4 AVG', help: { nl: 'Hoe u het apparaat veilig gebruikt, ook onderweg en thuis.', en: 'How to use the device safely, also on the road and at home.' }, aliases: ['instructie', 'uitleg'] }),
  is_encrypted: yesNo('Versleuteld', 'Encrypted', { isPublic: false, citation: 'art. 32 lid 1 onder a AVG', aliases: ['versleuteld', 'encryptie'] }),
  is_managed: yesNo('Op afstand te beheren en te wissen', 'Can be managed and wiped from afar', { isPublic: false, citation: 'art. 32 lid 1 AVG', aliases: ['mdm'] }),
  is_locked: yesNo('Vergrendeld met code of vinger', 'Locked with a code or finger', { isPublic: false, aliases: ['vergrendeling'] }),

  returned_on: date('Teruggekomen op', 'Returned on', { aliases: ['ingeleverd', 'datum inname'] }),
  state: choice('Staat bij terugkomst', 'State on return', { good: ['Goed', 'Good'], damaged: ['Beschadigd', 'Damaged'], incomplete: ['Niet volledig', 'Incomplete'] }, { aliases: ['staat'] }),
  is_wiped: yesNo('Gewist', 'Wiped', { isPublic: false, citation: 'art. 5 lid 1 onder e en f AVG', aliases: ['gewist'] }),
  lost_on: date('Kwijt of gestolen sinds', 'Lost or stolen since', { citation: 'art. 33 lid 1 AVG', aliases: ['vermist', 'gestolen'] }),
  lost_how: longText('Wat is er gebeurd', 'What happened', { most: 3000, isPublic: false, help: { nl: 'Zonder namen.', en: 'Without names.' } }),
  has_data: yesNo('Er staan persoonsgegevens op, of u kunt erbij', 'It holds personal data, or gives access to them', { isPublic: false, citation: 'art. 4 onder 12 AVG' }),
  is_wiped_afar: yesNo('Op afstand gewist of geblokkeerd', 'Wiped or blocked from afar', { isPublic: false }),
  breach: reference('Datalek', 'Breach', 'breaches', { isPublic: false, citation: 'art. 33 lid 5 AVG' }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
