// Comments part: the talk about an entry as it stands on the entry's own page, with the form to join in.
import type { Child } from 'hono/jsx'
import { recordAccess } from '../../access-record/record.ts'
import { sayMoment } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form, Section } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { registerIsland } from '../../page-kit/assets.ts'
import { type Collaboration, entryHref, type OpenedEntry } from './book.ts'
import { type Colleague, colleaguesFor } from './colleagues.ts'
import { CommentText } from './comment-text.tsx'
import { type Comment, isOwn, mayChange, mostLetters, readThreads, type Thread } from './comments.ts'
import { markSeen } from './mentions.ts'

registerIsland('mentions', new URL('./islands/mentions.ts', import.meta.url))
/** For `<Page islands>` of a page that holds these comments: offers colleagues after an @. */
export const commentIslands: readonly string[] = ['mentions']

export type TypedComment = { readonly body: string; readonly mentions: readonly string[]; readonly faults: readonly Fault[] }
export const nothingTyped: TypedComment = { body: '', mentions: [], faults: [] }

/** A comment among the texts of a form that was sent when the session was over; whom it was for is chosen again. */
export function typedComment(texts: Readonly<Record<string, string>>): TypedComment {
  return { ...nothingTyped, body: texts.comment ?? '' }
}

export type CommentsProps = {
  readonly threads: readonly Thread[]
  readonly fresh: ReadonlySet<string>
  /** Whom one may ask to look; undefined for who may only read. */
  readonly colleagues: readonly Colleague[] | undefined
  readonly scope: Scope
  /** Address of the comments of this entry. */
  readonly base: string
  readonly typed: TypedComment
}

/** What `<Comments>` shows; from here on the actor has seen what was meant for them. `typed` is what was refused, or sent when the session was over. */
export async function loadComments(scope: Scope, collaboration: Collaboration, entry: OpenedEntry, typed: TypedComment = nothingTyped): Promise<CommentsProps> {
  const threads = await readThreads(scope, collaboration.book.key, entry.id)
  const spoke = threads.flatMap((thread) => [thread, ...thread.answers]).map(({ personId }) => personId).filter((id) => id !== personOf(scope.actor))
  await recordAccess(scope, { name: 'Reacties bekeken', subjects: spoke.map((id) => ({ type: 'person', id })) })
  return {
    threads, fresh: await markSeen(scope, threads), colleagues: collaboration.may(scope, entry, 'comment') ? await colleaguesFor(scope, collaboration, entry) : undefined,
    scope, base: entryHref(scope, collaboration.book, entry.id, '/reacties'), typed,
  }
}

export function Comments(props: CommentsProps) {
  const { threads, colleagues } = props
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const settled = threads.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <Section id="reacties" heading={t('Reacties', 'Comments')}>
      {threads.length === 0 && (
        <EmptyState heading={t('Nog geen reacties', 'No comments yet')} icon="edit">
          <p>{colleagues ? t('Stel hier een vraag of leg iets uit. Noem een collega, dan krijgt die er bericht van.', 'Ask a question or explain something here. Name a colleague and they are told.') : t('Wat collega’s hierover tegen elkaar zeggen, komt hier te staan.', 'What colleagues say to each other about this will stand here.')}</p>
        </EmptyState>
      )}
      {open.length > 0 && <ol class="wb-remarks">{open.map((thread) => <ThreadItem {...props} thread={thread} />)}</ol>}
      {settled.length > 0 && <Details summary={t(`Afgehandeld (${settled.length})`, `Settled (${settled.length})`)}><ol class="wb-remarks">{settled.map((thread) => <ThreadItem {...props} thread={thread} />)}</ol></Details>}
      {colleagues && <CommentForm action={props.base} button={t('Reactie plaatsen', 'Place comment')} label={threads.length === 0 ? t('Uw reactie', 'Your comment') : t('Nieuwe reactie', 'New comment')} {...{ colleagues, typed: props.typed }} />}
    </Section>
  )
}

