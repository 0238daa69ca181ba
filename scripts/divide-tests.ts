// Which files of tests one process runs, so that all processes end at about the same time.

/** Processor seconds that one process works at the most, beside what it costs to load the product (6 s). */
const secondsPerProcess = 180
/** Processor seconds of the dearest files, measured; whatever isn't named takes two. Only how the work is divided rests on it. */
const seconds: Readonly<Record<string, number>> = {
  'test/contract/roles-and-steps.test.ts': 180,
  'test/contract/pages-in-browser.test.ts': 157,
  'test/contract/isolation.test.ts': 130,
  'test/trips.test.ts': 106,
  'test/contract/exchange.test.ts': 84,
  'src/demo/world.test.ts': 80,
  'test/contract/visibility.test.ts': 79,
  'test/engine/start-and-stop.test.ts': 60,
  'test/register-plans.test.ts': 59,
  'test/contract/new-register.test.ts': 57,
  'test/contract/lists.test.ts': 57,
  'test/languages.test.ts': 53,
  'test/contract/api-properties.test.ts': 48,
  'test/api.test.ts': 45,
  'test/contract/create-and-read.test.ts': 45,
  'test/engine/log-faults.test.ts': 40,
  'test/tenancy.test.ts': 31,
  'test/bad-input.test.ts': 31,
  'src/registers/catalogues/pages.test.ts': 28,
  'src/registers/processing-activities/import-flow.test.ts': 27,
  'src/register-kit/collaboration/attachments.test.ts': 23,
  'src/registers/processing-activities/flow-pages.test.ts': 20,
  'src/access-log/ingest/doors.test.ts': 19,
  'src/registers/processing-activities/import-command.test.ts': 19,
  'src/register-kit/collaboration/in-a-browser.test.ts': 18,
  'test/schemes.test.ts': 15,
  'src/worklist/month-of-cases.test.ts': 15,
  'src/register-kit/exchange/read-table.test.ts': 14,
  'test/engine/own-database.test.ts': 13,
  'src/public-site/public-site-browser.test.ts': 12,
  'src/case-kit/packages/collecting-in-browser.test.ts': 11,
  'src/registers/requests/requests.test.ts': 11,
  'src/document-reading/read-document.test.ts': 11,
  'src/access-log/sources/sources.test.ts': 10,
  'test/plans.test.ts': 10,
  'src/access-log/ingest/threads.test.ts': 9,
  'src/registers/agreements/agreements.test.ts': 8,
  'src/registers/assessments/assessments.test.ts': 8,
  'src/access-log/signals/signals.test.ts': 8,
  'src/registers/webhooks/courier.test.ts': 8,
  'test/own-access.test.ts': 8,
  'src/registers/policy-documents/policy-documents.test.ts': 8,
  'src/access-log/reading-api/reading-api.test.ts': 8,
  'src/access-log/asking/asking.test.ts': 8,
  'src/people/passkey-browser.test.ts': 7,
  'src/access-log/norm-rules.test.ts': 7,
  'src/access-log/proof/proof-page.test.ts': 7,
  'src/access-log/signals/signal-rules.test.ts': 7,
  'src/access-log/retention/retention.test.ts': 7,
  'src/registers/processors/processors.test.ts': 7,
  'src/register-kit/list-query.test.ts': 7,
  'src/registers/requests/wizard.test.ts': 7,
  'src/documents/render-pdf.test.ts': 7,
  'src/page-kit/page-kit.test.ts': 7,
  'src/access-log/asking/case-reference.test.ts': 7,
  'src/register-kit/collaboration/comments.test.ts': 6,
  'src/ground/metrics.test.ts': 6,
  'src/registers/processing-activities/processing-activities.test.ts': 6,
  'src/register-kit/bulk.test.ts': 6,
}

/** The files of each process, the longest part first. @param atATime processes side by side; a handful of files isn't worth a second */
export function dividedOver(files: readonly string[], atATime: number): string[][] {
  const least = Math.ceil(sumOf(files) / secondsPerProcess)
  const count = least === 1 ? 1 : Math.min(atATime * Math.ceil(least / atATime), files.length)
  const parts: string[][] = Array.from({ length: count }, () => [])
  // The dearest first, each to the part that has least to do: none is left to run alone at the end.
  for (const file of files.toSorted((one, other) => secondsOf(other) - secondsOf(one))) parts.toSorted((one, other) => sumOf(one) - sumOf(other))[0]!.push(file)
  return parts.toSorted((one, other) => sumOf(other) - sumOf(one)).map((part) => part.toSorted())
}

function secondsOf(file: string): number {
  return seconds[file] ?? 2
}

function sumOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + secondsOf(file), 0)
}
