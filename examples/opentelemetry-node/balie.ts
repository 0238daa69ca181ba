// Balie: a small application that shows a list of thirty invented people, and only when the logbook knows of it.
import { NotLogged, openLogbook } from './logbook.ts'

const logbook = openLogbook({ service: 'Balie parkeervergunningen', version: '1.0.0' })

/** Thirty invented applicants, with numbers of the range that is meant for tests. */
const applicants = Array.from({ length: 30 }, (_, index) => ({ name: `Aanvrager ${index + 1}`, bsn: String(999_990_000 + index) }))

try {
  const list = await logbook.during(
    { name: 'Lijst van aanvragen bekeken', activity: process.env.ACTIVITY ?? 'urn:uuid:00000000-0000-4000-8000-000000000000', user: process.env.USER_ID ?? 'm.devries@gemeente.example' },
    () => applicants,
    (shown) => shown.map(({ bsn }) => ({ type: 'BSN', id: bsn })),
  )
  process.stdout.write(`${list.map(({ name }) => name).join('\n')}\n\n${list.length + 1} regels staan in het logboek.\n`)
} catch (error) {
  if (!(error instanceof NotLogged)) throw error
  process.stderr.write(`${error.message} Daarom ziet u de lijst niet.\n`)
  process.exitCode = 1
} finally {
  await logbook.close()
}
