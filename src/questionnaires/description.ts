// Description: the words beside a question, which the State writes with some HTML in them, made into HTML that can only explain: lists, emphasis and links to the web.
import sanitizeHtml from 'sanitize-html'

/** Safe to show as it is. Line ends of the text become line ends of the page; a link to a term becomes its words. */
export function descriptionHtml(text: string): string {
  const clean = sanitizeHtml(text.replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1'), {
    allowedTags: ['a', 'br', 'strong', 'em', 'ul', 'ol', 'li'], allowedAttributes: { a: ['href', 'rel'] }, allowedSchemes: ['https', 'http'], allowProtocolRelative: false,
    transformTags: { a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'noopener noreferrer' } }) },
  })
  const lines = clean.trim().replace(/[ \t]+/g, ' ').replace(/<br \/>\s*/g, '\n').replace(/\s*(<\/?(?:ul|ol|li)>)\s*/g, '$1').split('\n').map((line) => line.trim())
  return bulleted(lines).replace(/(<br>){3,}/g, '<br><br>').replace(/<br>(<[uo]l>)/g, '$1').replace(/(<\/[uo]l>)(<br>)+/g, '$1')
}

/** The same without any markup, for labels and documents. */
export function plainWords(text: string): string {
  return sanitizeHtml(text.replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1'), { allowedTags: [], allowedAttributes: {} }).replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, ' ').trim()
}

/** Lines that begin with a bullet become a list. */
function bulleted(lines: readonly string[]): string {
  let html = ''
  let isList = false
  for (const line of lines) {
    const bullet = /^(?:•|- )\s*(.*)$/.exec(line)?.[1]
    if ((bullet !== undefined) !== isList) html += isList ? '</ul>' : '<ul>'
    isList = bullet !== undefined
    html += bullet === undefined ? `${line}<br>` : `<li>${bullet}</li>`
  }
  return (isList ? `${html}</ul>` : html).replace(/(<br>)+$/, '')
}
