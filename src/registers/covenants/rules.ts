// Rules on covenants and arrangements: a DPIA first, partners and eleven subjects, who does what, the essence for people, signed and current (art. 26 AVG; H-23, H-42, N-05, N-60).
import { dayAfter } from '../../ground/clock.ts'
import { say } from '../../ground/words.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import { dutyFields, type fields, subjectFields } from './declaration.ts'

export type CovenantInput = InputOf<typeof fields>

const missing = (of: Readonly<Record<string, { readonly words: { readonly nl: string; readonly en: string } }>>, entry: CovenantInput, keys = Object.keys(of)): false | string[] => {
  const empty = keys.filter((key) => entry[key as keyof CovenantInput] === null)
  return empty.length > 0 && [empty.map((key) => say(of[key]!.words)).join(', ')]
}

/** Whether the partners answer together: by its kind, or by a partner's role. */
export const isJoint = ({ kind, partners }: Pick<CovenantInput, 'kind' | 'partners'>): boolean => kind === 'joint' || partners.some(({ role }) => role === 'joint')

export const covenantRules = {
  'dpia-missing': {
    field: 'dpia_outcome', severity: 'blocking', citation: 'art. 35 lid 1 AVG', norms: ['H-23'],
    words: { nl: 'Er is geen DPIA of pre-DPIA gedaan voordat u gaat samenwerken.', en: 'No DPIA or pre-DPIA was done before the cooperation.' }, advice: { nl: 'Doe eerst de pre-DPIA. Vul de uitkomst en de datum in, en waar zij staat.', en: 'Do the pre-DPIA first. Fill in its outcome and date, and where it is.' },
    finds: ({ dpia_outcome, dpia_on, dpia_place, assessment }, { today }) => dpia_outcome === null || (dpia_place === null && assessment === null) || dpia_on === null || dpia_on > today,
  },
  'dpia-unfinished': {
    field: 'assessment', severity: 'serious', citation: 'art. 35 lid 1 AVG', norms: ['H-23'],
    words: { nl: 'De DPIA in het register is nog niet vastgesteld.', en: 'The DPIA in the register wasn’t adopted yet.' }, advice: { nl: 'Rond de DPIA eerst af.', en: 'Finish the DPIA first.' },
    finds: ({ assessment }, { fact }) => assessment !== null && ['draft', 'in_review'].includes(String(fact?.('assessments', assessment, 'stage'))),
  },
  'dpia-late': {
    field: 'dpia_on', severity: 'serious', citation: 'art. 35 lid 1 AVG', norms: ['H-23'],
    words: { nl: 'De DPIA is van na het begin van de samenwerking.', en: 'The DPIA is of after the start of the cooperation.' }, advice: { nl: 'Schrijf op waarom, en kijk of u het gebruik moet aanpassen.', en: 'Write down why, and see whether the use must change.' },
    finds: ({ dpia_on, starts_on }) => dpia_on !== null && starts_on !== null && dpia_on > starts_on,
  },
  'high-risk-left': {
    field: 'dpia_outcome', severity: 'blocking', citation: 'art. 36 lid 1 AVG', norms: ['H-23'],
    words: { nl: 'Er blijft een hoog risico over.', en: 'A high risk remains.' }, advice: { nl: 'Neem meer maatregelen, of raadpleeg eerst de AP.', en: 'Take more measures, or consult the authority first.' },
    finds: ({ dpia_outcome }) => dpia_outcome === 'high',
  },
  'kind-missing': {
    field: 'kind', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['N-17'],
    words: { nl: 'Er staat niet wat voor afspraak dit is.', en: 'It doesn’t say what kind of arrangement this is.' }, advice: { nl: 'Kies de soort. De relatiewijzer helpt u daarbij.', en: 'Choose the kind. The relation help assists you.' },
    finds: ({ kind }) => kind === null,
  },
  'kind-mismatch': {
    field: 'kind', severity: 'serious', citation: 'art. 26 en art. 28 lid 3 AVG', norms: ['N-17'],
    words: { nl: 'De soort past niet bij de rol van deze partners.', en: 'The kind doesn’t fit the role of these partners.' }, advice: { nl: 'Met een verwerker sluit u een verwerkersovereenkomst. Een regeling tussen gezamenlijke verantwoordelijken vraagt een partner die samen met u verantwoordelijk is.', en: 'With a processor you conclude a processor agreement. An arrangement between joint controllers asks for a partner who is joint controller with you.' },
    finds: ({ kind, partners }) => {
      const processors = partners.flatMap(({ organisation, role }) => (role === 'processor' ? [organisation ?? '…'] : []))
      return processors.length > 0 ? processors : kind === 'joint' && partners.length > 0 && !partners.some(({ role }) => role === 'joint')
    },
  },
  'partners-missing': {
    field: 'partners', severity: 'blocking', citation: 'art. 26 lid 1 AVG', norms: ['H-42', 'N-05'],
    words: { nl: 'Er staat niet met wie u samenwerkt.', en: 'It doesn’t say with whom you cooperate.' }, advice: { nl: 'Noem elke partner, met zijn rol en contact.', en: 'Name each partner, with its role and contact.' },
    finds: ({ partners }) => !partners.some(({ organisation }) => organisation !== null),
  },
  'partner-incomplete': {
    field: 'partners', severity: 'attention', citation: 'art. 26 lid 1 AVG', norms: ['H-42'],
    words: { nl: 'Van deze partner ontbreekt de rol of het contact.', en: 'Role or contact of this partner is missing.' }, advice: { nl: 'Vul de rol en het contact in.', en: 'Fill in role and contact.' },
    finds: ({ partners }) => partners.flatMap(({ organisation, role, contact }) => (organisation !== null && (role === null || contact === null) ? [organisation] : [])),
  },
  'subjects-missing': {
    field: 's_controller', severity: 'serious', citation: 'art. 26 lid 1 en art. 28 lid 3 AVG', norms: ['H-42'],
    words: { nl: 'Deze onderwerpen zijn niet geregeld.', en: 'These subjects aren’t covered.' }, advice: { nl: 'Schrijf per onderwerp op wat is afgesproken.', en: 'Write down for each subject what was agreed.' },
    finds: (entry) => missing(subjectFields, entry),
  },
  'duties-missing': {
    field: 'rights_by', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['N-05', 'N-60'],
    words: { nl: 'Er staat niet wie wat doet.', en: 'It doesn’t say who does what.' }, advice: { nl: 'Spreek af wie verzoeken behandelt, mensen inlicht, datalekken meldt en de DPIA doet.', en: 'Agree who handles requests, informs people, reports breaches and does the DPIA.' },
    finds: (entry) => missing(dutyFields, entry, ['rights_by', 'information_by', 'breach_by', 'dpia_by']),
  },
  'transfer-moment-missing': {
    field: 'transfer_moment', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['N-05'],
    words: { nl: 'Er staat niet wanneer de gegevens en de verantwoordelijkheid overgaan.', en: 'It doesn’t say when data and responsibility pass over.' }, advice: { nl: 'Beschrijf het moment, zodat duidelijk is wie wanneer verantwoordelijk is.', en: 'Describe the moment, so that it is clear who answers when.' },
    finds: (entry) => isJoint(entry) && entry.transfer_moment === null,
  },
  'liability-missing': {
    field: 'liability_split', severity: 'attention', citation: 'art. 82 lid 5 AVG', norms: ['N-05'],
    words: { nl: 'Er staat niet wie welke schade draagt.', en: 'It doesn’t say who bears which damage.' }, advice: { nl: 'Spreek af hoe u schade onderling verdeelt.', en: 'Agree how you share damage between you.' },
    finds: (entry) => isJoint(entry) && entry.liability_split === null,
  },
  'liability-unmarked': {
    field: 'liability_is_internal', severity: 'attention', citation: 'art. 82 lid 4 AVG', norms: ['N-05'],
    words: { nl: 'Er staat niet bij dat de verdeling van schade alleen onderling geldt.', en: 'It isn’t marked that the split of damage holds between the partners only.' }, advice: { nl: 'Zet dit in de tekst. Wie schade heeft, mag de hele schade bij elk van u verhalen.', en: 'Put this in the text. Whoever has damage may claim all of it from each of you.' },
    finds: ({ liability_split, liability_is_internal }) => liability_split !== null && liability_is_internal !== true,
  },
  'protocol-missing': {
    field: 'protocol', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['N-05', 'N-60'],
    words: { nl: 'Er is geen protocol voor de gegevens, of het is niet vastgesteld.', en: 'There is no data protocol, or it wasn’t adopted.' }, advice: { nl: 'Stel het protocol vast voordat u begint, en voeg het toe als bijlage.', en: 'Adopt the protocol before you begin, and attach it.' },
    finds: (entry, { today }) => isJoint(entry) && (entry.protocol === null || entry.protocol_on === null || entry.protocol_on > today),
  },
  'essence-not-public': {
    field: 'essence', severity: 'serious', citation: 'art. 26 lid 2 AVG', norms: ['H-42', 'N-60'],
    words: { nl: 'Mensen kunnen de kern van de regeling nog niet lezen.', en: 'People can’t read the essence of the arrangement yet.' }, advice: { nl: 'Schrijf de kern op in gewone taal, met een contactpunt, en zet haar op de openbare site.', en: 'Write the essence in plain words, with a contact point, and put it on the public site.' },
    finds: (entry) => isJoint(entry) && (entry.essence === null || entry.contact_point === null || entry.is_essence_public !== true),
  },
  'transfer-unsafe': {
    field: 'transfers', severity: 'serious', citation: 'art. 44 tot en met 49 AVG', norms: ['H-42'],
    words: { nl: 'Voor deze doorgifte staat geen waarborg.', en: 'No safeguard is recorded for this transfer.' }, advice: { nl: 'Kies de waarborg, of stop de doorgifte.', en: 'Choose the safeguard, or stop the transfer.' },
    finds: ({ transfers }, { term }) => transfers.flatMap(({ country, recipient, instrument }) => ((country !== null || recipient !== null) && instrument === null ? [(country !== null && term('country', country)?.label) || recipient || '…'] : [])),
  },
  'processings-missing': {
    field: 'processings', severity: 'attention', citation: 'art. 30 lid 1 AVG', norms: ['H-42'],
    words: { nl: 'Er staat niet voor welke verwerkingen dit geldt.', en: 'It doesn’t say for which processing activities this holds.' }, advice: { nl: 'Kies de verwerkingen uit het register.', en: 'Choose the processing activities from the register.' },
    finds: ({ processings }) => !processings.some(({ processing }) => processing !== null),
  },
  unsigned: {
    field: 'partners', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['H-23', 'H-42'],
    words: { nl: 'Dit geldt al, maar niet iedereen heeft getekend.', en: 'This holds already, but not everybody has signed.' }, advice: { nl: 'Laat tekenen, en vul de datum per partner in.', en: 'Have it signed, and fill in the date for each partner.' },
    finds: ({ partners, signed_on }, { stage }) => stage === 'active' && (signed_on === null || partners.some((partner) => partner.organisation !== null && partner.signed_on === null)),
  },
  'start-missing': {
    field: 'starts_on', severity: 'attention', citation: 'art. 26 lid 1 AVG', norms: ['H-42'],
    words: { nl: 'Er staat niet wanneer dit begint.', en: 'It doesn’t say when this starts.' }, advice: { nl: 'Vul de begindatum in.', en: 'Fill in the start.' },
    finds: ({ starts_on }) => starts_on === null,
  },
  over: {
    field: 'ends_on', severity: 'serious', citation: 'art. 5 lid 1 onder e AVG', norms: ['H-42'],
    words: { nl: 'De looptijd is voorbij. De gegevens moeten terug of weg.', en: 'The term is over. The data must be returned or destroyed.' }, advice: { nl: 'Verleng de afspraken, of beëindig ze en leg vast wat met de gegevens is gebeurd.', en: 'Extend the arrangement, or end it and record what became of the data.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-42'],
    words: { nl: 'Dit loopt binnen drie maanden af.', en: 'This ends within three months.' }, advice: { nl: 'Besluit op tijd of u verlengt.', en: 'Decide in time whether to extend.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P3M'),
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-42'],
    words: { nl: 'Deze afspraken zijn langer niet nagekeken dan uw beleid wil.', en: 'This arrangement wasn’t checked for longer than your policy wants.' }, advice: { nl: 'Kijk na of alles nog klopt, en leg dat vast.', en: 'Check whether all is right still, and record that.' },
    finds: (_entry, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today,
  },
} as const satisfies Readonly<Record<string, Rule<CovenantInput>>>
