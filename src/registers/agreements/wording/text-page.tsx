// Text page: the agreement article by article, with what differs from the standard, its annexes from the registers, and the versions that were made.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderMarkdown } from '../../../documents/markdown.ts'
import type { Block } from '../../../documents/report-shapes.ts'
import { comparedWords, type Piece } from '../../../documents/text-difference.ts'
import { sayMoment } from '../../../ground/clock.ts'
import type { Fault } from '../../../ground/refusals.ts'
import { t } from '../../../ground/words.ts'
import { Alert, StatusBadge } from '../../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../../page-kit/buttons.tsx'
import { Details } from '../../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { TextArea } from '../../../page-kit/inputs.tsx'
import { Table } from '../../../page-kit/table.tsx'
import type { AgreementContent, WordedArticle } from './agreement-document.ts'
import { mostWords, type TextVersion } from './texts.ts'

/** `typed`: an article that came back with faults. `isCurrent`: the last version says what stands here. */
export type TextPageProps = { readonly content: AgreementContent; readonly base: string; readonly versions: readonly TextVersion[]; readonly isCurrent: boolean; readonly mayWrite: boolean; /** Whether the register holds every point that the standard text covers. */ readonly isTicked: boolean; readonly typed?: { readonly key: string; readonly body: string; readonly faults: readonly Fault[] } }

export function TextPage({ content, base, versions, isCurrent, mayWrite, isTicked, typed }: TextPageProps): Child {
  const reworded = content.articles.filter(({ body, standard }) => body !== standard).length
  return (
    <>
      <ErrorSummary faults={typed?.faults ?? []} />
      <p>{reworded === 0 ? t('Alle artikelen zijn gelijk aan de standaard.', 'All articles are the same as the standard.') : t(`${reworded} van de ${content.articles.length} artikelen ${reworded === 1 ? 'wijkt' : 'wijken'} af van de standaard.`, `${reworded} of the ${content.articles.length} articles ${reworded === 1 ? 'differs' : 'differ'} from the standard.`)}</p>
      <ButtonGroup>
        <ButtonLink icon="eye" href={`${base}/concept/pdf`}>{t('Bekijk als pdf', 'Look at it as a PDF')}</ButtonLink>
        <ButtonLink look="subtle" icon="download" download href={`${base}/concept/docx`}>{t('Word-bestand', 'Word file')}</ButtonLink>
        <ButtonLink look="subtle" icon="download" download href={`${base}/concept/odt`}>{t('ODT-bestand', 'ODT file')}</ButtonLink>
        {isCurrent && <ButtonLink look="subtle" href={base.slice(0, base.lastIndexOf('/'))}>{t('Verder bij de overeenkomst', 'On with the agreement')}</ButtonLink>}
      </ButtonGroup>
      {mayWrite && !isCurrent && <form method="post" action={`${base}/versie`}><Button look="primary">{t('Versie maken van deze tekst', 'Make a version of this text')}</Button></form>}
      {mayWrite && reworded === 0 && !isTicked && <form method="post" action={`${base}/punten`}><Button>{t('Aanvinken wat deze tekst regelt', 'Tick what this text covers')}</Button></form>}
      <Versions versions={versions} base={base} />
      {content.articles.map((article, index) => <Article article={article} number={index + 1} base={base} mayWrite={mayWrite} typed={typed?.key === article.key ? typed : undefined} />)}
      <Section heading={t('Bijlagen uit de registers', 'Annexes from the registers')} id="bijlagen" lead={<p>{t('Klopt hier iets niet? Verbeter het bij de verwerker, de verwerking of de overeenkomst zelf.', 'Is something wrong here? Correct it at the processor, the processing activity or the agreement itself.')}</p>}>
        <div class="wb-section" lang="nl">{content.annexes.map((block) => <Annexed block={block} />)}</div>
      </Section>
    </>
  )
}

