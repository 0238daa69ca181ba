// Subject name: one way to write a kind of identifier and the identifier, so that who sends records and who asks about them make the same pseudonym.

/** A BSN in any of the ways people write it is nine digits of type `bsn`; other kinds stay as they are, without spaces around them. */
export function subjectName(type: string, id: string): { readonly type: string; readonly id: string } {
  const kind = type.trim()
  const known = ownKinds.get(kind) ?? ownKinds.get(kind.toLowerCase())
  if (known !== 'bsn') return { type: known ?? kind, id: id.trim() }
  const digits = id.replace(/[\s.-]/g, '')
  return { type: known, id: /^\d{8}$/.test(digits) ? `0${digits}` : /^\d{9}$/.test(digits) ? digits : id.trim() }
}

// The two kinds that the standard itself names; in capitals or not they are the same. An address (URI) isn't the same in other letters.
const ownKinds = new Map([['bsn', 'bsn'], ['BSN', 'bsn'], ['personeelsnummer', 'personeelsnummer']])

/** The kind under which an employee is named (`user.id`); what the product calls a colleague itself is `person`. */
export const employeeKind = 'user'
