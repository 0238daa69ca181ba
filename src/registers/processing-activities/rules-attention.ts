// Rules on what deserves extra attention: automated decisions, profiling, tracking, cameras, dashboards, algorithms, and where data live (art. 22, 25 en 32 AVG).
import type { ActivityInput } from './declaration.ts'
import { isCouncilRecording } from './rules-complete.ts'
import { hasBasis, hasMark, isController, isFilled, isPublicBody, marked, proseOf, rowsWhere, type Rules } from './rules-shape.ts'

export const attentionRules = {
  'profiling-unmarked': {
    field: 'profiling', severity: 'attention', citation: 'art. 4 onder 4 AVG', norms: ['N-23', 'H-09'],
    words: { nl: 'De tekst noemt profileren of scores, maar profilering staat niet op ja.', en: 'The text mentions profiling or scores, but profiling isn’t set to yes.' },
    advice: { nl: 'Zet profilering op ja, of pas de tekst aan.', en: 'Set profiling to yes, or change the text.' },
    finds: (entry) => entry.profiling !== true && (mentionsProfiling(`${proseOf(entry)}\n${entry.automated_logic ?? ''}`) || entry.data_categories.includes('profile')),
  },
  'profiling-unexplained': {
    field: 'profiling_note', severity: 'attention', citation: 'art. 4 onder 4, art. 13 lid 2 onder f en art. 35 lid 3 onder a AVG', norms: ['N-23'],
    words: { nl: 'Er is profilering, maar er staat niet hoe en waarvoor.', en: 'There is profiling, but it doesn’t say how and what for.' },
    advice: { nl: 'Beschrijf welke kenmerken u gebruikt, en wat het profiel voor mensen betekent.', en: 'Describe which traits you use, and what the profile means for people.' },
    finds: (entry) => entry.profiling === true && !isFilled(entry.profiling_note),
  },
  'visitors-profiled': {
    field: 'profiling', severity: 'serious', citation: 'art. 5 lid 1 onder a en art. 6 lid 1 AVG', norms: ['N-57'],
    words: { nl: 'U profileert bezoekers van de website.', en: 'You profile visitors of the website.' },
    advice: { nl: 'Het beleid verbiedt dit. Stop ermee, of haal de bezoekers uit het profiel.', en: 'The policy forbids this. Stop it, or leave the visitors out of the profile.' },
    finds: (entry) => isController(entry) && entry.profiling === true && entry.subject_categories.includes('website-visitors'),
  },
  'automated-unmarked': {
    field: 'automated_decisions', severity: 'attention', citation: 'art. 22 lid 1 AVG', norms: ['N-23'],
    words: { nl: 'De tekst noemt automatische besluiten, maar dat staat niet op ja.', en: 'The text mentions automated decisions, but it isn’t set to yes.' },
    advice: { nl: 'Zet “Besluit zonder mens” op ja, of pas de tekst aan.', en: 'Set “Solely automated decision” to yes, or change the text.' },
    finds: (entry) => entry.automated_decisions !== true && /(?<!geen |niet )(automatisch|geautomatiseerde?)\s+(\w+\s+)?(besl(uit|is)|toegekend|afgewezen)/i.test(proseOf(entry)),
  },
  'automated-logic-missing': {
    field: 'automated_logic', severity: 'serious', citation: 'art. 13 lid 2 onder f en art. 15 lid 1 onder h AVG', norms: ['N-20', 'N-23'],
    words: { nl: 'Een computer besluit, maar de logica en de gevolgen staan er niet bij.', en: 'A computer decides, but its logic and consequences aren’t described.' },
    advice: { nl: 'Leg uit hoe het besluit tot stand komt, en wat het voor mensen betekent.', en: 'Explain how the decision is made, and what it means for people.' },
    finds: (entry) => isController(entry) && entry.automated_decisions === true && !isFilled(entry.automated_logic),
  },
  'automated-unfounded': {
    field: 'automated_decisions', severity: 'serious', citation: 'art. 22 lid 1 en 2 AVG; art. 40 lid 1 UAVG', norms: ['N-23'],
    words: { nl: 'Voor een besluit zonder mens is deze grondslag niet genoeg.', en: 'This legal basis isn’t enough for a solely automated decision.' },
    advice: { nl: 'Laat een mens besluiten. Anders is een wet, een overeenkomst of uitdrukkelijke toestemming nodig.', en: 'Have a person decide. Otherwise a law, a contract or explicit consent is needed.' },
    finds: (entry) => isController(entry) && entry.regime !== 'police' && entry.automated_decisions === true && !hasBasis(entry, 'contract', 'consent', 'legal-obligation', 'public-task'),
  },
  'automated-by-profiling': {
    field: 'automated_decisions', severity: 'attention', citation: 'art. 22 lid 2 onder b AVG; art. 40 lid 1 UAVG', norms: ['N-23'],
    words: { nl: 'De UAVG staat een besluit zonder mens niet toe als het op een profiel steunt.', en: 'The UAVG doesn’t allow a solely automated decision that rests on a profile.' },
    advice: { nl: 'Laat een mens besluiten, of noem de andere wet die dit toestaat.', en: 'Have a person decide, or name the other law that allows this.' },
    finds: (entry) => isController(entry) && entry.automated_decisions === true && entry.profiling === true && hasBasis(entry, 'legal-obligation', 'public-task') && !hasBasis(entry, 'contract', 'consent'),
  },
  'automated-on-special-data': {
    field: 'automated_decisions', severity: 'serious', citation: 'art. 22 lid 4 AVG', norms: ['N-23'],
    words: { nl: 'Een besluit zonder mens steunt op bijzondere gegevens zonder de uitzondering die daarvoor nodig is.', en: 'A solely automated decision rests on special data without the exception that it needs.' },
    advice: { nl: 'Dit mag alleen met uitdrukkelijke toestemming of een zwaarwegend algemeen belang bij wet. Laat anders een mens besluiten.', en: 'This needs explicit consent or a substantial public interest laid down by law. Otherwise have a person decide.' },
    finds: (entry, context) => isController(entry) && entry.automated_decisions === true && marked(context, 'data-category', entry.data_categories, 'special').length > 0
      && !entry.special_exceptions.some(({ exception }) => exception === 'explicit-consent' || exception === 'substantial-public-interest' || parentIsPublicInterest(exception)),
  },
  'tracking-traceable': {
    field: 'is_not_traceable', severity: 'serious', citation: 'art. 5 lid 1 onder c en art. 25 AVG', norms: ['N-23'],
    words: { nl: 'Bij big data of volgen staat niet vast dat gegevens niet te herleiden zijn tot een persoon.', en: 'With big data or tracking it isn’t certain that data can’t be traced to a person.' },
    advice: { nl: 'Maak de gegevens eerst anoniem, of stop ermee.', en: 'Make the data anonymous first, or stop.' },
    finds: (entry) => isController(entry) && (entry.big_data === true || entry.tracking === true) && entry.is_not_traceable !== true,
  },
  'tracking-unannounced': {
    field: 'is_announced', severity: 'serious', citation: 'art. 5 lid 1 onder a en art. 13 AVG', norms: ['N-23'],
    words: { nl: 'Big data of volgen is niet vooraf aangekondigd.', en: 'Big data or tracking wasn’t announced beforehand.' },
    advice: { nl: 'Kondig het aan op de website voordat u begint.', en: 'Announce it on the website before you start.' },
    finds: (entry) => isController(entry) && (entry.big_data === true || entry.tracking === true) && entry.is_announced !== true,
  },
  'camera-unmarked': {
    field: 'camera', severity: 'attention', citation: 'art. 35 lid 3 onder c AVG', norms: ['N-23'],
    words: { nl: 'Er zijn camerabeelden, maar cameratoezicht staat niet op ja.', en: 'There are camera images, but camera surveillance isn’t set to yes.' },
    advice: { nl: 'Zet cameratoezicht op ja of nee.', en: 'Set camera surveillance to yes or no.' },
    finds: (entry) => entry.camera === null && entry.data_categories.includes('camera-images') && !isCouncilRecording(entry),
  },
  'camera-protocol-missing': {
    field: 'camera_note', severity: 'attention', citation: 'art. 24 lid 2 en art. 35 lid 3 onder c AVG', norms: ['N-23'],
    words: { nl: 'Er zijn camera’s, maar er staat geen cameraprotocol.', en: 'There are cameras, but no camera protocol is named.' },
    advice: { nl: 'Noem het protocol: wie kijkt, hoe lang u bewaart, hoe u mensen waarschuwt.', en: 'Name the protocol: who watches, how long you keep, how you warn people.' },
    finds: (entry) => entry.camera === true && !isFilled(entry.camera_note),
  },
  'dashboard-purpose-missing': {
    field: 'dashboard_purpose', severity: 'attention', citation: 'art. 5 lid 1 onder b AVG', norms: ['H-22'],
    words: { nl: 'Het dashboard heeft geen vastgesteld doel.', en: 'The dashboard has no purpose that was set.' },
    advice: { nl: 'Laat de proceseigenaar of het MT het doel vaststellen.', en: 'Have the process owner or the management team set the purpose.' },
    finds: (entry) => entry.dashboard === true && !isFilled(entry.dashboard_purpose),
  },
  'dashboard-audience-missing': {
    field: 'dashboard_audience', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 32 lid 4 AVG', norms: ['H-22'],
    words: { nl: 'Er staat niet wie het dashboard mag zien.', en: 'It doesn’t say who may see the dashboard.' },
    advice: { nl: 'Noem de functies die het nodig hebben, en waarom.', en: 'Name the functions that need it, and why.' },
    finds: (entry) => entry.dashboard === true && !isFilled(entry.dashboard_audience),
  },
  'algorithm-unmarked': {
    field: 'algorithm', severity: 'attention', citation: 'art. 5 lid 1 onder a AVG', norms: ['N-23'],
    words: { nl: 'Er is een automatisch besluit of een AI-klasse, maar algoritme staat niet op ja.', en: 'There is an automated decision or an AI class, but algorithm isn’t set to yes.' },
    advice: { nl: 'Zet algoritme op ja, of verbeter de andere velden.', en: 'Set algorithm to yes, or correct the other fields.' },
    finds: (entry) => entry.algorithm !== true && (entry.automated_decisions === true || (entry.ai_act_class !== null && entry.ai_act_class !== 'none')),
  },
  'algorithm-unregistered': {
    field: 'algorithm_uri', severity: 'attention', citation: 'art. 5 lid 1 onder a AVG', norms: ['N-23'],
    words: { nl: 'Het algoritme staat nog niet in het Algoritmeregister.', en: 'The algorithm isn’t in the algorithm register yet.' },
    advice: { nl: 'Meld het aan en plak het adres hier.', en: 'Register it and paste the address here.' },
    finds: (entry, context) => isPublicBody(context) && isController(entry) && entry.algorithm === true && !isFilled(entry.algorithm_uri),
  },
  'ai-class-missing': {
    field: 'ai_act_class', severity: 'attention', citation: 'art. 5, 6 en 50 Verordening (EU) 2024/1689', norms: ['N-23'],
    words: { nl: 'Er is een algoritme, maar de klasse onder de AI-verordening ontbreekt.', en: 'There is an algorithm, but its class under the AI Act is missing.' },
    advice: { nl: 'Bepaal de klasse. Is het geen AI? Kies dan “Geen AI-systeem”.', en: 'Determine the class. Is it no AI? Then choose “Not an AI system”.' },
    finds: (entry) => entry.algorithm === true && entry.ai_act_class === null,
  },
  'ai-prohibited': {
    field: 'ai_act_class', severity: 'blocking', citation: 'art. 5 Verordening (EU) 2024/1689', norms: ['N-23'],
    words: { nl: 'Dit AI-systeem is verboden.', en: 'This AI system is prohibited.' },
    advice: { nl: 'Stop met dit systeem. Vraag de FG om advies.', en: 'Stop using this system. Ask the DPO for advice.' },
    finds: (entry) => entry.ai_act_class === 'prohibited',
  },
  'ai-rights-unassessed': {
    field: 'iama_outcome', severity: 'attention', citation: 'art. 27 Verordening (EU) 2024/1689', norms: ['N-23'],
    words: { nl: 'Dit is AI met een hoog risico, maar de toets op mensenrechten (IAMA) ontbreekt.', en: 'This is high-risk AI, but the assessment of fundamental rights is missing.' },
    advice: { nl: 'Doe een IAMA en schrijf de uitkomst op.', en: 'Carry out an IAMA and write down the outcome.' },
    finds: (entry, context) => isPublicBody(context) && entry.ai_act_class === 'high' && !isFilled(entry.iama_outcome),
  },
  'system-ended': {
    field: 'stores', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 30 lid 1 AVG', norms: ['N-36'],
    words: { nl: 'Dit systeem is volgens het register uit gebruik.', en: 'According to the register this system is out of use.' },
    advice: { nl: 'Kies het systeem waar de gegevens nu staan.', en: 'Choose the system where the data are now.' },
    finds: (entry, context) => entry.stores.flatMap(({ system }) => system !== null && context.fact?.('systems', system, 'stage') === 'ended' ? [context.label?.('systems', system) ?? ''] : []),
  },
  'stores-missing': {
    field: 'stores', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 32 AVG', norms: ['N-36', 'M-01'],
    words: { nl: 'Er staat niet in welk systeem de gegevens staan.', en: 'It doesn’t say in which system the data are.' },
    advice: { nl: 'Noem de systemen, bestanden en archieven.', en: 'Name the systems, files and archives.' },
    finds: (entry) => entry.stores.length === 0,
  },
  'store-scattered': {
    field: 'stores', severity: 'attention', citation: 'art. 5 lid 1 onder f en art. 32 AVG', norms: ['N-36'],
    words: { nl: 'De gegevens staan in een spreadsheet of decentraal bestand.', en: 'The data are in a spreadsheet or decentral file.' },
    advice: { nl: 'Zet ze liever in een centraal systeem. Beperk anders wie erbij kan.', en: 'Preferably put them into a central system. Otherwise limit who can reach them.' },
    finds: (entry) => rowsWhere(entry.stores, ({ name }) => name, ({ kind }) => kind === 'spreadsheet' || kind === 'decentral'),
  },
  'store-unencrypted': {
    field: 'stores', severity: 'serious', citation: 'art. 32 lid 1 onder a AVG', norms: ['N-36', 'M-10'],
    words: { nl: 'Gegevens op een laptop of telefoon zijn niet versleuteld.', en: 'Data on a laptop or phone aren’t encrypted.' },
    advice: { nl: 'Laat het apparaat versleutelen, of haal de gegevens eraf.', en: 'Have the device encrypted, or take the data off it.' },
    finds: (entry) => rowsWhere(entry.stores, ({ name }) => name, ({ is_portable, is_encrypted }) => is_portable === true && is_encrypted !== true),
  },
} as const satisfies Rules

