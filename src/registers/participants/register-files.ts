// Register files: the processor register of one participant as CSV for a spreadsheet and as JSON for a program.
import type { Readable } from 'node:stream'
import { dayOf } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { writeCsv } from '../../register-kit/exchange/write-table.ts'
import type { ProcessorRegister } from './processor-register.ts'
import { subProcessorsIn } from './register-words.ts'

/** One row for each category of processing. */
export function registerCsv({ participant, lines }: ProcessorRegister): Readable {
  const columns = [
    t('Verantwoordelijke', 'Controller'), t('Nummer', 'Number'), t('Verwerking', 'Processing activity'), t('Soort verwerking', 'Category of processing'), t('Dienst', 'Service'), t('Doelen', 'Purposes'), t('Betrokkenen', 'Data subjects'), t('Persoonsgegevens', 'Personal data'),
    t('Systemen', 'Systems'), t('Subverwerkers', 'Sub-processors'), t('Doorgifte', 'Transfers'), t('Beveiliging', 'Security'),
  ]
  return writeCsv(columns.map((heading) => ({ heading })), lines.map((line) => [
    participant.name, line.number, line.name, line.categories, line.service, line.purposes.join('; '), line.subjects.join('; '), line.data.join('; '), line.systems.join('; '),
    line.subProcessors.map(({ name, what }) => what ? `${name} (${what})` : name).join('; '), line.transfers.join('; '), [...line.security, line.securityNote].filter(Boolean).join('; '),
  ]))
}

/** The same with services and contacts; keys are English and stay. */
export function registerJson(register: ProcessorRegister, now: Date): string {
  const { participant, organisation, contact, lines, services } = register
  return `${JSON.stringify({
    format: 'waarborg/processor-register', version: 1, article: 'art. 30 lid 2 AVG', drawnUpOn: dayOf(now), processor: { name: organisation, ...contact }, controller: { name: participant.name, contact: participant.contact },
    processing: lines.map(({ subProcessors, ...line }) => ({ ...line, subProcessors: subProcessors.map(({ name, what }) => ({ name, what })) })), services, subProcessors: subProcessorsIn(register),
  }, null, 2)}\n`
}
