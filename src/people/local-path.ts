// Local path: where somebody may be sent after signing in: only within this site.

/** The path and query when it leads within this site; undefined for anything else (`//elsewhere`, `/\elsewhere`, `https:...`). */
export function localPath(text: string | undefined): string | undefined {
  if (!text || text.length > 2000 || !/^\/(?![/\\])/.test(text) || /[\\\u0000-\u001f]/.test(text)) return undefined
  const url = new URL(text, 'http://local')
  // `/..//elsewhere` only turns into an address elsewhere when it is normalised.
  return url.host === 'local' && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined
}

/** `/inloggen?verder=...`, with the query only when there is somewhere to go on to. */
export function withOnward(page: string, onward: string | undefined): string {
  return onward ? `${page}?verder=${encodeURIComponent(onward)}` : page
}
