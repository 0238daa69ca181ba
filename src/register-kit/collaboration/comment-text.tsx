// Comment text: plain words with their line breaks, addresses as links and named colleagues marked; nothing typed becomes markup.
import type { Child } from 'hono/jsx'

/** `names` are of those the comment is meant for. */
export function CommentText({ text, names }: { text: string; names: readonly string[] }) {
  return <>{text.split('\n').map((line, index) => <>{index > 0 && <br />}{parts(line, names)}</>)}</>
}

const address = /https?:\/\/[^\s<>"']+/g

function parts(line: string, names: readonly string[]): Child[] {
  const found: Child[] = []
  let at = 0
  for (const match of line.matchAll(address)) {
    // A full stop or bracket behind an address belongs to the sentence.
    const href = match[0].replace(/[.,;:!?)\]}’”]+$/u, '')
    if (!URL.canParse(href)) continue
    found.push(...withNames(line.slice(at, match.index), names), <a class="utrecht-link utrecht-link--html-a" href={href} rel="noreferrer noopener nofollow">{href}</a>)
    at = match.index + href.length
  }
  return [...found, ...withNames(line.slice(at), names)]
}

function withNames(words: string, names: readonly string[]): Child[] {
  if (names.length === 0) return [words]
  // The longest first, so that “@Jan de Wit” isn't cut short by “@Jan”.
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map((name) => RegExp.escape(`@${name}`))
  return words.split(new RegExp(`(${longestFirst.join('|')})(?![\\p{L}\\d])`, 'iu')).map((part, index) => (index % 2 === 1 ? <strong>{part}</strong> : part))
}
