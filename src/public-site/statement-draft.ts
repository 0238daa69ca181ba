// Statement draft: the words of a privacy statement in both languages as they would be published now, what it was made of, and what moved on since a version was published. Pure.
import { createHash } from 'node:crypto'
import { inLanguage, type Language } from '../ground/words.ts'
import { askingWords, lacksOf, noticePieces, summaryOf } from './notice-words.ts'
import type { ElementKey, Piece } from './pieces.ts'
import { type Gathered, statementSource } from './statement-source.ts'
import { statementPieces } from './statement-words.ts'

export type SaidOnce = { readonly pieces: readonly Piece[] }
/** `asking`: what a form may say, before a link to the notice. */
export type SaidOfOne = SaidOnce & { readonly asking: string }
export type StatementContent = Readonly<Record<Language, SaidOnce>> & { readonly organisation: string }
export type NoticeContent = Readonly<Record<Language, SaidOfOne>> & { readonly name: string; readonly summary: string | null; readonly department: string | null; readonly isPolice: boolean }

export type DraftNotice = { readonly entryId: string; readonly entryVersion: number; readonly content: NoticeContent; readonly lacks: readonly ElementKey[] }
/** By id, with version or revision; `site` is a digest of how to reach whom, and the terms. */
export type Sources = { readonly entries: Readonly<Record<string, number>>; readonly texts: Readonly<Record<string, number>>; readonly site: string }
/** With what was missing when it was published: in the statement itself, and in how many notices. */
export type PublishedSources = Sources & { readonly lacks: readonly ElementKey[]; readonly incomplete: number }
export type Draft = { readonly content: StatementContent; readonly notices: readonly DraftNotice[]; readonly sources: PublishedSources; readonly lacks: readonly ElementKey[]; readonly digest: Buffer }

export function draftOf(gathered: Gathered): Draft {
  const saidIn = (language: Language) => inLanguage(language, () => {
    const source = statementSource(gathered)
    return { pieces: statementPieces(source, gathered.site), notices: source.notices.map((notice): SaidOfOne => ({ pieces: noticePieces(notice, gathered.site), asking: askingWords(notice, gathered.site) })) }
  })
  const said = { nl: saidIn('nl'), en: saidIn('en') }
  const sources = statementSource(gathered).notices
  const notices = gathered.entries.map(({ id, version, department }, index): DraftNotice => {
    const { input } = sources[index]!
    const content: NoticeContent = { name: input.name ?? '', summary: summaryOf({ input }), department, isPolice: input.regime === 'police', nl: said.nl.notices[index]!, en: said.en.notices[index]! }
    return { entryId: id, entryVersion: version, content, lacks: lacksOf(content.nl.pieces) }
  })
  const content: StatementContent = { organisation: gathered.site.name, nl: { pieces: said.nl.pieces }, en: { pieces: said.en.pieces } }
  const lacks = lacksOf(content.nl.pieces)
  const incomplete = notices.filter((notice) => notice.lacks.length > 0).length
  return { content, notices, lacks, sources: { ...sourcesOf(gathered), lacks, incomplete }, digest: sha256({ content, notices: notices.map(({ entryId, content: words }) => [entryId, words]) }) }
}

export function sourcesOf({ site, entries, texts, hasHidden, isForOthers }: Omit<Gathered, 'entries'> & { readonly entries: readonly { readonly id: string; readonly version: number }[] }): Sources {
  const { on: _, ...facts } = site
  return {
    entries: Object.fromEntries(entries.map(({ id, version }) => [id, version])), texts: Object.fromEntries(texts.map(({ id, revision }) => [id, revision])), site: sha256({ facts, hasHidden, isForOthers }).toString('hex'),
  }
}

/** How many entries came, went and changed since; whether texts and the rest did. */
export type Moved = { readonly added: number; readonly removed: number; readonly changed: number; readonly texts: number; readonly site: boolean }

export function movedSince(before: Sources, now: Sources): Moved {
  const differs = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) => Object.keys(one).filter((id) => other[id] !== one[id])
  const [gone, came] = [differs(before.entries, now.entries), differs(now.entries, before.entries)]
  return {
    added: came.filter((id) => before.entries[id] === undefined).length, removed: gone.filter((id) => now.entries[id] === undefined).length, changed: came.filter((id) => before.entries[id] !== undefined).length,
    texts: new Set([...differs(before.texts, now.texts), ...differs(now.texts, before.texts)]).size, site: before.site !== now.site,
  }
}

export function hasMoved({ added, removed, changed, texts, site }: Moved): boolean {
  return added + removed + changed + texts > 0 || site
}

function sha256(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest()
}
