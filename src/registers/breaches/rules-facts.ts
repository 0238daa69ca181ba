// Rules on the facts of a breach: judged, complete enough to report, in time from processors, and without numbers of people in the text (art. 33 lid 2, 3 en 5 AVG).
import { scanText } from '../../case-kit/text-scan.ts'
import type { Rule } from '../../register-kit/rules.ts'
import { sayFieldWords } from './free-text.ts'
import { hoursBetween } from './moments.ts'
import { isSuspected, type JudgedInput, passed } from './rule-kit.ts'

export const factRules = {
  'aware-missing': {
    field: 'aware_at', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['H-37', 'M-15'],
    words: { nl: 'Er staat niet sinds wanneer dit bij u bekend is.', en: 'It doesn’t say since when this is known to you.' }, advice: { nl: 'Vul het moment in: vanaf dan telt de 72 uur.', en: 'Fill in the moment: from then the 72 hours count.' },
    finds: (input) => isSuspected(input) && input.aware_at === null,
  },
  'aware-before-beginning': {
    field: 'aware_at', severity: 'attention', citation: 'art. 33 lid 1 AVG', norms: ['M-15'],
    words: { nl: 'Het was bij u bekend voordat het begon of werd ontdekt.', en: 'It was known to you before it began or was discovered.' }, advice: { nl: 'Kijk de momenten na.', en: 'Check the moments.' },
    finds: ({ aware_at, occurred_from, discovered_at }) => aware_at !== null && [occurred_from, discovered_at].some((moment) => moment !== null && moment > aware_at),
  },
  'judgement-missing': {
    field: 'judgement', severity: 'serious', citation: 'art. 33 lid 5 AVG', norms: ['N-24', 'W-11'],
    words: { nl: 'Een dag na de melding is nog niet beoordeeld of het een datalek is.', en: 'A day after the report it wasn’t judged yet whether it is a breach.' }, advice: { nl: 'Kies “Beoordelen”. Bij twijfel behandelt u het als datalek.', en: 'Choose “Judge”. When in doubt, handle it as a breach.' },
    finds: ({ judgement, received_at }, { today }) => judgement === null && passed(received_at, 1, today),
  },
  'kinds-missing': {
    field: 'kinds', severity: 'attention', citation: 'art. 33 lid 3 onder a AVG', norms: ['N-50'],
    words: { nl: 'Er staat niet wat voor inbreuk het is.', en: 'It doesn’t say what kind of breach it is.' }, advice: { nl: 'Kies vertrouwelijkheid, juistheid, beschikbaarheid, of meer dan één.', en: 'Choose confidentiality, integrity, availability, or more than one.' },
    finds: (input) => isSuspected(input) && input.kinds.length === 0,
  },
  'cause-missing': {
    field: 'cause', severity: 'attention', citation: 'art. 33 lid 3 onder a AVG', norms: ['M-15', 'N-41'],
    words: { nl: 'Er staat niet wat voor incident het is.', en: 'It doesn’t say what kind of incident it is.' }, advice: { nl: 'Kies het soort incident: de AP vraagt ernaar.', en: 'Choose the kind of incident: the authority asks for it.' },
    finds: (input) => isSuspected(input) && input.cause === null,
  },
  'number-missing': {
    field: 'subjects_min', severity: 'attention', citation: 'art. 33 lid 3 onder a AVG', norms: ['N-41'],
    words: { nl: 'Er staat niet om hoeveel mensen het gaat.', en: 'It doesn’t say how many people it is about.' }, advice: { nl: 'Schat het: minstens en hooguit.', en: 'Estimate it: at least and at most.' },
    finds: (input) => isSuspected(input) && input.subjects_min === null && input.subjects_max === null,
  },
  'data-missing': {
    field: 'data_categories', severity: 'attention', citation: 'art. 33 lid 3 onder a AVG', norms: ['N-41', 'P-14'],
    words: { nl: 'Er staat niet om welke soorten gegevens het gaat.', en: 'It doesn’t say which kinds of data it is about.' }, advice: { nl: 'Kies de soorten gegevens.', en: 'Choose the kinds of data.' },
    finds: (input) => isSuspected(input) && input.data_categories.length === 0,
  },
  'containment-missing': {
    field: 'containment', severity: 'attention', citation: 'art. 33 lid 3 onder d AVG', norms: ['M-15', 'W-11'],
    words: { nl: 'Er staat niet wat is gedaan om de schade te beperken.', en: 'It doesn’t say what was done to limit the damage.' }, advice: { nl: 'Doe dit meteen, en leg het vast met “Schade beperken”.', en: 'Do this at once, and record it with “Limit the damage”.' },
    finds: (input, { today }) => isSuspected(input) && input.containment === null && passed(input.aware_at, 0, today),
  },
  'dpo-not-warned': {
    field: 'dpo_warned_at', severity: 'serious', citation: 'art. 38 lid 1 AVG', norms: ['N-24'],
    words: { nl: 'De FG is niet gewaarschuwd.', en: 'The DPO wasn’t warned.' }, advice: { nl: 'Kies “FG en anderen waarschuwen”.', en: 'Choose “Warn the DPO and others”.' },
    finds: (input) => isSuspected(input) && input.dpo_warned_at === null,
  },
  'directors-not-told': {
    field: 'directors_told_at', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['P-14'],
    words: { nl: 'Klanten, werk, geld of de goede naam lopen gevaar, en de directie weet het nog niet.', en: 'Customers, work, money or the good name are in danger, and the directors don’t know yet.' }, advice: { nl: 'Kies “FG en anderen waarschuwen”. Geef wie de directie is bij Personen een functie die leiding geeft.', en: 'Choose “Warn the DPO and others”. Give the directors a managing function at Persons.' },
    finds: ({ dangers, directors_told_at }) => dangers.length > 0 && directors_told_at === null,
  },
  'processor-late': {
    field: 'received_at', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-41', 'N-64'],
    words: { nl: 'De verwerker meldde dit later dan 24 uur nadat hij het ontdekte.', en: 'The processor reported this more than 24 hours after discovering it.' }, advice: { nl: 'Spreek de verwerker erop aan en kijk wat de overeenkomst zegt.', en: 'Take it up with the processor and see what the agreement says.' },
    finds: ({ channel, discovered_at, received_at }) => channel === 'processor' && (hoursBetween(discovered_at, received_at) ?? 0) > 24,
  },
  'controller-unknown': {
    field: 'participant', severity: 'serious', citation: 'art. 33 lid 2 AVG', norms: ['W-11'],
    words: { nl: 'Er staat niet voor wie u deze gegevens verwerkt.', en: 'It doesn’t say for whom you process these data.' }, advice: { nl: 'Kies de deelnemer, of vul de andere verantwoordelijke in.', en: 'Choose the participant, or fill in the other controller.' },
    finds: ({ role, participant, controller_name }) => role === 'processor' && participant === null && controller_name === null,
  },
  'controller-not-told': {
    field: 'controller_told_at', severity: 'serious', citation: 'art. 33 lid 2 AVG', norms: ['W-11', 'N-64'],
    words: { nl: 'De verantwoordelijke is nog niet ingelicht.', en: 'The controller hasn’t been told yet.' }, advice: { nl: 'Vertel het zo snel mogelijk, en leg het vast met “Verantwoordelijke ingelicht”.', en: 'Tell it as soon as possible, and record it with “Controller told”.' },
    finds: (input, { today }) => isSuspected(input) && input.role === 'processor' && input.controller_told_at === null && passed(input.aware_at, 1, today),
  },
  'numbers-in-text': {
    field: 'what_happened', severity: 'attention', citation: 'art. 5 lid 1 onder c AVG', norms: ['N-49'],
    words: { nl: 'In de tekst staat iets dat op een BSN, rekeningnummer of ander gegeven van een persoon lijkt.', en: 'The text holds something that looks like a citizen service number, account number or other detail of a person.' }, advice: { nl: 'Haal het weg: voor het datalek is het niet nodig.', en: 'Take it out: the breach doesn’t need it.' },
    finds: (input) => sayFieldWords(input, (text) => scanText(text).length > 0),
  },
} satisfies Record<string, Rule<JudgedInput>>
