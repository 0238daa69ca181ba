// Agreements part: a processor reads what it agreed with us, takes it away as the very file, and answers on a text that was sent to it (art. 28 lid 3 en 9 AVG; N-40).
import { sql } from 'kysely'
import { sentFile } from '../../case-kit/collection/upload-file.ts'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { Card } from '../../page-kit/document.tsx'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import { TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { type Fields, faultAt } from '../../people/form-input.ts'
import { readAttachment } from '../../register-kit/collaboration/attachments.ts'
import { perform } from '../../register-kit/perform.ts'
import { agreements } from '../../registers/agreements/register.ts'
import { readRounds, type Round } from '../../registers/agreements/rounds.ts'
import { readSigned, type SignedFile } from '../../registers/agreements/signed-files.ts'
import { readPdf } from '../../registers/agreements/wording/texts.ts'
import type { PartnerAsk, PartnerVisit, PortalPart } from './parts.ts'
import { sayDone } from './proposal-form.tsx'

type Shown = { readonly id: string; readonly name: string; readonly number: string | null; readonly status: string; readonly startsOn: string | null; readonly endsOn: string | null; readonly rounds: readonly Round[]; readonly signed: readonly SignedFile[] }

export const agreementsPart: PortalPart = {
  key: 'overeenkomsten', for: 'processors',
  words: { heading: { nl: 'Overeenkomsten', en: 'Agreements' }, lead: { nl: 'Lees en bewaar wat wij hebben afgesproken, en antwoord op een tekst die wij u stuurden.', en: 'Read and keep what we agreed, and answer on a text that we sent you.' } },
  shows: async (scope, visit) => (await agreementsOf(scope, visit)).length > 0,
  waiting: async (scope, visit) => (await agreementsOf(scope, visit)).filter(waits).length,
  routes(door) {
    door.get('', (ask) => draw(ask))
    door.get('/:agreement/tekst/:number', async (ask) => {
      const { id, rounds } = await theirs(ask)
      const number = Number(ask.c.req.param('number'))
      if (!rounds.some(({ textNumber }) => textNumber === number)) throw new NotFound()
      return ask.c.body(new Uint8Array(await readPdf(ask.scope, id, number)), 200, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="verwerkersovereenkomst-versie-${number}.pdf"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    })
    door.get('/:agreement/getekend/:file', async (ask) => {
      const { id, signed } = await theirs(ask)
      const file = ask.c.req.param('file') ?? ''
      if (!signed.some(({ attachmentId, isThere }) => isThere && attachmentId === file)) throw new NotFound()
      return sentFile(ask.place, await readAttachment(ask.scope, agreements.key, id, file))
    })
    door.post('/:agreement', { act: answer, again: (ask, fields, faults) => draw(ask, { agreement: ask.c.req.param('agreement') ?? '', fields, faults }) })
  },
}

/** Several forms may stand on one page, each with fields of its own. */
const fieldOf = ({ id }: Pick<Shown, 'id'>, name: string): string => `${name}-${id}`
const waits = ({ status, rounds }: Shown): boolean => status !== 'ended' && rounds[0] !== undefined && rounds[0].answer === null

/** What binds, and what was ever sent: a draft that stayed with us is ours alone. */
async function agreementsOf(scope: Scope, { partyId }: Pick<PartnerVisit, 'partyId'>): Promise<Shown[]> {
  const { rows } = await sql<Omit<Shown, 'rounds' | 'signed'>>`
    select t.id, t.name, t.number, t.status, t.starts_on as "startsOn", t.ends_on as "endsOn" from processor_agreement t
    where t.organisation_id = ${scope.organisation.id} and t.processor = ${partyId}
      and (t.status = 'active' or exists (select from agreement_round r where r.organisation_id = t.organisation_id and r.agreement_id = t.id))
    order by t.status = 'ended', t.sort_name, t.id limit 50`.execute(scope.tx)
  const shown: Shown[] = []
  for (const row of rows) shown.push({ ...row, rounds: await readRounds(scope, row.id), signed: row.status === 'active' ? await readSigned(scope, row.id) : [] })
  return shown
}

async function theirs({ c, scope, visit }: PartnerAsk): Promise<Shown> {
  const id = c.req.param('agreement') ?? ''
  const found = isId(id) ? (await agreementsOf(scope, visit)).find((one) => one.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

async function answer(ask: PartnerAsk, fields: Fields): Promise<string> {
  const agreement = await theirs(ask)
  if (!waits(agreement)) throw new NotFound()
  const at = (name: string) => fieldOf(agreement, name)
  const [said, by, remarks] = (['answer', 'by', 'remarks'] as const).map((name) => fields.one(at(name)).trim()) as [string, string, string]
  const faults: Fault[] = [
    ...(said === 'agreed' || said === 'remarks' ? [] : [{ at: at('answer'), message: t('Kies uw antwoord.', 'Choose your answer.') }]),
    ...(by === '' ? [{ at: at('by'), message: t('Vul uw naam en functie in.', 'Fill in your name and function.') }] : by.length > 200 ? [{ at: at('by'), message: t('Gebruik hoogstens 200 tekens.', 'Use at most 200 characters.') }] : []),
    ...(said === 'remarks' && remarks === '' ? [{ at: at('remarks'), message: t('Schrijf op wat u anders wilt.', 'Write down what you want otherwise.') }] : remarks.length > 20_000 ? [{ at: at('remarks'), message: t('Gebruik hoogstens 20.000 tekens.', 'Use at most 20,000 characters.') }] : []),
    ...[['by', by], ['remarks', remarks]].flatMap(([name, text]) => text!.includes('\0') ? [{ at: at(name!), message: t('Hier staat een teken dat niet bewaard kan worden.', 'This holds a character that can’t be kept.') }] : []),
  ]
  // A newer text was sent while this one was read: the answer was about the other.
  if (fields.one('round') !== String(agreement.rounds[0]!.number)) faults.push({ at: '', message: t('Er is intussen een andere tekst gestuurd. Lees die eerst.', 'Another text was sent meanwhile. Read that one first.') })
  if (faults.length > 0) throw new Invalid(faults)
  await perform(ask.scope, agreements, 'take_answer', agreement.id, { answer: said, by, remarks: remarks === '' ? null : remarks })
  return `${ask.at}?gedaan=opgeslagen#overeenkomst-${agreement.id}`
}

type Typed = { readonly agreement: string; readonly fields: Fields; readonly faults: readonly Fault[] }

async function draw(ask: PartnerAsk, typed?: Typed): Promise<Response> {
  const done = sayDone(ask)
  return ask.show({
    faults: typed?.faults,
    children: <>{done && <Alert tone="ok"><p>{done}</p></Alert>}<div class="wb-stack">{(await agreementsOf(ask.scope, ask.visit)).map((one) => <Agreement at={ask.at} agreement={one} typed={typed?.agreement === one.id ? typed : undefined} />)}</div></>,
  })
}

function Agreement({ at, agreement, typed }: { at: string; agreement: Shown; typed: Typed | undefined }) {
  const { id, name, number, status, startsOn, endsOn, rounds, signed } = agreement
  const [last] = rounds
  const texts = [...new Set(rounds.flatMap(({ textNumber }) => textNumber ?? []))]
  const field = (of: string) => ({ name: fieldOf(agreement, of), error: typed && faultAt(typed.faults, fieldOf(agreement, of)) })
  const value = (of: string) => typed?.fields.one(fieldOf(agreement, of)) ?? ''
  return (
    <div id={`overeenkomst-${id}`}>
      <Card heading={name}>
        <p>
          <StatusBadge tone={status === 'active' ? 'positive' : waits(agreement) ? 'info' : 'neutral'}>{status === 'active' ? t('van kracht', 'in force') : status === 'ended' ? t('beëindigd', 'ended') : waits(agreement) ? t('wacht op uw antwoord', 'waits for your answer') : t('in voorbereiding', 'in preparation')}</StatusBadge>
          {number !== null && <> {number}</>}{startsOn !== null && <> · {t('vanaf', 'from')} {sayDay(startsOn)}</>}{endsOn !== null && <> {t('tot en met', 'until')} {sayDay(endsOn)}</>}
        </p>
        {texts.length + signed.length > 0 && (
          <ul class="wb-list">
            {signed.filter(({ isThere }) => isThere).map((one) => <li><Link href={`${at}/${id}/getekend/${one.attachmentId}`}>{t('Getekend exemplaar', 'Signed copy')}: {one.name}</Link></li>)}
            {texts.map((text) => <li><Link href={`${at}/${id}/tekst/${text}`}>{t(`Versie ${text} van de tekst (pdf)`, `Version ${text} of the text (PDF)`)}</Link></li>)}
          </ul>
        )}
        {last?.note && <p><strong>{t('Bij deze tekst', 'With this text')}:</strong> {last.note}</p>}
        {last && last.answer !== null && <p>{t('U antwoordde op', 'You answered on')} {sayMoment(last.answeredAt!)}: {last.answer === 'agreed' ? t('akkoord', 'agreed') : t('opmerkingen', 'remarks')}.{last.remarks && <><br />{last.remarks}</>}</p>}
        {waits(agreement) && (
          <Form action={`${at}/${id}`} hidden={{ round: String(last!.number) }}>
            <RadioGroup {...field('answer')} label={t('Uw antwoord', 'Your answer')} value={value('answer')} choices={[{ value: 'agreed', label: t('Wij zijn akkoord met deze tekst', 'We agree to this text') }, { value: 'remarks', label: t('Wij willen iets anders', 'We want something otherwise') }]} />
            <TextInput {...field('by')} label={t('Uw naam en functie', 'Your name and function')} value={value('by')} maxlength={200} />
            <TextArea {...field('remarks')} label={t('Opmerkingen', 'Remarks')} optional value={value('remarks')} rows={6} maxlength={20_000} hint={t('Noem het artikel erbij. Akkoord geven is nog niet tekenen.', 'Name the article. Agreeing isn’t signing yet.')} />
            <SubmitBar primary={t('Antwoord sturen', 'Send the answer')} />
          </Form>
        )}
      </Card>
    </div>
  )
}