function Versions({ versions, base }: Pick<TextPageProps, 'versions' | 'base'>): Child {
  if (versions.length === 0) return <Alert tone="info"><p>{t('Er is nog geen versie gemaakt. Alleen een versie gaat naar de verwerker; zij verandert nooit meer.', 'No version was made yet. Only a version goes to the processor; it never changes any more.')}</p></Alert>
  return (
    <Section heading={t('Versies', 'Versions')} id="versies">
      <Table
        caption={t('Versies van de tekst', 'Versions of the text')} captionHidden rows={versions} columns={[
          { key: 'number', header: t('Versie', 'Version'), names: true, cell: ({ number }) => number },
          { key: 'made', header: t('Gemaakt', 'Made'), cell: ({ madeAt, madeBy }) => `${sayMoment(madeAt)}${madeBy === null ? '' : `, ${madeBy}`}` },
          { key: 'digest', header: t('SHA-256 van de pdf', 'SHA-256 of the PDF'), cell: ({ pdfDigest }) => <code class="wb-copy__code">{pdfDigest.toString('hex')}</code> },
          { key: 'files', header: t('Bestanden', 'Files'), cell: ({ number }) => <>{(['pdf', 'docx', 'odt'] as const).map((format) => <><ButtonLink look="subtle" small download href={`${base}/versie/${number}/${format}`}>{format.toUpperCase()}<span class="wb-hidden"> ({t('versie', 'version')} {number})</span></ButtonLink> </>)}</> },
        ]}
      />
    </Section>
  )
}

function Article({ article: { key, heading, body, standard }, number, base, mayWrite, typed }: { article: WordedArticle; number: number; base: string; mayWrite: boolean; typed: TextPageProps['typed'] }): Child {
  const differs = body !== standard
  return (
    <Section heading={<>{t('Artikel', 'Article')} {number}. <span lang="nl">{heading}</span></>} id={`artikel-${key}`} side={<StatusBadge tone={differs ? 'warning' : 'neutral'}>{differs ? t('aangepast', 'reworded') : t('standaard', 'standard')}</StatusBadge>}>
      {differs ? <p class="wb-difference" lang="nl">{comparedWords(standard, body).map((piece) => <PieceShown {...piece} />)}</p> : <div class="wb-text" lang="nl">{raw(withoutIds(renderMarkdown(body, 4, { isNumbered: false }).html))}</div>}
      {mayWrite && (
        <Details summary={t(`Artikel ${number} aanpassen`, `Reword article ${number}`)} open={typed !== undefined}>
          <Form action={`${base}/artikel/${key}`}>
            <TextArea name="body" label={t('Tekst van dit artikel', 'Text of this article')} value={typed?.body ?? body} rows={12} maxlength={mostWords} error={typed?.faults.find(({ at }) => at === 'body')?.message} hint={t('Leeg maken zet de standaardtekst terug.', 'Emptying it puts the standard text back.')} />
            <SubmitBar primary={t('Opslaan', 'Save')} />
          </Form>
        </Details>
      )}
    </Section>
  )
}

function PieceShown({ kind, text }: Piece): Child {
  if (kind === 'same') return <>{text}</>
  return kind === 'added'
    ? <ins class="wb-difference__added"><span class="wb-hidden">{t('erbij: ', 'added: ')}</span><span aria-hidden="true">[+</span>{text}<span aria-hidden="true">+]</span></ins>
    : <del><span class="wb-hidden">{t('weg: ', 'removed: ')}</span><span aria-hidden="true">[−</span>{text}<span aria-hidden="true">−]</span></del>
}

function Annexed({ block }: { block: Block }): Child {
  if (block.kind === 'heading') return <h3 class="utrecht-heading-3">{block.text}</h3>
  if (block.kind === 'text') return <div class="wb-text">{raw(withoutIds(renderMarkdown(block.markdown, 4, { isNumbered: false }).html))}</div>
  if (block.kind === 'table') return <Table caption={block.caption} rows={block.rows} columns={block.head.map((header, index) => ({ key: String(index), header, names: index === 0, cell: (row: readonly string[]) => row[index] }))} />
  return null
}

/** Many texts may stand on one page. */
function withoutIds(html: string): string {
  return html.replace(/(<h[2-6]) id="[^"]*"/g, '$1')
}
