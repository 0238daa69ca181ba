// EDPB codes: which option of the EDPB's template says the same as a choice or a catalogue term of ours (our own judgement; numbers are fields of the template).
export const natureCodes: Readonly<Record<string, string>> = { confidentiality: 'a', integrity: 'b', availability: 'c' }

/** Field 60; `lost_device` covers paper too, told apart in the description. */
export const incidentCodes: Readonly<Record<string, string>> = { misdirected: 'r', lost_device: 'i', lost_mail: 'l', hacking: 'c', disposal: 'k', published: 'v', wrong_customer: 'h', spoken: 'w', insider: 'a', other: 'y' }

/** Field 65. */
export const groupCodes: Readonly<Record<string, readonly string[]>> = {
  customers: ['a'], prospects: ['a'], employees: ['b'], 'job-applicants': ['b'], 'former-employees': ['b'], 'hired-staff': ['b'], minors: ['d'], patients: ['e'], pupils: ['f'], 'website-visitors': ['h'], 'system-users': ['h'],
  clients: ['i'], debtors: ['i'], victims: ['i'], 'permit-refugees': ['i'], 'benefit-recipients': ['i'],
}

/** Field 70. */
export const dataCodes: Readonly<Record<string, readonly string[]>> = {
  identification: ['a'], name: ['a'], 'name-address': ['a', 'b'], 'birth-date': ['a'], age: ['a'], gender: ['a'], nationality: ['a'], 'marital-status': ['a'], contact: ['b'], address: ['b'], 'postal-code': ['b'], 'place-of-residence': ['b'], phone: ['b'], email: ['b'],
  biometric: ['c'], criminal: ['d'], 'certificate-of-conduct': ['d'], 'administrative-sanction': ['d'], political: ['e'], 'ethnic-origin': ['f'], religion: ['g'], 'sexual-life': ['h'], 'union-membership': ['i'], genetic: ['j'], health: ['k'], 'care-support': ['k'], 'youth-care': ['k'],
  financial: ['l'], income: ['l'], debt: ['l'], tax: ['l'], insurance: ['l'], 'sick-leave': ['m'], bsn: ['n'], 'other-number': ['n'], 'identity-document': ['n'], location: ['o'], 'identity-document-copy': ['p'], 'bank-account': ['q'], profile: ['r'], preferences: ['r'], 'user-account': ['s'],
}

/** Field 85. */
export const impactCodes: Readonly<Record<string, readonly string[]>> = { stigma: ['k'], health: ['l'], fraud: ['d', 'e'], phishing: ['e'], financial: ['f'], reputation: ['h'], control: ['a'], discrimination: ['c'], other: ['n'] }

/** Field 87. */
export const severityCodes = { low: 'a', medium: 'b', high: 'c', very_high: 'c' } as const
/** Field 89. */
export const riskCodes = { high: 'a', risk: 'b', unlikely: 'c' } as const
/** Field 57. */
export const protectionCodes = { yes: 'a', partly: 'b', no: 'c', unknown: 'd' } as const
/** Field 100; no high risk and art. 41 UAVG are no conditions of art. 34 lid 3 AVG. */
export const conditionCodes: Readonly<Record<string, string>> = { unintelligible: 'a', risk_removed: 'b', public_notice: 'c' }
/** Field 104. */
export const wayCodes: Readonly<Record<string, string>> = { letter: 'a', email: 'a', phone: 'a', talk: 'a', text: 'a', website: 'b', other: 'c' }
