// Which files of tests one process runs, so that all processes end at about the same time.

/** Processor seconds that one process works at the most, beside what it costs to load the product (6 s). */
const secondsPerProcess = 110
/** Processor seconds of the dearest files, measured; whatever isn't named takes two. Only how the work is divided rests on it. */
const seconds: Readonly<Record<string, number>> = {
  'test/contract/roles-and-steps.test.ts': 200,
  'test/contract/pages-in-browser.test.ts': 160,
  'test/contract/api-properties.test.ts': 96,
  'test/contract/exchange.test.ts': 95,
  'test/tenancy.test.ts': 89,
  'test/register-plans.test.ts': 69,
  'test/contract/isolation.test.ts': 60,
  'test/contract/create-and-read.test.ts': 58,
  'test/schemes.test.ts': 56,
  'test/contract/lists.test.ts': 50,
  'test/engine/log-faults.test.ts': 44,
  'test/api.test.ts': 41,
  'test/contract/visibility.test.ts': 40,
  'src/page-kit/page-kit.test.ts': 38,
  'test/bad-input.test.ts': 38,
  'test/engine/start-and-stop.test.ts': 30,
  'test/plans.test.ts': 30,
  'src/registers/processing-activities/import-flow.test.ts': 28,
  'src/register-kit/collaboration/attachments.test.ts': 28,
  'test/contract/new-register.test.ts': 25,
  'test/trips.test.ts': 25,
  'src/worklist/month-of-cases.test.ts': 25,
  'test/contract/labels.test.ts': 20,
  'test/engine/migrations.test.ts': 15,
  'test/norms.test.ts': 15,
  'test/languages.test.ts': 15,
  'src/registers/processing-activities/import-pages.test.ts': 14,
  'src/case-kit/packages/collecting-in-browser.test.ts': 14,
  'src/people/passkey-browser.test.ts': 14,
  'src/register-kit/exchange/read-table.test.ts': 13,
  'test/engine/own-database.test.ts': 13,
  'src/registers/assessments/assessments.test.ts': 11,
  'src/registers/agreements/agreements.test.ts': 10,
  'test/house.test.ts': 10,
  'src/registers/processing-activities/processing-activities.test.ts': 9,
  'src/documents/render-pdf.test.ts': 9,
  'src/document-reading/read-document.test.ts': 8,
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
