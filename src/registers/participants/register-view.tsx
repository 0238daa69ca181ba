// Register view: the services, processing and sub-processors of one participant as people read them, here and in the participant's portal.
import { say, t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { DescriptionList, ValueList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { ProcessorRegister, RegisterLine } from './processor-register.ts'
import { sayAgreement, sayTaken, subProcessorsIn } from './register-words.ts'
import type { ServiceTaken } from './services-taken.ts'

export const registerFormats = ['pdf', 'docx', 'odt', 'csv', 'json'] as const
export type RegisterFormat = (typeof registerFormats)[number]

const formatWords: Readonly<Record<RegisterFormat, { nl: string; en: string }>> = {
  pdf: { nl: 'PDF', en: 'PDF' }, docx: { nl: 'Word', en: 'Word' }, odt: { nl: 'OpenDocument', en: 'OpenDocument' }, csv: { nl: 'CSV', en: 'CSV' }, json: { nl: 'JSON', en: 'JSON' },
}

/** `at`: address of the register, without a slash at its end. */
export function RegisterDownloads({ at }: { at: string }) {
  return <ButtonGroup>{registerFormats.map((format) => <ButtonLink small icon="download" download href={`${at}/${format}`}>{say(formatWords[format])}</ButtonLink>)}</ButtonGroup>
}

export function RegisterView({ register }: { register: ProcessorRegister }) {
  const { lines, services, contact, organisation } = register
  return (
    <>
      <Section heading={t('Wie', 'Who')} id="wie">
        <DescriptionList terms={[
          { term: t('Verwerker', 'Processor'), description: organisation }, { term: t('Bereikbaar', 'To be reached'), description: [contact.address?.replace(/\s*\n\s*/g, ', '), contact.email, contact.phone].filter(Boolean).join('; ') },
          { term: t('Functionaris gegevensbescherming', 'Data protection officer'), description: contact.dpo ?? '' }, { term: t('Verwerkings\u00ADverantwoordelijke', 'Controller'), description: [register.participant.name, register.participant.contact].filter(Boolean).join('; ') },
        ]} />
      </Section>
      <Section heading={t('Diensten', 'Services')} id="diensten"><ServicesTable services={services} /></Section>
      <Section heading={t('Verwerkingen', 'Processing activities')} id="verwerkingen">
        {lines.length === 0 ? <EmptyState heading={t('Er zijn nog geen verwerkingen vastgelegd', 'No processing activities are recorded yet')} icon="list" /> : lines.map((line) => <Line line={line} />)}
      </Section>
      <Section heading={t('Subverwerkers', 'Sub-processors')} id="subverwerkers">
        <Table
          caption={t('Subverwerkers', 'Sub-processors')} captionHidden rows={subProcessorsIn(register)} empty={<p>{t('Voor deze deelnemer zijn geen subverwerkers ingeschakeld.', 'No sub-processors are engaged for this participant.')}</p>}
          columns={[
            { key: 'name', header: t('Naam', 'Name'), names: true, cell: ({ name }) => name }, { key: 'what', header: t('Wat doet deze partij', 'What this party does'), cell: ({ what }) => what }, { key: 'for', header: t('Voor', 'For'), cell: (one) => one.for },
          ]}
        />
      </Section>
    </>
  )
}

export function ServicesTable({ services }: { services: readonly ServiceTaken[] }) {
  return (
    <Table
      caption={t('Diensten die de deelnemer afneemt', 'Services that the participant takes')} captionHidden rows={services} empty={<p>{t('Er zijn geen diensten vastgelegd.', 'No services are recorded.')}</p>}
      columns={[
        { key: 'name', header: t('Dienst', 'Service'), names: true, cell: ({ name }) => name },
        { key: 'taken', header: t('Periode', 'Period'), cell: sayTaken },
        { key: 'agreement', header: t('Overeenkomst', 'Agreement'), cell: sayAgreement },
        { key: 'level', header: t('Beveiliging', 'Security'), cell: ({ level }) => level },
        { key: 'contact', header: t('Contact', 'Contact'), cell: ({ contact, outOfHours }) => [contact, outOfHours && t(`buiten kantooruren: ${outOfHours}`, `out of hours: ${outOfHours}`)].filter(Boolean).join('; ') },
      ]}
    />
  )
}

function Line({ line }: { line: RegisterLine }) {
  return (
    <section class="wb-section">
      <h3 class="utrecht-heading-3">{[line.number, line.name].filter(Boolean).join(' ')}</h3>
      <DescriptionList terms={[
        { term: t('Soort verwerking voor deze deelnemer', 'Category of processing for this participant'), description: line.categories }, { term: t('Dienst', 'Service'), description: line.service },
        { term: t('Waarvoor', 'What for'), description: several(line.purposes) }, { term: t('Over wie', 'About whom'), description: line.subjects.join(', ') }, { term: t('Welke gegevens', 'Which data'), description: line.data.join(', ') },
        { term: t('Waar de gegevens staan', 'Where the data are'), description: line.systems.join(', ') }, { term: t('Doorgifte buiten de EER', 'Transfers outside the EEA'), description: line.transfers.length === 0 ? t('geen', 'none') : several(line.transfers) },
        { term: t('Beveiliging', 'Security'), description: [line.security.join(', '), line.securityNote].filter(Boolean).join('. ') },
      ]} />
    </section>
  )
}

function several(values: readonly string[]) {
  return values.length > 1 ? <ValueList values={values} /> : values[0] ?? ''
}
