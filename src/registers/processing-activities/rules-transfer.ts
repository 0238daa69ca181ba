// Rules on transfers outside the EEA: a country, a safeguard that fits it, and its assessment (art. 44 tot en met 49 AVG).
import { dayAfter } from '../../ground/clock.ts'
import type { RuleTerm } from '../../register-kit/rules.ts'
import type { ActivityInput } from './declaration.ts'
import { hasMark, isFilled, isPolice, isPublicBody, labelOf, type Rule, type Rules } from './rules-shape.ts'

type Context = Parameters<Rule['finds']>[1]
type Transfer = ActivityInput['transfers'][number]

/** Derogations that a public body can't use in the exercise of its powers (art. 49 lid 3 AVG). */
const notForPublicPowers: readonly string[] = ['derogation-consent', 'derogation-contract', 'derogation-third-contract', 'derogation-compelling-interest']

export const transferRules = {
  'transfer-country-missing': {
    field: 'transfers', severity: 'serious', citation: 'art. 30 lid 1 onder e AVG', norms: ['H-65'],
    words: { nl: 'Bij deze doorgifte staat geen land.', en: 'This transfer names no country.' },
    advice: { nl: 'Kies het land, of verwijder de regel.', en: 'Choose the country, or remove the row.' },
    finds: (entry) => entry.transfers.flatMap(({ country, recipient }, index) => country === null ? [isFilled(recipient) ? recipient : `rij ${index + 1}`] : []),
  },
  'transfer-recipient-missing': {
    field: 'transfers', severity: 'attention', citation: 'art. 30 lid 1 onder e AVG', norms: ['H-65'],
    words: { nl: 'Bij deze doorgifte staat niet wie de gegevens krijgt.', en: 'This transfer doesn’t say who gets the data.' },
    advice: { nl: 'Vul de ontvanger in.', en: 'Fill in the recipient.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ recipient }) => !isFilled(recipient)),
  },
  'transfer-unsafeguarded': {
    field: 'transfers', severity: 'serious', citation: 'art. 44 en 46 AVG', norms: ['H-65'],
    words: { nl: 'Voor de doorgifte naar dit land staat geen waarborg.', en: 'There is no safeguard for the transfer to this country.' },
    advice: { nl: 'Kies de waarborg, zoals een adequaatheidsbesluit of modelcontract. Is er geen? Stop de doorgifte.', en: 'Choose the safeguard, such as an adequacy decision or standard clauses. Is there none? Stop the transfer.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument }, country) => !isEea(country) && !isFilled(instrument)),
  },
  'transfer-adequacy-unfounded': {
    field: 'transfers', severity: 'serious', citation: 'art. 45 lid 1 AVG', norms: ['H-65'],
    words: { nl: 'Voor dit land bestaat geen adequaatheidsbesluit.', en: 'There is no adequacy decision for this country.' },
    advice: { nl: 'Kies een andere waarborg, zoals het modelcontract van de Commissie.', en: 'Choose another safeguard, such as the Commission’s standard clauses.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument }, country) => instrument === 'adequacy-decision' && !isEea(country)
      && (!country?.marks.includes('adequate') || (isFilled(country.validFrom) && country.validFrom > context.today))),
  },
  'transfer-adequacy-expired': {
    field: 'transfers', severity: 'serious', citation: 'art. 45 lid 3 en 5 AVG', norms: ['H-65'],
    words: { nl: 'Het adequaatheidsbesluit voor dit land is verlopen.', en: 'The adequacy decision for this country has expired.' },
    advice: { nl: 'Kies een andere waarborg of stop de doorgifte.', en: 'Choose another safeguard or stop the transfer.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument }, country) => instrument === 'adequacy-decision' && hasAdequacy(country) && isFilled(country?.validUntil) && country.validUntil < context.today),
  },
  'transfer-adequacy-expiring': {
    field: 'transfers', severity: 'attention', citation: 'art. 45 lid 3 AVG', norms: ['H-65'],
    words: { nl: 'Het adequaatheidsbesluit voor dit land loopt binnen 90 dagen af.', en: 'The adequacy decision for this country ends within 90 days.' },
    advice: { nl: 'Volg of het besluit wordt verlengd, en houd een andere waarborg klaar.', en: 'Follow whether it is renewed, and keep another safeguard ready.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument }, country) => instrument === 'adequacy-decision' && hasAdequacy(country) && isFilled(country?.validUntil)
      && country.validUntil >= context.today && country.validUntil <= dayAfter(context.today, 'P90D')),
  },
  'transfer-adequacy-partial': {
    field: 'transfers', severity: 'attention', citation: 'art. 45 lid 1 en 3 AVG', norms: ['H-65'],
    words: { nl: 'Het adequaatheidsbesluit geldt in dit land niet voor iedereen.', en: 'In this country the adequacy decision doesn’t cover everyone.' },
    advice: { nl: 'Controleer of uw ontvanger eronder valt, en schrijf dat op. Voor de VS: staat hij op de DPF-lijst?', en: 'Check whether your recipient is covered, and write it down. For the US: is it on the DPF list?' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument, explanation }, country) => instrument === 'adequacy-decision' && (country?.marks.includes('adequacy-partial') ?? false) && !isFilled(explanation)),
  },
  'transfer-adequacy-unused': {
    field: 'transfers', severity: 'attention', citation: 'art. 45 lid 1 AVG', norms: ['H-65'],
    words: { nl: 'Voor dit land geldt een adequaatheidsbesluit, maar u kiest een andere waarborg.', en: 'This country has an adequacy decision, but you choose another safeguard.' },
    advice: { nl: 'Kies “Adequaatheidsbesluit”, of leg uit waarom u iets anders kiest.', en: 'Choose “Adequacy decision”, or explain your choice.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument, explanation }, country) => isFilled(instrument) && instrument !== 'adequacy-decision' && !isFilled(explanation)
      && hasAdequacy(country) && !country?.marks.includes('adequacy-partial') && !(isFilled(country?.validUntil) && country.validUntil < context.today)),
  },
  'transfer-within-eea': {
    field: 'transfers', severity: 'attention', citation: 'art. 44 AVG', norms: ['H-65'],
    words: { nl: 'Dit land ligt binnen de EER: dat is geen doorgifte.', en: 'This country lies within the EEA: that is no transfer.' },
    advice: { nl: 'Zet de ontvanger bij de ontvangers en verwijder deze regel.', en: 'Put the recipient among the recipients and remove this row.' },
    finds: (entry, context) => countriesWhere(entry, context, (_, country) => isEea(country)),
  },
  'transfer-derogation-unexplained': {
    field: 'transfers', severity: 'serious', citation: 'art. 49 lid 1 en 6 AVG', norms: ['H-65'],
    words: { nl: 'U gebruikt een uitzondering voor een bijzonder geval, zonder uitleg.', en: 'You use a derogation for a specific situation, without explanation.' },
    advice: { nl: 'Een uitzondering is voor incidentele gevallen. Leg uit waarom geen andere waarborg kan.', en: 'A derogation is for incidental cases. Explain why no other safeguard is possible.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument, explanation }) => hasMark(context, 'transfer-instrument', instrument, 'derogation') && !isFilled(explanation)),
  },
  'transfer-derogation-public-task': {
    field: 'transfers', severity: 'serious', citation: 'art. 49 lid 3 AVG', norms: ['H-65'],
    words: { nl: 'Een overheid mag deze uitzondering niet gebruiken bij haar publieke taak.', en: 'A public body may not use this derogation for its public task.' },
    advice: { nl: 'Kies een andere waarborg, of een uitzondering die wel voor een overheid geldt.', en: 'Choose another safeguard, or a derogation that is open to public bodies.' },
    finds: (entry, context) => isPublicBody(context) && entry.public_or_private === 'public' && countriesWhere(entry, context, ({ instrument }) => instrument !== null && notForPublicPowers.includes(instrument)),
  },
  'transfer-unassessed': {
    field: 'transfers', severity: 'attention', citation: 'art. 46 lid 1 AVG', norms: ['H-65'],
    words: { nl: 'Er staat niet of de gegevens in dit land echt beschermd zijn.', en: 'It doesn’t say whether the data are really protected in this country.' },
    advice: { nl: 'Doe een toets op het recht van het land (DTIA) en schrijf de uitkomst op.', en: 'Assess the law of the country (transfer impact assessment) and write down the outcome.' },
    finds: (entry, context) => countriesWhere(entry, context, ({ instrument, explanation }, country) => isFilled(instrument) && instrument !== 'adequacy-decision' && !hasMark(context, 'transfer-instrument', instrument, 'derogation')
      && !isEea(country) && !hasAdequacy(country) && !isFilled(explanation)),
  },
  'transfer-suspected': {
    field: 'transfers', severity: 'attention', citation: 'art. 30 lid 1 onder e en art. 44 AVG', norms: ['H-65'],
    words: { nl: 'Deze ontvanger of verwerker lijkt buiten de EER te zitten, maar er staat geen doorgifte.', en: 'This recipient or processor seems to be outside the EEA, but no transfer is listed.' },
    advice: { nl: 'Zoek uit waar de gegevens staan en wie erbij kan. Voeg zo nodig de doorgifte toe.', en: 'Find out where the data are and who can reach them. Add the transfer if need be.' },
    finds: (entry) => entry.transfers.length === 0
      && [...entry.recipients.map(({ name, what }) => ({ name, more: what })), ...entry.processors.map(({ name, service }) => ({ name, more: service }))]
        .filter(({ name, more }) => /\b(Inc|LLC|Corp|Ltd)\b|\b(USA|VS)\b|Verenigde Staten|Amerika|\bIndia\b|\bChina\b|Verenigd Koninkrijk/.test(`${name ?? ''} ${more ?? ''}`))
        .map(({ name, more }) => (name ?? more ?? '').slice(0, 200)),
  },
} as const satisfies Rules

/** Labels of the countries of transfers for which something holds; police data have transfer rules of their own (art. 17a Wpg). */
function countriesWhere(entry: ActivityInput, context: Context, holds: (transfer: Transfer, country: RuleTerm | undefined) => boolean): string[] {
  if (isPolice(entry)) return []
  return entry.transfers.flatMap((transfer) => transfer.country !== null && holds(transfer, context.term('country', transfer.country)) ? [labelOf(context, 'country', transfer.country)] : [])
}

const isEea = (country: RuleTerm | undefined): boolean => country?.marks.includes('eea') ?? false
const hasAdequacy = (country: RuleTerm | undefined): boolean => country?.marks.includes('adequate') ?? false