/** The words, and whom they are meant for. Without JavaScript a colleague is chosen from the list; with it also by typing @. */
export function CommentForm({ action, button, label, colleagues, typed, children }: { action: string; button: string; label: string; colleagues: readonly Colleague[]; typed: TypedComment; children?: Child }) {
  const fault = (at: string) => typed.faults.find((one) => one.at === at)?.message
  return (
    <Form action={action}>
      <wb-mentions data-one={t('1 collega past; kies met Enter', '1 colleague fits; choose by Enter')} data-many={t('collega’s passen; kies met de pijlen en Enter', 'colleagues fit; choose by the arrows and Enter')} data-list={t('Collega’s', 'Colleagues')} data-chosen={t('krijgt hier bericht van', 'will be told of this')}>
        <TextArea name="comment" label={label} rows={3} maxlength={mostLetters} value={typed.body} error={fault('comment')} hint={t('Noem geen namen of andere gegevens van inwoners.', 'Don’t write names or other data of residents.')} />
        {colleagues.length > 0 && (
          <Details summary={t('Wie moet dit zien?', 'Who should see this?')} open={typed.mentions.length > 0 || fault('mentions') !== undefined}>
            <CheckboxGroup name="mentions" label={t('Collega’s die bericht krijgen', 'Colleagues who are told')} optional columns values={typed.mentions} error={fault('mentions')} choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
          </Details>
        )}
      </wb-mentions>
      {children}
      <ButtonGroup><Button look="primary">{button}</Button></ButtonGroup>
    </Form>
  )
}

export function ThreadItem({ thread, ...props }: Omit<CommentsProps, 'typed' | 'threads'> & { thread: Thread; isAlone?: boolean }) {
  return (
    <li id={`reactie-${thread.id}`} tabindex={-1}>
      <Said comment={thread} {...props} thread={thread} />
      {thread.answers.map((answer) => <blockquote class="wb-answer" id={`reactie-${answer.id}`} tabindex={-1}><Said comment={answer} {...props} thread={thread} /></blockquote>)}
    </li>
  )
}

function Said({ comment, thread, fresh, colleagues, scope, base, isAlone }: Omit<CommentsProps, 'typed' | 'threads'> & { comment: Comment; thread: Thread; isAlone?: boolean }) {
  const named = comment.mentioned.filter(({ kind }) => kind === 'named').map(({ name }) => name)
  const href = `${base}/${comment.id}`
  const which = <span class="wb-hidden"> ({t(`reactie van ${comment.by}, ${sayMoment(comment.at)}`, `comment by ${comment.by}, ${sayMoment(comment.at)}`)})</span>
  return (
    <>
      <p>
        <strong>{comment.by}</strong> <span class="wb-subtle"><time datetime={comment.at.toISOString()}>{sayMoment(comment.at)}</time>{comment.changedAt && t(' · gewijzigd', ' · changed')}</span>
        {fresh.has(comment.id) && <> <Badge tone="info">{t('nieuw voor u', 'new to you')}</Badge></>}
      </p>
      {comment.body === null
        ? <p class="wb-subtle"><em>{t('Deze reactie is ingetrokken.', 'This comment was withdrawn.')}</em></p>
        : <p><CommentText text={comment.body} names={named} /></p>}
      {named.length > 0 && <p class="wb-subtle wb-small">{t('Bericht aan', 'Told')}: {named.join(', ')}</p>}
      {comment.earlier.length > 0 && <Details summary={t('Wat er eerst stond', 'What it said before')}>{comment.earlier.map((body) => <p><CommentText text={body} names={[]} /></p>)}</Details>}
      {comment === thread && thread.resolvedAt && <p><Badge tone="positive">{t('afgehandeld', 'settled')}</Badge> <span class="wb-subtle">{thread.resolvedBy}, {sayMoment(thread.resolvedAt)}</span></p>}
      {colleagues && !isAlone && (comment === thread || isOwn(scope, comment)) && (
        <div class="wb-quiet-links wb-inline">
          {comment === thread && (thread.body !== null || thread.answers.length > 0) && <a href={`${href}/antwoord`}>{t('antwoorden', 'answer')}{which}</a>}
          {mayChange(scope, comment) && <a href={`${href}/wijzigen`}>{t('wijzigen', 'change')}{which}</a>}
          {isOwn(scope, comment) && <a href={`${href}/intrekken`}>{t('intrekken', 'withdraw')}{which}</a>}
          {comment === thread && (
            <form method="post" action={`${href}/${thread.resolvedAt ? 'heropenen' : 'afhandelen'}`}>
              <Button look="subtle" small>{thread.resolvedAt ? t('Heropenen', 'Reopen') : t('Afhandelen', 'Settle')}{which}</Button>
            </form>
          )}
        </div>
      )}
    </>
  )
}
