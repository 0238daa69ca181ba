// Rules on how a system is kept safe: encryption, signing in, access, audits, logging and back-up (art. 32 AVG; M-10, N-36).
import { dayAfter } from '../../ground/clock.ts'
import { say } from '../../ground/words.ts'
import { fields } from './declaration.ts'
import { guardedData, isDigital, type SystemInput, type SystemRules } from './rules-shape.ts'

/** What M-10 asks of every system, so that an empty answer isn't taken for a yes. */
const asked = ['is_encrypted_in_transit', 'has_second_factor', 'has_access_control'] as const satisfies readonly (keyof SystemInput)[]
const peopleSignIn = ({ kind }: SystemInput) => kind === 'central' || kind === 'decentral'

export const securityRules = {
  'security-unanswered': {
    field: 'has_access_control', severity: 'attention', citation: 'art. 5 lid 2 en art. 32 lid 1 AVG', norms: ['M-10'],
    words: { nl: 'Over de beveiliging zijn niet alle vragen beantwoord.', en: 'Not all questions on security are answered.' },
    advice: { nl: 'Vul de antwoorden in, of vraag ze aan de beheerder of leverancier.', en: 'Fill in the answers, or ask the manager or supplier for them.' },
    finds: (entry) => {
      const open = asked.filter((key) => entry[key] === null).map((key) => say(fields[key].words))
      return peopleSignIn(entry) && open.length > 0 && [open.join(', ')]
    },
  },
  'portable-unencrypted': {
    field: 'is_encrypted', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['N-36', 'M-10'],
    words: { nl: 'De gegevens staan op laptops of telefoons en zijn niet versleuteld.', en: 'The data are on laptops or phones and aren’t encrypted.' },
    advice: { nl: 'Versleutel de opslag, of haal de gegevens van deze apparaten.', en: 'Encrypt the storage, or take the data off these devices.' },
    finds: (entry) => isDigital(entry) && entry.is_portable === true && entry.is_encrypted !== true,
  },
  'transit-unencrypted': {
    field: 'is_encrypted_in_transit', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['M-10'],
    words: { nl: 'Gegevens gaan onversleuteld over de lijn.', en: 'Data travel unencrypted.' },
    advice: { nl: 'Gebruik een versleutelde verbinding (TLS).', en: 'Use an encrypted connection (TLS).' },
    finds: (entry) => isDigital(entry) && entry.is_encrypted_in_transit === false,
  },
  'second-factor-missing': {
    field: 'has_second_factor', severity: 'attention', citation: 'art. 32 lid 1 onder b AVG', norms: ['M-10'],
    words: { nl: 'Inloggen gaat zonder tweede stap.', en: 'Signing in takes no second step.' },
    advice: { nl: 'Zet inloggen in twee stappen aan.', en: 'Turn on multi-factor authentication.' },
    finds: (entry) => peopleSignIn(entry) && entry.has_second_factor === false,
  },
  'access-open': {
    field: 'has_access_control', severity: 'serious', citation: 'art. 25 lid 2 en art. 32 lid 1 onder b AVG', norms: ['M-10'],
    words: { nl: 'De toegang is niet per rol geregeld.', en: 'Access isn’t arranged per role.' },
    advice: { nl: 'Geef alleen toegang aan wie de gegevens voor het werk nodig heeft.', en: 'Give access only to those who need the data for their work.' },
    finds: ({ has_access_control }) => has_access_control === false,
  },
  'audit-due': {
    field: 'security_audit_on', severity: 'attention', citation: 'art. 32 lid 1 onder d AVG', norms: ['M-10'],
    words: { nl: 'De beveiliging is de laatste twee jaar niet onderzocht.', en: 'The security hasn’t been audited in the last two years.' },
    advice: { nl: 'Laat de beveiliging onderzoeken en leg de datum vast.', en: 'Have the security audited and record the date.' },
    // A day that lies ahead is a plan, no audit.
    finds: (entry, { today }) => isDigital(entry) && entry.confidentiality === 'high'
      && (entry.security_audit_on === null || entry.security_audit_on > today || entry.security_audit_on < dayAfter(today, '-P2Y')),
  },
  'confidentiality-low': {
    field: 'confidentiality', severity: 'attention', citation: 'art. 32 lid 1 en 2 AVG', norms: ['H-41'],
    words: { nl: 'De vertrouwelijkheid staat op laag, maar deze gegevens vragen extra bescherming.', en: 'Confidentiality is set to low, but these data ask for extra protection.' },
    advice: { nl: 'Kijk opnieuw naar de indeling en kies zo nodig midden of hoog.', en: 'Look at the classification again and choose medium or high where needed.' },
    finds: (entry, context) => {
      const guarded = guardedData(entry, context)
      return entry.confidentiality === 'low' && guarded.length > 0 && [guarded.join(', ')]
    },
  },
  'logging-missing': {
    field: 'has_logging', severity: 'attention', citation: 'art. 5 lid 2 en art. 32 lid 1 AVG', norms: ['N-39'],
    words: { nl: 'Wie deze gegevens bekijkt, wordt niet gelogd.', en: 'Who looks at these data isn’t logged.' },
    advice: { nl: 'Zet logging aan, zodat misbruik te vinden is.', en: 'Turn on logging, so that misuse can be found.' },
    finds: (entry, context) => isDigital(entry) && entry.has_logging === false && (entry.confidentiality === 'high' || guardedData(entry, context).length > 0),
  },
  'backup-missing': {
    field: 'backup', severity: 'attention', citation: 'art. 32 lid 1 onder c AVG', norms: ['N-37'],
    words: { nl: 'Er wordt geen back-up gemaakt.', en: 'No back-up is made.' },
    advice: { nl: 'Laat elke dag een back-up maken, of schrijf bij de toelichting waarom het niet hoeft.', en: 'Have a back-up made every day, or write in the note why it isn’t needed.' },
    finds: (entry) => isDigital(entry) && entry.backup === 'none' && entry.note === null,
  },
} as const satisfies SystemRules
