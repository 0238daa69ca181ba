// Connecting: the settings with which an application begins to log, ready to copy.
import type { Child } from 'hono/jsx'
import { t } from '../../ground/words.ts'
import { CopyableCode } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'

/** `bearer`: the whole token where it may be shown, else what stands in its place. */
export function Connecting({ publicUrl, name, bearer, sample }: { publicUrl: string; name: string; bearer: string; sample: { traceId: string; at: number } }): Child {
  return (
    <Section
      heading={t('Zo sluit u de toepassing aan', 'How to connect the application')} id="aansluiten"
      lead={<p>{t('Elke keer dat de toepassing iemands gegevens gebruikt, stuurt zij een regel: wie, wanneer, over wie en voor welke verwerking (Logboek Dataverwerkingen 1.0.0). Gaat het over meer mensen, dan stuurt zij een regel voor de handeling en daaronder een voor elke persoon.',
        'Each time the application uses somebody’s data it sends a record: who, when, about whom and for which processing activity (Logboek Dataverwerkingen 1.0.0). If it concerns more people, it sends a record for the act and one below it for each person.')}</p>}
    >
      <CopyableCode label={t('Met de gewone OpenTelemetry-SDK: zet deze instellingen', 'With the standard OpenTelemetry SDK: set these')}>{otelSettings(publicUrl, name, bearer)}</CopyableCode>
      <p>{t('Geef elke span ', 'Give each span ')}<code>{'dpl.core.processing_activity_id'}</code>, <code>{'dpl.core.data_subject_id'}</code>, <code>{'dpl.core.data_subject_id_type'}</code>{t(' en ', ' and ')}<code>{'user.id'}</code>.{' '}
        {t('Wacht op de bevestiging voordat u de gegevens laat zien: het voorbeeld in ', 'Wait for the acknowledgement before you show the data: the example in ')}<code>{'examples/opentelemetry-node'}</code>{t(' doet dat voor.', ' shows how.')}</p>
      <CopyableCode label={t('Zonder SDK, of om te proberen', 'Without the SDK, or to try it')}>{curlLine(publicUrl, bearer, sample)}</CopyableCode>
      <p>{t('Regels gaan versleuteld hierheen, over https. Nummers van mensen worden bij aankomst vervangen door een kenmerk; Waarborg bewaart ze niet.', 'Records travel encrypted, over https. Identifiers of people are replaced by a mark on arrival; Waarborg doesn’t keep them.')}</p>
      <p>{t('Gebruikt de toepassing nog de verwerkingenlogging van de VNG? Stuur haar acties naar ', 'Does the application still use the VNG’s verwerkingenlogging? Send its actions to ')}<code>{publicUrl}/log/v1/verwerkingsacties</code>.</p>
    </Section>
  )
}

/** The SDK's own names (opentelemetry.io, OTLP exporter configuration); the space in a header's value is written as %20. No sampling: the standard forbids it. */
export function otelSettings(publicUrl: string, name: string, bearer: string): string {
  return [
    `OTEL_SERVICE_NAME=${JSON.stringify(name)}`, `OTEL_EXPORTER_OTLP_ENDPOINT=${publicUrl}`, `OTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer%20${bearer}`,
    'OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf', 'OTEL_EXPORTER_OTLP_COMPRESSION=gzip', 'OTEL_TRACES_SAMPLER=always_on',
  ].join('\n')
}

/** One record of an invented person (a BSN of the test range). */
export function curlLine(publicUrl: string, bearer: string, { traceId, at }: { traceId: string; at: number }): string {
  const record = {
    trace_id: traceId, span_id: '00f067aa0ba902b7', status: 'Ok', name: 'Proefregel', start_time: at, end_time: at,
    attributes: { 'dpl.core.processing_activity_id': 'urn:uuid:00000000-0000-4000-8000-000000000000', 'dpl.core.data_subject_id': '999990019', 'dpl.core.data_subject_id_type': 'BSN', 'user.id': 'proef' },
  }
  return `curl -X POST ${publicUrl}/log/v1/records -H 'Authorization: Bearer ${bearer}' -H 'Content-Type: application/json' -d '${JSON.stringify([record])}'`
}
