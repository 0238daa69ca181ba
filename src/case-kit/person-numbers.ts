// Person numbers: whether a row of digits may be a BSN, and a row of signs an account number, by the proofs that are built into them.

/** The eleven-proof of the citizen service number: nine digits, weighed 9, 8, 7 … 2 and -1, together a multiple of eleven. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0)
  return sum % 11 === 0
}

/** Length of an IBAN for the countries of the EEA and those that are met here most. */
const ibanLengths: Readonly<Record<string, number>> = {
  AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MA: 28, MC: 27, MT: 31, NL: 18, NO: 15,
  PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, TR: 26,
}

/** ISO 13616: the length of its country, and a remainder of one when divided by 97; spaces and dots aside. */
export function isIban(text: string): boolean {
  const plain = text.replace(/[ .]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(plain) || ibanLengths[plain.slice(0, 2)] !== plain.length) return false
  let rest = 0
  for (const sign of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97
  return rest === 1
}
