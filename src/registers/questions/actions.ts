// Actions: what other rooms may ask of questions: the beginning of an answer in Markdown as plain words, for lists.

/** At most so many letters, ended at a word. */
export function excerpt(text: unknown, most = 180): string {
  const plain = String(text ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^\s*(#{1,6}|[-*>]|\d+\.)\s+/gm, '').replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim()
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
