// Package files: what stands in an answer package and in which order: the overview to read, the same as JSON, every value as a row of CSV, and the files that were checked.
import type { EntryDocument } from '../../documents/document-shapes.ts'
import type { TextPart } from '../../ground/zip-writer.ts'
import { sayDay } from '../../ground/clock.ts'
import { inLanguage, say, t } from '../../ground/words.ts'
import { type WriteColumn, writeCsv } from '../../register-kit/exchange/write-table.ts'
import { answerHeading, answerLead, withheldLines } from '../log-answers/answer-words.ts'
import { withheldCount } from '../log-answers/log-answer.ts'
import type { PackageContent, PackedSource } from './package-content.ts'

/** `read` gives the bytes of a kept file, piece by piece; `more`: files that are made elsewhere (who used the data). What goes with somebody (art. 20 AVG) is for programs alone, but for a word on what is what. */
export function packageFiles(content: PackageContent, pdf: Uint8Array, read: (file: { readonly id: string; readonly size: number }) => AsyncIterable<Uint8Array>, more: readonly TextPart[] = []): TextPart[] {
  return inLanguage(content.language, () => [
    { name: t('overzicht.pdf', 'overview.pdf'), text: [pdf] },
    { name: t('gegevens.json', 'data.json'), text: [`${JSON.stringify(asJson(content), null, 2)}\n`] },
    { name: t('gegevens.csv', 'data.csv'), text: writeCsv(...asTable(content)) as AsyncIterable<string | Uint8Array> },
    ...more,
    ...content.sources.flatMap(({ files }) => files.map((file) => ({ name: `${folder()}/${file.name}`, text: read(file) }))),
  ])
}

/** For other programs: stable English names, values as they were given. */
export function asJson({ kind, language, organisation, number, madeOn, activities, rights, sources, log }: PackageContent) {
  return {
    format: 'waarborg-answer-package', version: 1, kind, language, organisation, reference: number, madeOn,
    processingActivities: activities.map(({ name, facts }) => ({ name, facts: facts.map((fact) => ({ about: fact.key, article: fact.citation, values: fact.values })) })), rights,
    sources: sources.map(({ name, outcome, isCut, data, files }) => ({ name, outcome, partsLeftOut: isCut, data, files: files.map((file) => ({ path: `${folder()}/${file.name}`, size: file.size, sha256: file.sha256 })) })),
    ...(log ? { accessLog: { path: t('logboek.ndjson', 'log.ndjson'), acts: log.answer.acts.length, withheld: withheldCount(log.answer) } } : {}),
  }
}

/** One row a value. */
export function asTable({ activities, sources }: PackageContent): [WriteColumn[], string[][]] {
  const columns = [t('Van', 'From'), t('Soort', 'Kind'), t('Naam', 'Name'), t('Waarde', 'Value')].map((heading) => ({ heading }))
  return [columns, [
    ...activities.flatMap(({ name, facts }) => facts.flatMap((fact) => fact.values.map((value) => [name, t('uitleg', 'explanation'), say(fact.words), value]))),
    ...sources.flatMap((source) => [
      ...source.data.map(({ name, value }) => [source.name, t('gegeven', 'value'), name, value]), ...source.files.map((file) => [source.name, t('bestand', 'file'), file.name, file.sha256]),
      ...(source.data.length + source.files.length === 0 ? [[source.name, t('uitkomst', 'outcome'), '', sayOutcome(source)]] : []),
    ]),
  ]]
}

/** The overview in plain words (H-28, N-20). */
export function asDocument(content: PackageContent): EntryDocument {
  const { kind, language, organisation, number, madeOn, activities, rights, sources, log } = content
  return inLanguage(language, () => ({
    organisation, heading: kind === 'access' ? t('Overzicht van uw gegevens', 'Overview of your data') : t('Uw gegevens om mee te nemen', 'Your data to take along'), made: sayDay(madeOn), language,
    lead: kind === 'access'
      ? t('Dit overzicht hoort bij onze brief op uw verzoek. U leest welke gegevens wij van u gebruiken, waarvoor, en wie ze krijgt. De gegevens zelf staan in de andere bestanden.', 'This overview belongs to our letter on your request. You read which of your data we use, what for, and who receives them. The data themselves are in the other files.')
      : t('Deze gegevens gaf u ons zelf, met toestemming of voor een overeenkomst (art. 20 AVG). U kunt ze aan een ander geven. Programma’s lezen het JSON- en het CSV-bestand.', 'You gave us these data yourself, by consent or for a contract (art. 20 GDPR). You can give them to somebody else. Programs read the JSON and CSV files.'),
    entry: {
      title: kind === 'access' ? t('Uw gegevens', 'Your data') : t('Gegevens om mee te nemen', 'Data to take along'), number: number ?? '', status: sayDay(madeOn),
      sections: [
        ...activities.map(({ name, facts }) => ({ heading: name, fields: facts.map((fact) => ({ label: say(fact.words), values: fact.values })) })),
        ...sources.filter(({ data }) => data.length > 0).map((source) => ({ heading: t(`Gegevens van ${source.name}`, `Data of ${source.name}`), fields: source.data.map(({ name, value }) => ({ label: name || t('Gegeven', 'Value'), values: [value] })) })),
        ...(log ? [{ heading: answerHeading(), fields: [{ label: t('Het logboek', 'The log'), values: [answerLead(log.answer), ...withheldLines(log.answer), t('Alles staat in logboek.pdf.', 'All of it is in log.pdf.')] }] }] : []),
        { heading: t('Wat u kunt doen', 'What you can do'), fields: [{ label: t('Uw rechten', 'Your rights'), values: rights }] },
      ],
    },
    tables: [{
      heading: t('Waar wij hebben gezocht', 'Where we looked'), none: t('Er is nergens apart gezocht.', 'No separate search was made.'), columns: [t('Waar', 'Where'), t('Uitkomst', 'Outcome'), t('Bestanden', 'Files')],
      rows: sources.map((source) => [source.name, sayOutcome(source), source.files.map(({ name }) => name).join(', ')]),
    }],
  }))
}

function sayOutcome({ outcome, isCut }: PackedSource): string {
  if (outcome === 'nothing_found') return t('Niets gevonden', 'Nothing found')
  if (outcome === 'refused') return t('Geen gegevens gekregen', 'No data received')
  return isCut ? t('Gegevens gevonden; gegevens van anderen zijn weggelaten (art. 15 lid 4 AVG)', 'Data found; data of others were left out (art. 15(4) GDPR)') : t('Gegevens gevonden', 'Data found')
}

const folder = () => t('bestanden', 'files')
