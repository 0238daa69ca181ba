// Fields of a risk framework: how likely, how grave, from which score a risk is high, and how much of it the organisation accepts (art. 24 lid 1 en art. 35 lid 7 onder c AVG; H-55).
import { choice, date, type InputOf, longText, number, reference, rows, text } from '../../register-kit/field-types.ts'

export const registerKey = 'risk-frameworks'

const scale = (example: { nl: string; en: string }) => ({
  level: number('Niveau', 'Level', { least: 1, most: 6 }),
  name: text('Naam', 'Name', { most: 80 }),
  meaning: text('Wat dat betekent', 'What it means', { most: 300, help: example }),
})

export const fields = {
  name: text('Naam', 'Name', { most: 200, aliases: ['naam', 'kader', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  likelihoods: rows('Hoe groot is de kans', 'How likely', ['niveau', 'level'], scale({ nl: 'Bijvoorbeeld: eens per jaar.', en: 'For instance: once a year.' }), { citation: 'art. 35 lid 7 onder c AVG', aliases: ['kans', 'kansschaal'] }),
  impacts: rows('Hoe erg is het voor mensen', 'How grave it is for people', ['niveau', 'level'], scale({ nl: 'Bijvoorbeeld: iemand verliest geld of werk.', en: 'For instance: somebody loses money or work.' }), { citation: 'overweging 75 AVG', aliases: ['impact', 'gevolg', 'impactschaal'] }),
  medium_from: number('Gemiddeld risico vanaf score', 'Medium risk from score', { least: 2, most: 36, help: { nl: 'De score is kans keer gevolg.', en: 'The score is likelihood times impact.' } }),
  high_from: number('Hoog risico vanaf score', 'High risk from score', { least: 2, most: 36 }),
  very_high_from: number('Zeer hoog risico vanaf score', 'Very high risk from score', { least: 2, most: 36 }),
  appetite: choice('Hoogste risico dat u accepteert', 'Highest risk that you accept', { low: ['Laag', 'Low'], medium: ['Gemiddeld', 'Medium'], high: ['Hoog', 'High'] }, {
    help: { nl: 'Blijft een risico na maatregelen hoger dan dit, dan zegt Waarborg dat erbij.', en: 'If a risk stays higher than this after measures, Waarborg says so.' }, aliases: ['risicobereidheid', 'appetite'],
  }),
  appetite_note: longText('Toelichting op de risicobereidheid', 'Note on the appetite', { most: 10_000 }),
  replaces: reference('Komt in de plaats van', 'Takes the place of', registerKey),

  adopted_on: date('Vastgesteld op', 'Adopted on', { citation: 'art. 24 lid 1 AVG', aliases: ['vastgesteld', 'datum vaststelling'] }),
  adopted_by: text('Vastgesteld door', 'Adopted by', { most: 200, help: { nl: 'Meestal het managementteam.', en: 'Mostly the management team.' }, aliases: ['vastgesteld door'] }),
  decision_number: text('Nummer van het besluit', 'Number of the decision', { most: 100 }),

  ciso_checked_on: date('CISO keek het na op', 'Checked by the CISO on', { citation: 'art. 32 lid 1 onder d AVG' }),
  ciso_check: longText('Wat de CISO vond', 'What the CISO found', { most: 10_000 }),
  dpo_checked_on: date('FG keek het na op', 'Checked by the DPO on', { citation: 'art. 39 lid 1 onder b AVG' }),
  dpo_check: longText('Wat de FG vond', 'What the DPO found', { most: 10_000 }),
  reported_on: date('Aan het MT gerapporteerd op', 'Reported to management on'),
  report: longText('Rapport van de CISO aan het MT', 'The CISO’s report to management', { most: 20_000 }),
  isms_place: text('Waar het in het ISMS staat', 'Where it stands in the ISMS', { most: 300 }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const

export type FrameworkInput = InputOf<typeof fields>
