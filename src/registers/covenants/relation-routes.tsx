// Relation routes: `/relatiewijzer`, a few questions that lead to the right document, with the answers kept with the entry that is made (N-17).
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextInput } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Register } from '../../register-kit/register.ts'
import { showPage, textEntries, type Visit } from '../../register-kit/web/visit.tsx'
import { agreements } from '../agreements/register.ts'
import { disclosures } from '../disclosures/register.ts'
import { covenants } from './register.ts'
import { type Answers, type Outcome, type Question, questions, type Relation, relationOf } from './relation-help.ts'

/** What each relation asks: how it is called, what it needs, and the entries that can be made of it. */
const relations: Readonly<Record<Relation, { readonly heading: Words; readonly needs: Words; readonly makes: readonly ('joint' | 'covenant' | 'agreement' | 'disclosure')[] }>> = {
  none: { heading: { nl: 'Geen persoonsgegevens', en: 'No personal data' }, needs: { nl: 'U hoeft voor de AVG niets vast te leggen.', en: 'You needn’t record anything for the GDPR.' }, makes: [] },
  internal: { heading: { nl: 'Binnen uw organisatie', en: 'Within your organisation' }, needs: { nl: 'Zorg dat de verwerking in het register staat.', en: 'See that the processing activity is in the register.' }, makes: [] },
  joint: { heading: { nl: 'Gezamenlijk verantwoordelijk', en: 'Joint controllers' }, needs: { nl: 'Maak een onderlinge regeling en maak de kern ervan openbaar. Doe eerst de pre-DPIA.', en: 'Make an arrangement and make its essence public. Do the pre-DPIA first.' }, makes: ['joint'] },
  processor: { heading: { nl: 'Verwerker', en: 'Processor' }, needs: { nl: 'Sluit een verwerkersovereenkomst.', en: 'Conclude a processor agreement.' }, makes: ['agreement'] },
  disclosure: { heading: { nl: 'Verstrekking aan een andere verantwoordelijke', en: 'Disclosure to another controller' }, needs: { nl: 'Leg het verzoek vast met zes punten, toets uw eigen grondslag en besluit. Werkt u vaak samen? Maak dan ook een convenant.', en: 'Record the request with six items, test your own basis and decide. Do you cooperate often? Then make a covenant too.' }, makes: ['disclosure', 'covenant'] },
  we_process: { heading: { nl: 'U bent zelf de verwerker', en: 'You are the processor' }, needs: { nl: 'De ander sluit met u een verwerkersovereenkomst. Leg de verwerking vast als verwerker.', en: 'The other concludes a processor agreement with you. Record the processing activity as a processor.' }, makes: [] },
}
type Made = (typeof relations)[Relation]['makes'][number]
const entryWords: Readonly<Record<Made, Words>> = {
  joint: { nl: 'Regeling maken', en: 'Make the arrangement' }, covenant: { nl: 'Convenant maken', en: 'Make a covenant' }, agreement: { nl: 'Verwerkersovereenkomst maken', en: 'Make a processor agreement' }, disclosure: { nl: 'Verstrekking vastleggen', en: 'Record a disclosure' },
}
const registers: Readonly<Record<Made, Register>> = { joint: covenants, covenant: covenants, agreement: agreements, disclosure: disclosures }

