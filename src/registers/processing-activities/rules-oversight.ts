// Rules on oversight: the assessment beforehand, the yearly review, police data, and what citizens may see (art. 12 en 35 AVG; Wpg).
import type { RuleContext } from '../../register-kit/rules.ts'
import { beyond, type PurposeAndMeans } from './purpose-and-means.ts'
import { riskSigns } from './rules-attention.ts'
import { isController, isFilled, isPolice, isPublicBody, type Rules, yearsLater } from './rules-shape.ts'

/** What the register of assessments contributes on an activity: what was adopted, what runs, and of which purpose and means it was made. */
export type AssessedHere = {
  /** A pre-DPIA with an outcome, and a DPIA that was adopted, in Waarborg. */
  readonly hasPreDpia: boolean
  readonly hasDpia: boolean
  /** A DPIA that was begun and isn't adopted. */
  readonly isRunning: boolean
  /** A high risk stays, and the authority hasn't answered (art. 36 AVG). */
  readonly waits: boolean
  /** The last word on it is that it doesn't go ahead, by the controller or the authority. */
  readonly isRefused: boolean
  readonly basis: PurposeAndMeans | null
}

const here = ({ ownFact }: RuleContext) => ownFact?.('assessments') as AssessedHere | undefined

export const oversightRules = {
  'pre-dpia-missing': {
    field: 'pre_dpia_outcome', severity: 'blocking', citation: 'art. 35 lid 1 AVG; art. 4c Wpg', norms: ['H-15', 'H-19', 'N-33'],
    words: { nl: 'De pre-DPIA ontbreekt.', en: 'The pre-DPIA is missing.' },
    advice: { nl: 'Doe de pre-DPIA met advies van de privacybeheerder of de FG, en vul de uitkomst in.', en: 'Carry out the pre-DPIA with advice from the privacy manager or the DPO, and fill in the outcome.' },
    finds: (entry) => isController(entry) && entry.pre_dpia_outcome === null,
  },
  'pre-dpia-undated': {
    field: 'pre_dpia_on', severity: 'attention', citation: 'art. 5 lid 2 en art. 35 lid 1 AVG', norms: ['H-15', 'H-19'],
    words: { nl: 'De datum van de pre-DPIA ontbreekt of ligt in de toekomst.', en: 'The date of the pre-DPIA is missing or lies in the future.' },
    advice: { nl: 'Vul in wanneer de pre-DPIA is gedaan.', en: 'Fill in when the pre-DPIA was carried out.' },
    finds: (entry, context) => isController(entry) && entry.pre_dpia_outcome !== null && (!isFilled(entry.pre_dpia_on) || entry.pre_dpia_on > context.today),
  },
  'pre-dpia-unexplained': {
    field: 'pre_dpia_note', severity: 'blocking', citation: 'art. 5 lid 2 en art. 35 lid 1 AVG', norms: ['H-15', 'H-19'],
    words: { nl: 'De uitkomst van de pre-DPIA is met de hand ingevuld, zonder datum of uitleg.', en: 'The outcome of the pre-DPIA was filled in by hand, without a date or explanation.' },
    advice: { nl: 'Doe de pre-DPIA in Waarborg. Is zij eerder of elders gedaan? Vul dan de datum in, en waar zij ligt.', en: 'Carry out the pre-DPIA in Waarborg. Was it done before or elsewhere? Then fill in the date, and where it is kept.' },
    finds: (entry, context) => isController(entry) && entry.pre_dpia_outcome !== null && here(context)?.hasPreDpia !== true && (!isFilled(entry.pre_dpia_on) || !isFilled(entry.pre_dpia_note)),
  },
  'pre-dpia-doubtful': {
    field: 'pre_dpia_note', severity: 'attention', citation: 'art. 35 lid 1, 3 en 4 AVG', norms: ['H-19', 'N-33'],
    words: { nl: 'Er zijn twee of meer tekenen van een hoog risico, maar een DPIA zou niet nodig zijn.', en: 'There are two or more signs of a high risk, but a DPIA is said not to be needed.' },
    advice: { nl: 'Leg uit waarom het risico toch laag is, of doe een DPIA.', en: 'Explain why the risk is low after all, or carry out a DPIA.' },
    finds: (entry, context) => isController(entry) && entry.pre_dpia_outcome === 'not_required' && !isFilled(entry.pre_dpia_note) && riskSigns(entry, context) >= 2,
  },
  'dpia-outstanding': {
    field: 'dpia_status', severity: 'blocking', citation: 'art. 35 lid 1 AVG', norms: ['H-19', 'H-66', 'N-33'],
    words: { nl: 'Een DPIA is verplicht, maar nog niet vastgesteld.', en: 'A DPIA is required, but hasn’t been adopted.' },
    advice: { nl: 'Voer de DPIA uit voordat u begint. Loopt het werk al? Doe dit dan eerst.', en: 'Carry out the DPIA before you start. Is the work running already? Then do this first.' },
    finds: (entry, context) => isController(entry) && entry.pre_dpia_outcome === 'dpia_required' && (entry.dpia_status !== 'done' || (here(context)?.isRunning === true && !here(context)?.hasDpia)),
  },
  'dpia-unexplained': {
    field: 'dpia_on', severity: 'blocking', citation: 'art. 5 lid 2 en art. 35 lid 1 AVG', norms: ['H-19', 'H-66'],
    words: { nl: 'Een verplichte DPIA is met de hand op uitgevoerd gezet, zonder datum of uitleg.', en: 'A required DPIA was set to done by hand, without a date or explanation.' },
    advice: { nl: 'Doe de DPIA in Waarborg. Is zij eerder of elders vastgesteld? Vul dan de datum in, en bij de toelichting waar zij ligt.', en: 'Carry out the DPIA in Waarborg. Was it adopted before or elsewhere? Then fill in the date, and in the note where it is kept.' },
    finds: (entry, context) => isController(entry) && entry.pre_dpia_outcome === 'dpia_required' && entry.dpia_status === 'done' && here(context)?.hasDpia !== true && (!isFilled(entry.dpia_on) || !isFilled(entry.pre_dpia_note)),
  },
  'consultation-waits': {
    field: 'dpia_status', severity: 'blocking', citation: 'art. 36 lid 1 en 2 AVG', norms: ['H-19'],
    words: { nl: 'Er blijft een hoog risico, en de AP heeft nog niet geantwoord.', en: 'A high risk stays, and the authority hasn’t answered yet.' },
    advice: { nl: 'Wacht op het antwoord van de AP, of verlaag het risico en stel de DPIA opnieuw vast.', en: 'Wait for the authority’s answer, or lower the risk and adopt the DPIA again.' },
    finds: (_, context) => here(context)?.waits === true,
  },
  'assessment-refused': {
    field: 'dpia_status', severity: 'blocking', citation: 'art. 24 lid 1, art. 35 lid 1 en art. 58 lid 2 AVG', norms: ['H-19'],
    words: { nl: 'De toets zegt dat deze verwerking niet doorgaat.', en: 'The assessment says that this activity doesn’t go ahead.' },
    advice: { nl: 'Begin niet. Is er iets veranderd? Doe dan een nieuwe toets.', en: 'Don’t start. Did something change? Then carry out a new assessment.' },
    finds: (_, context) => here(context)?.isRefused === true,
  },
  'assessment-outgrown': {
    field: 'pre_dpia_on', severity: 'blocking', citation: 'art. 35 lid 1 en 11 AVG', norms: ['H-15', 'H-20', 'H-66', 'N-33'],
    words: { nl: 'Er is een doel of techniek bij gekomen die niet is getoetst.', en: 'A purpose or technology was added that wasn’t assessed.' },
    advice: { nl: 'Doe een nieuwe pre-DPIA of DPIA, of leg bij de bestaande vast dat zij nog klopt.', en: 'Carry out a new pre-DPIA or DPIA, or record at the present one that it is still right.' },
    finds: (entry, context) => { const basis = here(context)?.basis; return isController(entry) && basis ? beyond(basis, entry, context.label) : false },
  },
  'dpia-advice-unanswered': {
    field: 'dpia_status', severity: 'attention', citation: 'art. 24 lid 1 en art. 35 lid 1 AVG', norms: ['H-19'],
    words: { nl: 'Een DPIA is aangeraden, maar er staat niet waarom u haar niet doet.', en: 'A DPIA is advised, but it doesn’t say why you don’t carry it out.' },
    advice: { nl: 'Begin met de DPIA, of schrijf bij de toelichting waarom niet.', en: 'Start the DPIA, or write in the note why not.' },
    finds: (entry) => isController(entry) && entry.pre_dpia_outcome === 'dpia_advised' && (entry.dpia_status === null || entry.dpia_status === 'none') && !isFilled(entry.pre_dpia_note),
  },
  'dpia-undated': {
    field: 'dpia_on', severity: 'attention', citation: 'art. 5 lid 2 en art. 35 lid 11 AVG', norms: ['H-20'],
    words: { nl: 'De datum van de DPIA ontbreekt.', en: 'The date of the DPIA is missing.' },
    advice: { nl: 'Vul in wanneer de DPIA is vastgesteld.', en: 'Fill in when the DPIA was adopted.' },
    finds: (entry) => entry.dpia_status === 'done' && !isFilled(entry.dpia_on),
  },
  'dpia-outdated': {
    field: 'dpia_on', severity: 'attention', citation: 'art. 35 lid 11 AVG', norms: ['H-19', 'H-20'],
    words: { nl: 'De DPIA is ouder dan drie jaar.', en: 'The DPIA is older than three years.' },
    advice: { nl: 'Bekijk de DPIA opnieuw en pas haar zo nodig aan.', en: 'Review the DPIA and adapt it where needed.' },
    finds: (entry, context) => entry.dpia_status === 'done' && isFilled(entry.dpia_on) && yearsLater(entry.dpia_on, 3) < context.today,
  },
  'imported-as-active': {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 35 lid 1 AVG', norms: ['H-15', 'H-50'],
    words: { nl: 'Deze verwerking kwam als actief binnen bij een import, zonder toets.', en: 'This activity came in as active by an import, without a test.' },
    advice: { nl: 'Stel een wijziging voor en laat de FG haar toetsen.', en: 'Propose a change and have the DPO test it.' },
    finds: (_, context) => context.isImported && context.stage === 'active',
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 24 lid 1 AVG', norms: ['H-07', 'N-32'],
    words: { nl: 'De jaarlijkse controle is te laat.', en: 'The yearly review is overdue.' },
    advice: { nl: 'Loop de verwerking na en kies “Jaarlijks nagekeken”.', en: 'Go through the activity and choose “Reviewed”.' },
    finds: (_, context) => context.stage === 'active' && isFilled(context.reviewDueOn) && context.reviewDueOn < context.today && [context.reviewDueOn],
  },
  'remarks-open': {
    field: 'name', severity: 'attention', citation: 'art. 38 lid 1 en art. 39 lid 1 onder b AVG', norms: ['H-50', 'N-32'],
    words: { nl: 'Er is een opmerking die nog niet is beantwoord.', en: 'There is a remark that hasn’t been answered.' },
    advice: { nl: 'Beantwoord de opmerking onder aan de pagina.', en: 'Answer the remark at the bottom of the page.' },
    finds: (_, context) => context.hasOpenRemarks === true,
  },
  'police-basis-missing': {
    field: 'police_basis', severity: 'blocking', citation: 'art. 8 tot en met 14 en art. 31d Wpg', norms: ['H-09'],
    words: { nl: 'De grondslag in de Wpg ontbreekt.', en: 'The basis under the Police Data Act is missing.' },
    advice: { nl: 'Kies het artikel. Voor boa’s is dat meestal de dagelijkse politietaak.', en: 'Choose the article. For special investigating officers it is mostly the daily police task.' },
    finds: (entry) => isController(entry) && isPolice(entry) && !isFilled(entry.police_basis),
  },
  'police-authoriser-missing': {
    field: 'police_authoriser', severity: 'serious', citation: 'art. 6 Wpg', norms: ['H-09'],
    words: { nl: 'Er staat niet wie medewerkers autoriseert voor politiegegevens.', en: 'It doesn’t say who authorises staff for police data.' },
    advice: { nl: 'Noem de functie of het orgaan dat autoriseert.', en: 'Name the function or body that authorises.' },
    finds: (entry) => isController(entry) && isPolice(entry) && !isFilled(entry.police_authoriser),
  },
  'police-profiling-unanswered': {
    field: 'profiling', severity: 'serious', citation: 'art. 31d Wpg', norms: ['H-09'],
    words: { nl: 'Er staat niet of er met politiegegevens profielen worden gemaakt.', en: 'It doesn’t say whether profiles are made with police data.' },
    advice: { nl: 'Vul bij profilering ja of nee in.', en: 'Fill in yes or no at profiling.' },
    finds: (entry) => isController(entry) && isPolice(entry) && entry.profiling === null,
  },
  'police-logging-missing': {
    field: 'police_logging', severity: 'serious', citation: 'art. 32a Wpg', norms: ['H-09'],
    words: { nl: 'De logging van politiegegevens is niet ingericht.', en: 'Logging of police data isn’t in place.' },
    advice: { nl: 'Laat vastleggen wie wat raadpleegt, wijzigt, verstrekt en verwijdert.', en: 'Have it recorded who consults, changes, provides and removes what.' },
    finds: (entry) => isPolice(entry) && entry.police_logging !== true,
  },
  'police-audit-missing': {
    field: 'police_audit_on', severity: 'attention', citation: 'art. 33 Wpg', norms: ['H-09'],
    words: { nl: 'Er staat geen datum van de laatste Wpg-audit.', en: 'There is no date of the last Police Data Act audit.' },
    advice: { nl: 'Vul de datum in, of plan de audit.', en: 'Fill in the date, or plan the audit.' },
    finds: (entry) => isController(entry) && isPolice(entry) && !isFilled(entry.police_audit_on),
  },
  'police-audit-old': {
    field: 'police_audit_on', severity: 'attention', citation: 'art. 33 Wpg', norms: ['H-09'],
    words: { nl: 'De laatste Wpg-audit is meer dan vier jaar geleden.', en: 'The last Police Data Act audit was more than four years ago.' },
    advice: { nl: 'Controleer wanneer de volgende externe audit moet, en plan haar.', en: 'Check when the next external audit is due, and plan it.' },
    finds: (entry, context) => isController(entry) && isPolice(entry) && isFilled(entry.police_audit_on) && yearsLater(entry.police_audit_on, 4) < context.today,
  },
  'police-basis-under-gdpr': {
    field: 'police_basis', severity: 'attention', citation: 'art. 2 lid 2 onder d AVG', norms: ['H-26'],
    words: { nl: 'U kiest de AVG, maar vult een grondslag uit de Wpg in.', en: 'You choose the GDPR, but fill in a basis of the Police Data Act.' },
    advice: { nl: 'Kies de Wpg als wet, of haal de Wpg-grondslag weg.', en: 'Choose the Police Data Act, or take its basis away.' },
    finds: (entry) => entry.regime === 'gdpr' && isFilled(entry.police_basis),
  },
  'received-under-police-regime': {
    field: 'regime', severity: 'serious', citation: 'art. 2 lid 2 onder d AVG; art. 16 Wpg', norms: ['H-26'],
    words: { nl: 'Gegevens die u van de politie ontving, vallen daarna onder de AVG.', en: 'Data that you received from the police fall under the GDPR from then on.' },
    advice: { nl: 'Kies de AVG als wet die geldt.', en: 'Choose the GDPR as the law that applies.' },
    finds: (entry) => isPolice(entry) && entry.received_from_police === true,
  },
  'received-unmarked': {
    field: 'received_from_police', severity: 'attention', citation: 'art. 16 Wpg', norms: ['H-26'],
    words: { nl: 'De gegevens komen van politie of justitie, maar er staat niet of het politiegegevens zijn.', en: 'The data come from police or justice, but it doesn’t say whether they are police data.' },
    advice: { nl: 'Vul bij “Ontvangen van de politie” ja of nee in.', en: 'Fill in yes or no at “Received from the police”.' },
    finds: (entry, context) => isPublicBody(context) && isController(entry) && !isPolice(entry) && entry.sources.includes('police') && entry.received_from_police === null,
  },
  'received-purpose-missing': {
    field: 'police_provision_purpose', severity: 'serious', citation: 'art. 16 lid 1 onder b Wpg', norms: ['H-26'],
    words: { nl: 'Er staat niet waarvoor de politie de gegevens gaf.', en: 'It doesn’t say what the police provided the data for.' },
    advice: { nl: 'Schrijf het doel van de verstrekking op, bijvoorbeeld handhaving van de openbare orde.', en: 'Write down the purpose of the provision, for instance keeping public order.' },
    finds: (entry) => isController(entry) && entry.received_from_police === true && !isFilled(entry.police_provision_purpose),
  },
  'received-secrecy-unmarked': {
    field: 'police_secrecy', severity: 'serious', citation: 'art. 7 lid 2 Wpg', norms: ['H-26'],
    words: { nl: 'Er staat niet dat de geheimhouding van politiegegevens ook voor u geldt.', en: 'It doesn’t say that the secrecy of police data binds you too.' },
    advice: { nl: 'Vertel dit aan wie de gegevens gebruikt, en zet het veld op ja.', en: 'Tell those who use the data, and set the field to yes.' },
    finds: (entry) => isController(entry) && entry.received_from_police === true && entry.police_secrecy !== true,
  },
  'publication-undecided': {
    field: 'is_published', severity: 'attention', citation: 'art. 12 lid 1 AVG', norms: ['H-08', 'H-09'],
    words: { nl: 'Er is niet gekozen of deze verwerking in het openbare register komt.', en: 'It isn’t decided whether this activity goes into the public register.' },
    advice: { nl: 'Kies ja of nee.', en: 'Choose yes or no.' },
    finds: (entry, context) => isPublicBody(context) && isController(entry) && entry.is_published === null,
  },
  'summary-missing': {
    field: 'public_summary', severity: 'attention', citation: 'art. 12 lid 1 AVG', norms: ['H-08'],
    words: { nl: 'De verwerking is openbaar, maar de samenvatting voor inwoners ontbreekt.', en: 'The activity is public, but the summary for citizens is missing.' },
    advice: { nl: 'Schrijf in gewone taal wat u met de gegevens doet en waarom.', en: 'Write in plain language what you do with the data and why.' },
    finds: (entry) => entry.is_published === true && !isFilled(entry.public_summary),
  },
  'not-published-unexplained': {
    field: 'not_published_reason', severity: 'attention', citation: 'art. 5 lid 1 onder a AVG', norms: ['H-08'],
    words: { nl: 'De verwerking is niet openbaar, maar de reden ontbreekt.', en: 'The activity isn’t public, but the reason is missing.' },
    advice: { nl: 'Schrijf op waarom inwoners dit niet mogen zien, of maak haar openbaar.', en: 'Write down why citizens may not see this, or publish it.' },
    finds: (entry, context) => isPublicBody(context) && isController(entry) && entry.is_published === false && !isFilled(entry.not_published_reason),
  },
} as const satisfies Rules
