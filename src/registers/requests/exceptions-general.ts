// Exceptions, general: unfounded or excessive requests, unknown requesters, and the ten grounds of the UAVG for every right it names (art. 11 en 12 AVG; art. 41 UAVG).
import type { Exception } from './exception-shape.ts'
import type { RightKey } from './rights.ts'

const gdprRights: readonly RightKey[] = ['information', 'access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'marketing', 'automated']
const policeRights: readonly RightKey[] = ['police_access', 'police_correction']
/** Art. 41 UAVG names art. 12 to 21 and 34, so not 22; to marketing there is nothing to weigh (art. 21 lid 3 AVG). */
const limitable = gdprRights.filter((right) => right !== 'automated' && right !== 'marketing')

export const generalExceptions = {
  unfounded: {
    words: { nl: 'Het verzoek is kennelijk ongegrond.', en: 'The request is manifestly unfounded.' }, citation: 'art. 12 lid 5 AVG', rights: gdprRights, needs: ['proof'], outcomes: ['refused', 'not_taken_up'],
    help: { nl: 'U moet dit aantonen. Een lastig of onbeleefd verzoek is niet ongegrond.', en: 'You must prove this. A difficult or impolite request isn’t unfounded.' },
  },
  excessive: {
    words: { nl: 'Het verzoek is buitensporig, bijvoorbeeld omdat het steeds terugkomt.', en: 'The request is excessive, for instance because it keeps coming back.' }, citation: 'art. 12 lid 5 AVG', rights: gdprRights, needs: ['proof'], outcomes: ['refused', 'not_taken_up', 'partial'],
    help: { nl: 'U moet dit aantonen. In plaats van weigeren mag u ook redelijke kosten vragen. Kijk hoe vaak gegevens veranderen.', en: 'You must prove this. Instead of refusing you may also ask reasonable costs. Look at how often data change.' },
  },
  not_identified: {
    words: { nl: 'Wij kunnen niet vaststellen om wie het gaat.', en: 'We can’t establish who it is about.' }, citation: 'art. 11 lid 2 en art. 12 lid 2 en 6 AVG', rights: gdprRights, needs: ['proof'], outcomes: ['not_taken_up'],
    help: { nl: 'Vraag eerst om meer gegevens. Geeft iemand die, dan gaat het verzoek door.', en: 'First ask for more data. If somebody gives them, the request goes on.' },
  },
  not_entitled: {
    words: { nl: 'Wie vraagt, mag dit niet namens de ander vragen.', en: 'Whoever asks may not ask this for the other person.' }, citation: 'art. 5 lid 4 UAVG; art. 12 lid 6 AVG', rights: gdprRights, needs: ['proof'], outcomes: ['not_taken_up'],
  },
  deceased: {
    words: { nl: 'De gegevens gaan over iemand die is overleden.', en: 'The data are about somebody who has died.' }, citation: 'overweging 27 AVG', rights: gdprRights, needs: [], outcomes: ['refused', 'not_taken_up'],
    help: { nl: 'De AVG geldt dan niet. Kijk of een andere wet wel iets geeft, en of er gegevens van de vrager zelf bij zijn.', en: 'The GDPR doesn’t apply then. See whether another law gives something, and whether there are data of the asker too.' },
  },
  not_ours: {
    words: { nl: 'Wij zijn niet de verantwoordelijke; het verzoek is doorgestuurd.', en: 'We aren’t the controller; the request was forwarded.' }, citation: 'art. 28 lid 3 onder e AVG', rights: gdprRights, needs: [], outcomes: ['not_taken_up'],
  },
  municipal_records: {
    words: { nl: 'Het gaat om de basisregistratie personen; daarvoor geldt de Wet BRP.', en: 'It is about the municipal personal records; the Wet BRP holds for those.' }, citation: 'art. 2.55 en 2.58 Wet BRP', rights: ['access', 'rectification', 'erasure'], needs: [], outcomes: ['refused', 'partial', 'not_taken_up'], kinds: ['municipality', 'joint_body', 'service_organisation'],
    help: { nl: 'Behandel het volgens de Wet BRP en zeg dat erbij. Ga in de wet na welk artikel geldt.', en: 'Handle it under the Wet BRP and say so. Check in the law which article holds.' },
  },
  police_interest: {
    words: { nl: 'Een belang van de Wet politiegegevens verzet zich ertegen.', en: 'An interest of the Wet politiegegevens stands in the way.' }, citation: 'art. 27 lid 1 Wpg', rights: policeRights, needs: ['necessity', 'proportionality', 'weighing'],
    help: { nl: 'Noem welk belang: gerechtelijk onderzoek, opsporing, openbare veiligheid, rechten van anderen, nationale veiligheid, of een kennelijk ongegrond verzoek.', en: 'Name which interest: court proceedings, investigation, public safety, rights of others, national security, or a manifestly unfounded request.' },
  },
} as const satisfies Readonly<Record<string, Exception>>

const uavg = (letter: string, nl: string, en: string) => ({ words: { nl, en }, citation: `art. 41 lid 1 onder ${letter} UAVG`, rights: limitable, needs: ['essence', 'necessity', 'proportionality', 'considerations'] as const })

/** H-36: ten grounds, each only as far as necessary and proportionate, with the essence of the right intact. */
export const restrictionExceptions = {
  uavg_a: uavg('a', 'Nationale veiligheid.', 'National security.'),
  uavg_b: uavg('b', 'Landsverdediging.', 'Defence.'),
  uavg_c: uavg('c', 'Openbare veiligheid.', 'Public security.'),
  uavg_d: uavg('d', 'Strafbare feiten voorkomen, onderzoeken, opsporen of vervolgen, of straffen uitvoeren.', 'Preventing, investigating, detecting or prosecuting criminal offences, or executing penalties.'),
  uavg_e: uavg('e', 'Een ander belangrijk algemeen belang, zoals belasting, volksgezondheid of sociale zekerheid.', 'Another important public interest, such as taxation, public health or social security.'),
  uavg_f: uavg('f', 'De onafhankelijkheid van de rechter en gerechtelijke procedures.', 'The independence of courts and judicial proceedings.'),
  uavg_g: uavg('g', 'Schending van beroepscodes van gereglementeerde beroepen.', 'Breaches of ethics for regulated professions.'),
  uavg_h: uavg('h', 'Toezicht, inspectie of regelgeving die met openbaar gezag te maken heeft.', 'Monitoring, inspection or regulation connected with official authority.'),
  uavg_i: uavg('i', 'Bescherming van de persoon zelf, of van de rechten en vrijheden van anderen.', 'Protection of the person, or of the rights and freedoms of others.'),
  uavg_j: uavg('j', 'Inning van civielrechtelijke vorderingen.', 'Enforcement of civil law claims.'),
} as const satisfies Readonly<Record<string, Exception>>
