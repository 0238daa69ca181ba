// Register report: the processor register of one participant as a document of several pages: PDF/UA, DOCX and ODT (art. 30 lid 2 AVG).
import type { Block, ReportDocument } from '../../documents/report-shapes.ts'
import type { ReportOptions } from '../../documents/write-report.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, t } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import { readLogo, readTheme } from '../../people/house-styles.ts'
import type { ProcessorRegister, RegisterLine } from './processor-register.ts'
import { sayAgreement, sayTaken, subProcessorsIn } from './register-words.ts'

const pictureKinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

export type RegisterReport = { readonly document: ReportDocument; readonly options: ReportOptions }

/** What is to be written, for `writeReport` outside the transaction. */
export async function registerReport(scope: Scope, register: ProcessorRegister): Promise<RegisterReport> {
  const theme = await readTheme(scope)
  const logo = theme.logo === null ? undefined : await readLogo(scope)
  const { participant, organisation, contact } = register
  const facts = [
    { label: t('Verwerker', 'Processor'), value: [organisation, contact.address?.replace(/\s*\n\s*/g, ', '), contact.email, contact.phone].filter(Boolean).join('; ') },
    { label: t('Functionaris gegevensbescherming van de verwerker', 'Data protection officer of the processor'), value: contact.dpo ?? t('niet bekend', 'not known') },
    { label: t('Verwerkingsverantwoordelijke', 'Controller'), value: [participant.name, participant.contact].filter(Boolean).join('; ') },
    { label: t('Opgemaakt op', 'Drawn up on'), value: sayDay(scope.now) },
  ]
  return {
    document: {
      organisation, letterhead: theme.letterhead, accent: theme.accent, hasLogo: logo !== undefined, language: currentLanguage(), mark: null,
      title: t('Register van verwerkingen als verwerker', 'Record of processing as a processor'), subtitle: t(`voor ${participant.name} (${sayCitation('art. 30 lid 2 AVG')})`, `for ${participant.name} (${sayCitation('art. 30 lid 2 AVG')})`), facts, blocks: blocksOf(register),
    },
    options: { title: `${t('Verwerkersregister', 'Processor register')} ${participant.name} – ${organisation}`, day: dayOf(scope.now), ...(logo ? { logo: { kind: pictureKinds[logo.type], bytes: logo.bytes } } : {}) },
  }
}

function blocksOf(register: ProcessorRegister): Block[] {
  const { lines, services } = register
  const subProcessors = subProcessorsIn(register)
  return [
    { kind: 'heading', level: 1, text: t('Diensten die u afneemt', 'Services that you take') },
    table(t('Diensten', 'Services'), [t('Dienst', 'Service'), t('Periode', 'Period'), t('Overeenkomst', 'Agreement'), t('Contact', 'Contact')], services.map((one) => [one.name, sayTaken(one), sayAgreement(one), [one.contact, one.outOfHours].filter(Boolean).join('; ')]), t('Er zijn geen diensten vastgelegd.', 'No services are recorded.')),
    { kind: 'heading', level: 1, text: t('Wat wij voor u verwerken', 'What we process for you') },
    ...(lines.length === 0 ? [text(t('Er zijn geen verwerkingen vastgelegd.', 'No processing activities are recorded.'))] : lines.flatMap(lineBlocks)),
    { kind: 'heading', level: 1, text: t('Subverwerkers', 'Sub-processors') },
    table(t('Subverwerkers', 'Sub-processors'), [t('Naam', 'Name'), t('Wat doet deze partij', 'What this party does'), t('Voor', 'For')], subProcessors.map(({ name, what, for: goal }) => [name, what, goal]), t('Wij schakelen voor u geen subverwerkers in.', 'We engage no sub-processors for you.')),
    { kind: 'heading', level: 1, text: t('Doorgifte buiten de Europese Economische Ruimte', 'Transfers outside the European Economic Area') },
    table(t('Doorgiften', 'Transfers'), [t('Verwerking', 'Processing activity'), t('Doorgifte en waarborg', 'Transfer and safeguard')], lines.flatMap(({ name, transfers }) => transfers.map((transfer) => [name, transfer])), t('Er is geen doorgifte.', 'There are no transfers.')),
  ]
}

function lineBlocks(line: RegisterLine): Block[] {
  const rows: [string, string][] = [
    [t('Soort verwerking voor u', 'Category of processing for you'), line.categories], [t('Dienst', 'Service'), line.service], [t('Waarvoor', 'What for'), line.purposes.join('; ')], [t('Over wie', 'About whom'), line.subjects.join(', ')],
    [t('Welke gegevens', 'Which data'), line.data.join(', ')], [t('Waar de gegevens staan', 'Where the data are'), line.systems.join(', ')], [t('Beveiliging', 'Security'), [line.security.join(', '), line.securityNote].filter(Boolean).join('. ')],
  ]
  return [{ kind: 'heading', level: 2, text: [line.number, line.name].filter(Boolean).join(' ') }, { kind: 'table', caption: line.name, head: [t('Onderdeel', 'Item'), t('Inhoud', 'Content')], rows: rows.map(([label, value]) => [label, value || t('niet ingevuld', 'not filled in')]) }]
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], none: string): Block {
  return rows.length === 0 ? text(none) : { kind: 'table', caption, head, rows }
}

function text(markdown: string): Block {
  return { kind: 'text', markdown }
}