export function relationHelpRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/relatiewijzer', (c) => scopeOf(c, house, (scope) => page(c, scope, answersIn(c.req.query()), {}, [])))
  app.post('/relatiewijzer', async (c) => {
    const typed = Object.fromEntries(await textEntries(c))
    const answers = answersIn(typed)
    try {
      const made = await scopeOf(c, house, (scope) => make(scope, answers, typed))
      return c.redirect(`/${c.get('who').organisation.slug}/${made.register.path}/${made.id}?gedaan=create`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, (scope) => page(c, scope, answers, typed, error.faults))
    }
  })

  async function page(c: Visit, scope: Scope, answers: Answers, typed: Readonly<Record<string, string>>, faults: readonly Fault[]) {
    const { slug } = scope.organisation
    const found = relationOf(answers)
    const isBegun = Object.keys(answers).length > 0
    const departments = await scope.tx.selectFrom('department').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).orderBy('name').execute()
    return showPage(c, house, covenants, {
      heading: t('Relatiewijzer', 'Relation help'), narrow: true, failed: faults.length > 0,
      lead: <p>{t('Deelt u gegevens met een ander? Deze vragen zeggen welke afspraak u nodig hebt.', 'Do you share data with somebody else? These questions tell which arrangement you need.')}</p>,
      children: (
        <>
          {isBegun && ('relation' in found ? <Shown found={found} /> : <Alert tone="info" heading={t('Nog niet duidelijk', 'Not clear yet')}><p>{t('Beantwoord ook', 'Answer as well')}: {found.open.map((key) => say(questions.find((one) => one.key === key)!.words)).join(' ')}</p></Alert>)}
          {'relation' in found && relations[found.relation].makes.length > 0 && (
            <Section id="vastleggen" heading={t('Vastleggen', 'Record it')} lead={t('Uw antwoorden blijven erbij staan.', 'Your answers are kept with it.')}>
              <Form action={`/${slug}/relatiewijzer`} hidden={{ ...answers } as Record<string, string>} defaultAction={relations[found.relation].makes[0]}>
                <ErrorSummary faults={faults} />
                <TextInput name="name" label={t('Waar gaat het over', 'What it is about')} value={typed.name} maxlength={200} error={faults.find(({ at }) => at === 'name')?.message} hint={t('Zonder namen van mensen.', 'Without names of people.')} />
                <TextInput name="partner" label={t('Andere organisatie', 'Other organisation')} value={typed.partner} maxlength={200} error={faults.find(({ at }) => at === 'partner')?.message} />
                <Select name="department" label={t('Afdeling', 'Department')} value={typed.department} choices={departments.map(({ id, name }) => ({ value: id, label: name, lang: 'nl' as const }))} error={faults.find(({ at }) => at === 'department')?.message} />
                <SubmitBar
                  primary={say(entryWords[relations[found.relation].makes[0]!])} primaryAction={relations[found.relation].makes[0]!}
                  {...otherWay(found.relation)}
                />
              </Form>
            </Section>
          )}
          {isBegun && 'relation' in found && found.relation === 'we_process' && <ButtonLink href={`/${slug}/verwerkingen/nieuw`}>{t('Nieuwe verwerking', 'New processing activity')}</ButtonLink>}
          <Section id="vragen" heading={t('De vragen', 'The questions')}>
            <Form action={`/${slug}/relatiewijzer`} method="get">
              {questions.map(({ key, words, hint, answers: of }) => <RadioGroup name={key} label={say(words)} hint={say(hint)} value={answers[key]} choices={of.map((one) => ({ value: one.key, label: say(one.words) }))} inline={of.length === 2} />)}
              <SubmitBar primary={t('Toon de uitkomst', 'Show the outcome')} cancel={{ words: t('Opnieuw', 'Start again'), href: `/${slug}/relatiewijzer` }} />
            </Form>
          </Section>
          <p class="wb-subtle">{t('De uitkomst helpt bij de keuze; de feiten beslissen. Twijfelt u? Vraag de FG of de privacy officer.', 'The outcome helps to choose; the facts decide. In doubt? Ask the DPO or the privacy officer.')} <Link href={`/${slug}/convenanten`}>{t('Convenanten en regelingen', 'Covenants and arrangements')}</Link> · <Link href={`/${slug}/verstrekkingen`}>{t('Verstrekkingen', 'Disclosures')}</Link></p>
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  return app
}

/** A second entry that may be made instead. */
function otherWay(relation: Relation): { secondary?: string; secondaryAction?: string } {
  const second = relations[relation].makes[1]
  return second === undefined ? {} : { secondary: say(entryWords[second]), secondaryAction: second }
}

function Shown({ found }: { found: Outcome }) {
  const { heading, needs } = relations[found.relation]
  return (
    <Alert tone="ok" heading={say(heading)}>
      {found.reasons.map((reason) => <p>{say(reason)} <span class="wb-subtle">({sayCitation(found.citation)})</span></p>)}
      <p>{say(needs)}</p>
      <ul class="wb-list">{found.doubts.map((doubt) => <li>{say(doubt)}</li>)}</ul>
    </Alert>
  )
}

/** The known answers among what an address or a form says. */
function answersIn(given: Readonly<Record<string, string | undefined>>): Answers {
  return Object.fromEntries(questions.flatMap(({ key, answers }) => (answers.some((one) => one.key === given[key]) ? [[key, given[key]] as [Question, string]] : [])))
}

/** The entry that the outcome asks for, with the answers in it. @throws Invalid, NotAllowed */
async function make(scope: Scope, answers: Answers, { name = '', partner = '', department = '', _action = '' }: Readonly<Record<string, string>>): Promise<{ register: Register; id: string }> {
  const found = relationOf(answers)
  const wanted = 'relation' in found ? relations[found.relation].makes.find((made) => made === _action) : undefined
  if (!('relation' in found) || !wanted) throw new Invalid([{ at: '', message: t('Beantwoord eerst de vragen; dan is duidelijk wat u nodig hebt.', 'Answer the questions first; then it is clear what you need.') }])
  const faults: Fault[] = []
  if (name.trim() === '' || name.trim().length > 200) faults.push({ at: 'name', message: t('Vul in waar het over gaat, in hoogstens 200 tekens.', 'Fill in what it is about, in 200 characters at most.') })
  if (partner.trim() === '' || partner.trim().length > 200) faults.push({ at: 'partner', message: t('Noem de andere organisatie, in hoogstens 200 tekens.', 'Name the other organisation, in 200 characters at most.') })
  const ours = department === '' ? [] : await scope.tx.selectFrom('department').select('id').where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).execute()
  if (department !== '' && !ours.some(({ id }) => id === department)) faults.push({ at: 'department', message: t('Kies een afdeling uit de lijst.', 'Choose a department from the list.') })
  if (faults.length > 0) throw new Invalid(faults)
  const kept = { name: name.trim(), department: department || null }
  const relation = keptAnswers(scope, answers, found)
  const register = registers[wanted]
  const input = wanted === 'agreement' ? { ...emptyInput(agreements.fields), ...kept, note: `${t('Andere partij', 'Other party')}: ${partner.trim()}\n\n${relation}` }
    : wanted === 'disclosure' ? { ...emptyInput(disclosures.fields), ...kept, recipient: partner.trim(), relation, asked_on: dayOf(scope.now) }
      : { ...emptyInput(covenants.fields), ...kept, kind: wanted, partners: [{ organisation: partner.trim(), role: wanted === 'joint' ? 'joint' : 'own', contact: null, signed_on: null }], relation }
  return { register, id: await createEntry(scope, register, input) }
}

/** Questions, answers and outcome as a text that stays with the entry. */
function keptAnswers(scope: Scope, answers: Answers, { relation, reasons, citation }: Outcome): string {
  const lines = questions.flatMap(({ key, words, answers: of }) => {
    const given = of.find((one) => one.key === answers[key])
    return given ? [`${say(words)} ${say(given.words)}.`] : []
  })
  return [`${t('Relatiewijzer', 'Relation help')}, ${sayDay(dayOf(scope.now))}`, ...lines, `${say(relations[relation].heading)}: ${reasons.map((reason) => say(reason)).join(' ')} (${sayCitation(citation)})`].join('\n')
}
