// Exceptions of rights: what each right itself leaves out: others’ rights, the six exceptions to erasure, compelling grounds, computer decisions that may stand, archives, research and public registers.
import type { Exception } from './exception-shape.ts'

export const rightExceptions = {
  case_not_met: {
    words: { nl: 'Het geval waarvoor dit recht er is, doet zich niet voor.', en: 'The case for which this right exists isn’t there.' }, citation: 'art. 16, 17 lid 1, 18 lid 1, 20 lid 1, 21 lid 1 en 22 lid 1 AVG', needs: ['case'],
    rights: ['rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'automated', 'police_correction'], help: { nl: 'Schrijf op waarom: bijvoorbeeld waaruit blijkt dat de gegevens kloppen.', en: 'Write why: for instance what shows that the data are right.' },
  },
  informed_already: { words: { nl: 'Iemand heeft deze informatie al.', en: 'Somebody has this information already.' }, citation: 'art. 13 lid 4 en art. 14 lid 5 onder a AVG', rights: ['information'], needs: ['proof'] },
  informing_impossible: {
    words: { nl: 'Informeren is onmogelijk of vraagt onevenredig veel inspanning.', en: 'Informing is impossible or takes disproportionate effort.' }, citation: 'art. 14 lid 5 onder b AVG', rights: ['information'], needs: ['weighing'],
    help: { nl: 'Dit geldt alleen voor gegevens van een ander, en alleen voor informeren: nooit voor inzage.', en: 'This holds only for data from somebody else, and only for informing: never for access.' },
  },
  obtained_by_law: { words: { nl: 'Een wet regelt dat wij de gegevens krijgen, met waarborgen.', en: 'A law lays down that we get the data, with safeguards.' }, citation: 'art. 14 lid 5 onder c AVG', rights: ['information'], needs: ['law'] },
  professional_secrecy: { words: { nl: 'De gegevens moeten geheim blijven door een beroepsgeheim.', en: 'The data must stay secret by professional secrecy.' }, citation: 'art. 14 lid 5 onder d AVG', rights: ['information'], needs: ['law'] },
  rights_of_others: {
    words: { nl: 'Een kopie doet afbreuk aan de rechten en vrijheden van anderen.', en: 'A copy harms the rights and freedoms of others.' }, citation: 'art. 15 lid 4 en art. 20 lid 4 AVG', rights: ['access', 'portability'], needs: ['weighing'],
    help: { nl: 'Maak eerst de gegevens van anderen onleesbaar; alles weigeren mag zelden (overweging 63 AVG).', en: 'First black out the data of others; refusing everything is seldom allowed (recital 63 GDPR).' },
  },
  expression: { words: { nl: 'De gegevens zijn nodig voor de vrijheid van meningsuiting en informatie.', en: 'The data are needed for freedom of expression and information.' }, citation: 'art. 17 lid 3 onder a AVG', rights: ['erasure'], needs: ['weighing'] },
  legal_duty: { words: { nl: 'Een wettelijke plicht vraagt dat wij de gegevens houden.', en: 'A legal obligation demands that we keep the data.' }, citation: 'art. 17 lid 3 onder b AVG', rights: ['erasure'], needs: ['law'] },
  public_task: { words: { nl: 'De gegevens zijn nodig voor een taak van algemeen belang of openbaar gezag.', en: 'The data are needed for a task in the public interest or official authority.' }, citation: 'art. 17 lid 3 onder b AVG', rights: ['erasure'], needs: ['law'] },
  public_health: { words: { nl: 'De gegevens zijn nodig voor de volksgezondheid.', en: 'The data are needed for public health.' }, citation: 'art. 17 lid 3 onder c AVG', rights: ['erasure'], needs: ['law', 'weighing'] },
  archiving: {
    words: { nl: 'De gegevens zijn nodig voor archivering in het algemeen belang, onderzoek of statistiek.', en: 'The data are needed for archiving in the public interest, research or statistics.' }, citation: 'art. 17 lid 3 onder d AVG', rights: ['erasure'], needs: ['weighing'],
    help: { nl: 'Alleen als wissen dat doel onmogelijk maakt of ernstig schaadt.', en: 'Only if erasing makes that aim impossible or seriously harms it.' },
  },
  legal_claim: { words: { nl: 'De gegevens zijn nodig voor een rechtsvordering.', en: 'The data are needed for a legal claim.' }, citation: 'art. 17 lid 3 onder e en art. 21 lid 1 AVG', rights: ['erasure', 'objection'], needs: ['weighing'] },
  portability_public_task: { words: { nl: 'De verwerking is nodig voor een publieke taak.', en: 'The processing is necessary for a public task.' }, citation: 'art. 20 lid 3 AVG', rights: ['portability'], needs: ['law'] },
  compelling_grounds: {
    words: { nl: 'Er zijn dwingende gronden die zwaarder wegen dan de belangen van de persoon.', en: 'There are compelling grounds that weigh more than the person’s interests.' }, citation: 'art. 21 lid 1 AVG', rights: ['objection'], needs: ['weighing', 'proof'],
    help: { nl: 'U moet dit aantonen. Weeg de situatie van deze persoon, niet die van iedereen.', en: 'You must prove this. Weigh the situation of this person, not that of everybody.' },
  },
  research_public_interest: { words: { nl: 'Het is onderzoek of statistiek, nodig voor een taak van algemeen belang.', en: 'It is research or statistics, needed for a task in the public interest.' }, citation: 'art. 21 lid 6 AVG', rights: ['objection'], needs: ['weighing'] },
  computer_contract: { words: { nl: 'Het besluit is nodig voor een overeenkomst met de persoon.', en: 'The decision is needed for a contract with the person.' }, citation: 'art. 22 lid 2 onder a en lid 3 AVG', rights: ['automated'], needs: ['proof'], outcomes: ['partial'], help: { nl: 'Een mens kijkt er dan toch naar, en de persoon mag zeggen wat hij ervan vindt.', en: 'A person looks at it all the same, and the person may say what they think of it.' } },
  computer_consent: { words: { nl: 'De persoon gaf er uitdrukkelijk toestemming voor.', en: 'The person gave explicit consent for it.' }, citation: 'art. 22 lid 2 onder c en lid 3 AVG', rights: ['automated'], needs: ['proof'], outcomes: ['partial'], help: { nl: 'Een mens kijkt er dan toch naar, en de persoon mag zeggen wat hij ervan vindt.', en: 'A person looks at it all the same, and the person may say what they think of it.' } },
  computer_law: {
    words: { nl: 'Een wet of een taak van algemeen belang vraagt het besluit, zonder profilering.', en: 'A law or a task in the public interest demands the decision, without profiling.' }, citation: 'art. 22 lid 2 onder b AVG; art. 40 UAVG', rights: ['automated'], needs: ['law', 'weighing'],
    help: { nl: 'Er moeten maatregelen zijn die de persoon beschermen; schrijf op welke.', en: 'There must be measures that protect the person; write which.' },
  },
  research: { words: { nl: 'De gegevens worden alleen gebruikt voor wetenschap of statistiek.', en: 'The data are used for science or statistics only.' }, citation: 'art. 44 UAVG', rights: ['access', 'rectification', 'restriction'], needs: ['weighing'], help: { nl: 'Alleen voor instellingen voor onderzoek of statistiek.', en: 'For institutions of research or statistics only.' } },
  archive: {
    words: { nl: 'De gegevens liggen blijvend in een archiefbewaarplaats.', en: 'The data are kept for good in an archive.' }, citation: 'art. 45 lid 1 UAVG', rights: ['access', 'rectification', 'restriction', 'portability'], needs: [],
    help: { nl: 'Inzage in de stukken blijft, als duidelijk is om welke het gaat; bij fouten mag iemand zijn eigen lezing toevoegen (art. 45 lid 2 en 3 UAVG).', en: 'Access to the documents stays, if it is clear which; at mistakes somebody may add their own reading (art. 45 lid 2 en 3 UAVG).' },
  },
  public_register: {
    words: { nl: 'Het is een openbaar register bij wet, met een eigen weg voor verbetering.', en: 'It is a public register by law, with a way of its own for correction.' }, citation: 'art. 47 UAVG', rights: ['access', 'rectification', 'restriction', 'recipients', 'objection'], needs: ['law'],
  },
} as const satisfies Readonly<Record<string, Exception>>