/** Whether text speaks of profiling without denying it (`geen profilering`). A heuristic; people decide. */
export function mentionsProfiling(text: string): boolean {
  const stated = text.replace(/\b(geen|zonder|niet)\s+(\p{L}+\s+)?(profiler\p{L}*|geprofileerd|risico(profiel|score)\p{L}*|scor(es?|ing)|voorspel\p{L}*)/giu, ' ')
  return /profiler(en|ing)|geprofileerd|risico-?profiel|klant-?profiel|gedragsprofiel|risico-?score|risico-?taxatie|kredietscore|\bscor(es|ing)\b|voorspel(len|t|ling|lend|model)/i.test(stated)
}

/** UAVG 23 and 25 to 29 work out the substantial public interest of art. 9 lid 2 onder g AVG. */
const parentIsPublicInterest = (exception: string | null): boolean => exception !== null && ['uavg-23', 'uavg-25', 'uavg-26', 'uavg-27', 'uavg-28', 'uavg-29', 'uavg-30-2'].includes(exception)

/** Signs of a high risk that the entry itself shows (nine criteria of WP248 rev.01; art. 35 lid 3 AVG). */
export function riskSigns(entry: ActivityInput, context: Parameters<typeof hasMark>[0]): number {
  return [
    entry.profiling === true,
    entry.automated_decisions === true,
    entry.tracking === true || entry.camera === true,
    entry.data_categories.some((key) => hasMark(context, 'data-category', key, 'special') || hasMark(context, 'data-category', key, 'criminal')),
    entry.big_data === true,
    entry.subject_categories.some((key) => hasMark(context, 'subject-category', key, 'vulnerable')),
    entry.ai_act_class === 'high' || entry.ai_act_class === 'prohibited',
  ].filter(Boolean).length
}
