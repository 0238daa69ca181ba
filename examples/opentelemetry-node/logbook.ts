// Logbook: records of who used whose data (Logboek Dataverwerkingen 1.0.0), by the standard OpenTelemetry SDK, acknowledged before anybody sees the data.
import { context, diag, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, type ReadableSpan, type SpanExporter, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'

export type Act = {
  /** Readable name of the act; never a person's name. */
  readonly name: string
  /** Address (URI) of the processing activity in the register. */
  readonly activity: string
  /** Who acts, as your organisation knows them. */
  readonly user: string
}
export type DataSubject = { readonly type: string; readonly id: string }

/** The act isn't in the logbook: what it was about must not be shown. */
export class NotLogged extends Error {}

/** Without an exporter of your own the settings come from the environment (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS). */
export function openLogbook({ service, version, exporter = new OTLPTraceExporter() }: { service: string; version: string; exporter?: SpanExporter }) {
  const processor = new AcknowledgedProcessor(exporter)
  // No sampling: the standard forbids it.
  const provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }), sampler: new AlwaysOnSampler(), spanProcessors: [processor] })
  const tracer = provider.getTracer(service, version)
  return {
    /**
     * Does the work and gives its result once the logbook has acknowledged one record for the act and one below it for each data subject.
     * @throws NotLogged when it hasn't (fail closed); what the work throws, after that was logged too
     */
    async during<T>({ name, activity, user }: Act, work: () => Promise<T> | T, subjectsOf: (result: T) => readonly DataSubject[]): Promise<T> {
      const attributes = { 'dpl.core.processing_activity_id': activity, 'user.id': user }
      const act = tracer.startSpan(name, { attributes, root: true })
      let result: T
      try {
        result = await work()
        const below = trace.setSpan(context.active(), act)
        for (const { type, id } of subjectsOf(result)) tracer.startSpan(name, { attributes: { ...attributes, 'dpl.core.data_subject_id_type': type, 'dpl.core.data_subject_id': id } }, below).setStatus({ code: SpanStatusCode.OK }).end()
        act.setStatus({ code: SpanStatusCode.OK }).end()
      } catch (error) {
        // The kind of fault only: a message may quote somebody's data.
        act.setAttributes({ 'exception.type': error instanceof Error ? error.name : 'unknown', 'exception.message': 'De handeling mislukte' }).setStatus({ code: SpanStatusCode.ERROR }).end()
        await processor.acknowledged(act.spanContext().traceId)
        throw error
      }
      await processor.acknowledged(act.spanContext().traceId)
      return result
    },
    close: () => provider.shutdown(),
  }
}

/**
 * The batch processor of the SDK lets an application go on before anything is stored, and drops what doesn't fit. This one keeps the records of an act together, sends them at once and says whether they are stored.
 * The exporter itself tries again for ten seconds when the logbook asks to wait (429, 503).
 */
class AcknowledgedProcessor implements SpanProcessor {
  readonly #exporter: SpanExporter
  readonly #acts = new Map<string, ReadableSpan[]>()
  #refusals = 0

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter
    // That some records were refused (partial success) the exporter only says as a warning.
    const hear = (message: string) => { if (message.includes('Partial Success')) this.#refusals++ }
    diag.setLogger({ warn: hear, error: hear, info: () => {}, debug: () => {}, verbose: () => {} }, { suppressOverrideMessage: true })
  }

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    const { traceId } = span.spanContext()
    this.#acts.set(traceId, [...this.#acts.get(traceId) ?? [], span])
  }

  async acknowledged(traceId: string): Promise<void> {
    const spans = this.#acts.get(traceId) ?? []
    this.#acts.delete(traceId)
    const refusals = this.#refusals
    await new Promise<void>((done, failed) => {
      this.#exporter.export(spans, ({ code, error }) => code === 0 ? done() : failed(new NotLogged('Het logboek heeft de regels niet bevestigd.', { cause: error })))
    })
    if (this.#refusals > refusals) throw new NotLogged('Het logboek heeft een of meer regels geweigerd.')
  }

  async forceFlush(): Promise<void> {
    for (const traceId of this.#acts.keys()) await this.acknowledged(traceId)
  }

  async shutdown(): Promise<void> {
    await this.forceFlush()
    await this.#exporter.shutdown()
  }
}
