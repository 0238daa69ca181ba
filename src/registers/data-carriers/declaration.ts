// Fields of a data carrier: what it is, what it held, and how it was destroyed with which proof (art. 5 lid 1 onder f, 28 lid 3 onder g en 32 AVG; W-06).
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Omschrijving', 'Description', { most: 200, aliases: ['naam', 'gegevensdrager', 'omschrijving', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'volgnummer'] }),
  kind: choice('Soort', 'Kind', { disk: ['Harde schijf of SSD', 'Hard disk or SSD'], tape: ['Back-uptape', 'Back-up tape'], usb: ['USB-stick of geheugenkaart', 'USB stick or memory card'], server: ['Server of opslagkast', 'Server or storage'], copier: ['Kopieerapparaat of printer', 'Copier or printer'], paper: ['Papier', 'Paper'], other: ['Anders', 'Other'] }, { aliases: ['soort', 'type'] }),
  serial: text('Serienummer', 'Serial number', { most: 100, isPublic: false, aliases: ['serienummer', 'serial'] }),
  inventory: text('Inventarisnummer', 'Inventory number', { most: 100, isPublic: false, aliases: ['inventarisnummer', 'asset', 'asset tag'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'beheerder'] }),
  system: reference('Uit welk systeem', 'From which system', 'systems', { aliases: ['systeem'] }),
  participant: reference('Van deelnemer', 'Of participant', 'participant', { citation: 'art. 28 lid 3 onder g AVG', aliases: ['deelnemer', 'klant'] }),
  held: longText('Wat stond erop', 'What it held', { most: 2000, isPublic: false, help: { nl: 'De soort gegevens, niet de gegevens zelf.', en: 'The kind of data, not the data themselves.' } }),

  destroyed_on: date('Vernietigd op', 'Destroyed on', { citation: 'art. 32 lid 1 AVG', aliases: ['vernietigd', 'datum vernietiging'] }),
  method: choice('Hoe', 'How', { shredded: ['Versnipperd', 'Shredded'], degaussed: ['Gedegausst (magnetisch gewist)', 'Degaussed'], overwritten: ['Overschreven', 'Overwritten'], crypto: ['Sleutel vernietigd', 'Key destroyed'], burnt: ['Verbrand', 'Burnt'] }, { aliases: ['methode', 'wijze'] }),
  standard: text('Norm of niveau', 'Standard or level', { most: 100, help: { nl: 'Bijvoorbeeld DIN 66399 H-4 of NIST 800-88.', en: 'For instance DIN 66399 H-4 or NIST 800-88.' }, aliases: ['norm', 'niveau'] }),
  by: choice('Door wie', 'By whom', { own: ['Zelf', 'Ourselves'], firm: ['Een bedrijf', 'A firm'] }, { aliases: ['door'] }),
  firm: text('Bedrijf', 'Firm', { most: 200, aliases: ['bedrijf', 'leverancier'] }),
  witness: text('Wie was erbij', 'Who was present', { most: 200, identifies: 'person', isPublic: false, aliases: ['getuige', 'witness'] }),
  certificate: text('Nummer van het bewijs', 'Number of the proof', { most: 100, citation: 'art. 5 lid 2 AVG', help: { nl: 'Het certificaat of proces-verbaal zelf voegt u toe als bijlage.', en: 'Add the certificate or record itself as an attachment.' }, aliases: ['certificaat', 'certificaatnummer'] }),
  certificate_on: date('Bewijs van', 'Proof of', { isPublic: false, aliases: ['datum certificaat'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
