// The public sites of the demo world: each organisation's own texts, what it states on accessibility, and the privacy statements it published; all of it invented.
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { changeSite, readSite, type SiteSettings } from '../public-site/site-settings.ts'
import { publishStatement } from '../public-site/statements.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry } from '../register-kit/perform.ts'
import type { PublicText } from '../registers/public-texts/declaration.ts'
import { publicTexts } from '../registers/public-texts/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

type Sketch = { readonly texts: readonly Partial<PublicText>[]; readonly settings?: (day: (days: number) => string) => Partial<SiteSettings>; /** Something was written after the last publication. */ readonly unpublished?: Partial<PublicText> }

const welcome = (who: string, who_en: string): Partial<PublicText> => ({
  name: 'Welkom', name_en: 'Welcome', place: 'introduction', rank: 1,
  text: `${who} gaat zorgvuldig om met uw gegevens. Hier leest u wat wij doen, waarom dat mag en wat u ons kunt vragen.\n\nSnapt u iets niet? **Bel of mail ons gerust.**`,
  text_en: `${who_en} handles your data with care. Here you read what we do, why that is allowed and what you can ask us.\n\nIs something unclear? **Feel free to call or mail us.**`,
})
const newsletter: Partial<PublicText> = {
  name: 'Onze nieuwsbrief', name_en: 'Our newsletter', place: 'section', rank: 20, text: 'U krijgt de nieuwsbrief alleen als u zich aanmeldt. Onderaan elke nieuwsbrief staat een link om u af te melden. Wij houden niet bij of u hem opent.', text_en: 'You only get the newsletter if you sign up. At the foot of each one is a link to sign off. We don’t keep whether you open it.',
}
const cameras: Partial<PublicText> = {
  name: 'Camera’s in het gemeentehuis', name_en: 'Cameras in the town hall', place: 'section', rank: 10, text: 'In de hal en bij de fietsenstalling hangen camera’s. Bij de ingang hangt een bord.\n\n- Wij bewaren beelden hooguit vier weken.\n- Alleen de beveiliger kijkt ze terug, als er iets is gebeurd.',
  text_en: 'There are cameras in the hall and at the bicycle shed. A sign hangs at the entrance.\n\n- We keep images for four weeks at most.\n- Only the security guard looks back, if something happened.',
}

const sketches: Readonly<Record<string, Sketch>> = {
  'duinrade': { texts: [welcome('Gemeente Duinrade', 'The municipality of Duinrade'), cameras, newsletter], settings: (day) => ({ audit_planned_on: day(75), accessibility_contact: 'toegankelijk@duinrade.example', signed_by: 'Gemeentesecretaris', known_issues: 'De plattegrond van gegevensstromen is met een schermlezer alleen als lijst te lezen.', known_issues_en: 'With a screen reader the map of data flows can be read as a list only.', security_contact: 'mailto:beveiliging@duinrade.example', security_until: day(300) }) },
  'lekhoven': {
    texts: [welcome('Gemeente Lekhoven', 'The municipality of Lekhoven'), cameras], unpublished: { name: 'Drones bij hoogwater', place: 'section', rank: 30, text: 'Bij hoogwater maken wij beelden van de dijk. Mensen maken wij onherkenbaar.' },
    settings: (day) => ({ audited_on: day(-200), audited_by: 'Bureau Drempelvrij (verzonnen)', meets_all: false, known_issues: 'Enkele oudere besluiten in pdf zijn niet goed voor te lezen.', known_issues_en: 'Some older decisions in PDF can’t be read aloud well.', signed_by: 'Directeur bedrijfsvoering' }),
  },
  'ict-maasdal': { texts: [welcome('ICT Maasdal', 'ICT Maasdal')] },
  'ict-westerwaard': { texts: [welcome('ICT Westerwaard', 'ICT Westerwaard')] },
  'postwijzer': { texts: [welcome('Postwijzer', 'Postwijzer'), newsletter] },
}

/** Publishes twice, the last time a day before the scope's `now`: once out of the register alone, once with the own texts and what must be told at a form. */
export async function playPublicSite(scope: Scope, demo: DemoOrganisation, { actorFor }: Settled): Promise<void> {
  const sketch = sketches[demo.slug]
  if (!sketch) return
  const then = (daysAgo: number): Scope => ({ ...scope, now: new Date(scope.now.getTime() - daysAgo * 86_400_000), actor: actorFor('officer', demo.departments[0]!.name) })
  const day = (days: number) => dayAfter(dayOf(scope.now), `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)
  await publishStatement(then(3), null)
  for (const text of [...sketch.texts, ...await besideOf(scope)]) await createEntry(then(2), publicTexts, { ...emptyInput(publicTexts.fields), ...text })
  await publishStatement(then(1), 'Met onze eigen teksten, en bij meer taken of u gegevens moet geven.')
  if (sketch.unpublished) await createEntry(then(0), publicTexts, { ...emptyInput(publicTexts.fields), ...sketch.unpublished })
  if (sketch.settings) await changeSite(then(0), { ...(await readSite(scope)).settings, ...sketch.settings(day) }, 0)
}

/** What is told where data are asked for, for the tasks that most people meet. */
async function besideOf(scope: Scope): Promise<Partial<PublicText>[]> {
  const rows = await scope.tx.selectFrom('processing_activity').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('status', '=', 'active').where('is_published', '=', true).where('role', '<>', 'processor').orderBy('sort_name').limit(4).execute()
  return rows.map(({ id, name }, index) => ({
    name: name ?? '', place: 'processing', processing: id, provision: index % 2 === 0 ? 'needed' : 'voluntary',
    ...(index % 2 === 0 ? { consequence: 'Wij kunnen uw aanvraag of vraag dan niet behandelen.', consequence_en: 'We can’t deal with your application or question then.' } : {}),
  }))
}
