// XML text: any text as XML 1.0 can hold it: without the characters that it forbids, and with its own signs written out.

/** Without control characters and half pairs, which no XML may hold. */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
}

export function escapedXml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (sign) => signs[sign]!)
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
