// Rules on where data live: the kind of store, who runs it, in which country, who answers for it and whether anybody uses it (art. 5, 28 en 44 AVG; N-36).
import { guardedData, type SystemRules } from './rules-shape.ts'

export const placeRules = {
  'kind-missing': {
    field: 'kind', severity: 'attention', citation: 'art. 5 lid 1 onder f AVG', norms: ['N-36'],
    words: { nl: 'Er staat niet wat voor opslag dit is.', en: 'It doesn’t say what kind of store this is.' },
    advice: { nl: 'Kies centraal, decentraal, spreadsheet, papier of losse documenten.', en: 'Choose central, decentral, spreadsheet, paper or unstructured.' },
    finds: ({ kind }) => kind === null,
  },
  'decentral-unexplained': {
    field: 'description', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 25 lid 1 AVG', norms: ['N-36'],
    words: { nl: 'Dit is geen centrale database, en er staat niet waarom.', en: 'This is no central database, and it doesn’t say why.' },
    advice: { nl: 'Schrijf op waarvoor dit dient en waarom het niet centraal kan, of breng de gegevens over.', en: 'Write what this is for and why it can’t be central, or move the data.' },
    finds: ({ kind, description }) => (kind === 'decentral' || kind === 'spreadsheet') && description === null,
  },
  'guarded-data-in-spreadsheet': {
    field: 'data_categories', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 32 lid 2 AVG', norms: ['N-36'],
    words: { nl: 'In een spreadsheet staan gegevens die extra bescherming vragen.', en: 'A spreadsheet holds data that ask for extra protection.' },
    advice: { nl: 'Breng ze naar een systeem met toegang per rol en logging. Een spreadsheet is alleen voor klein en specifiek gebruik.', en: 'Move them to a system with access per role and logging. A spreadsheet is for small, specific use only.' },
    finds: (entry, context) => entry.kind === 'spreadsheet' && guardedData(entry, context),
  },
  'supplier-missing': {
    field: 'supplier', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-43', 'M-08'],
    words: { nl: 'De gegevens staan bij een ander, maar er staat niet bij wie.', en: 'The data are kept elsewhere, but it doesn’t say with whom.' },
    advice: { nl: 'Kies de leverancier uit het register van verwerkers, of voeg hem daar eerst toe.', en: 'Choose the supplier from the register of processors, or add it there first.' },
    finds: ({ hosting, supplier }) => (hosting === 'supplier' || hosting === 'cloud') && supplier === null,
  },
  'supplier-without-agreement': {
    field: 'supplier', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08'],
    words: { nl: 'Met deze leverancier is geen verwerkersovereenkomst van kracht.', en: 'No processor agreement with this supplier is in force.' },
    advice: { nl: 'Sluit de overeenkomst en leg haar vast in het register van verwerkersovereenkomsten. Geef tot die tijd geen gegevens.', en: 'Conclude the agreement and record it in the register of processor agreements. Until then, hand over no data.' },
    finds: ({ supplier }, { fact }) => supplier !== null && fact?.('processors', supplier, 'agreements') === 0,
  },
  'supplier-ended': {
    field: 'supplier', severity: 'serious', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-43'],
    words: { nl: 'Deze leverancier werkt volgens het register niet meer voor u.', en: 'According to the register this supplier no longer works for you.' },
    advice: { nl: 'Kies wie het systeem nu beheert, of neem het uit gebruik en schrijf op waar de gegevens bleven.', en: 'Choose who runs the system now, or take it out of use and write down where the data went.' },
    finds: ({ supplier }, { fact }) => supplier !== null && fact?.('processors', supplier, 'stage') === 'ended',
  },
  'outside-eea': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'De gegevens staan buiten de Europese Economische Ruimte.', en: 'The data are outside the European Economic Area.' },
    advice: { nl: 'Leg bij elke verwerking in dit systeem vast met welke waarborg dat mag.', en: 'Record at each processing activity in this system by which safeguard this is allowed.' },
    finds: ({ country }, { term }) => {
      const found = country === null ? undefined : term('country', country)
      return found !== undefined && !found.marks.includes('eea') && [found.label]
    },
  },
  'owner-missing': {
    field: 'owner', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-41'],
    words: { nl: 'Er is geen systeemeigenaar.', en: 'There is no system owner.' },
    advice: { nl: 'Kies wie voor het systeem verantwoordelijk is.', en: 'Choose who answers for the system.' },
    finds: ({ owner }) => owner === null,
  },
  unused: {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 30 lid 1 AVG', norms: ['N-36'],
    words: { nl: 'Geen enkele verwerking noemt dit systeem.', en: 'No processing activity names this system.' },
    advice: { nl: 'Noem het systeem bij de verwerkingen die het gebruiken, of neem het uit gebruik.', en: 'Name the system at the processing activities that use it, or take it out of use.' },
    finds: (_, { ownFact }) => ownFact?.('processing-activities') === 0,
  },
  'erasure-impossible': {
    field: 'retention_by', severity: 'serious', citation: 'art. 5 lid 1 onder e AVG', norms: ['H-18', 'M-11'],
    words: { nl: 'Na de bewaartermijn worden gegevens in dit systeem niet gewist.', en: 'Data in this system aren’t erased after the retention term.' },
    advice: { nl: 'Laat het systeem wissen of anonimiseren, of wijs iemand aan die dat doet.', en: 'Have the system erase or anonymise, or appoint somebody who does.' },
    finds: ({ retention_by }) => retention_by === 'none',
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 32 lid 1 onder d AVG', norms: ['H-41'],
    words: { nl: 'De jaarlijkse controle is te laat.', en: 'The yearly review is overdue.' },
    advice: { nl: 'Loop de gegevens van het systeem na en kies “Jaarlijks nagekeken”.', en: 'Go through what is recorded of the system and choose “Reviewed”.' },
    finds: (_, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
} as const satisfies SystemRules
