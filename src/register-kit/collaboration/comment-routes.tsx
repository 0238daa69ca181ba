// Comment routes: placing, answering, changing, withdrawing and settling what is said about an entry; each form works by itself, without JavaScript.
import { Hono } from 'hono'
import { Invalid, NotAllowed, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Confirm, ErrorSummary } from '../../page-kit/form.tsx'
import { TextArea } from '../../page-kit/inputs.tsx'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { type Collaboration, entryHref, type OpenedEntry } from './book.ts'
import { CommentForm, commentIslands, Comments, loadComments, nothingTyped, ThreadItem, type TypedComment } from './comments-part.tsx'
import { addComment, changeComment, changeMinutes, type Comment, isOwn, mayChange, mostLetters, readThread, settleThread, type Thread, withdrawComment } from './comments.ts'
import { acceptMentions, addMentions } from './mentions.ts'
import { type Failing, idIn, readForm, showPage, trail, type Visit } from './visit.tsx'

/** Pages under `/:slug/<register>`; `withScope` has run before. */
export function commentRoutes(house: House, collaboration: Collaboration): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { book } = collaboration
  const back = (c: Visit, scope: Scope, entryId: string, commentId?: string) => c.redirect(`${entryHref(scope, book, entryId)}#${commentId ? `reactie-${commentId}` : 'reacties'}`, 303)
  const onEntry = <T,>(c: Visit, work: (scope: Scope, entry: OpenedEntry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await collaboration.open(scope, idIn(c, 'id'))))
  const asTalker = <T,>(c: Visit, work: (scope: Scope, entry: OpenedEntry) => Promise<T>) => onEntry(c, async (scope, entry) => {
    if (!collaboration.may(scope, entry, 'comment')) throw new NotAllowed(t('U kunt hier meelezen, maar niet reageren.', 'You can read here, but not comment.'))
    return work(scope, entry)
  })
  const onComment = <T,>(c: Visit, work: (scope: Scope, entry: OpenedEntry, found: { thread: Thread; comment: Comment }) => Promise<T>) =>
    asTalker(c, async (scope, entry) => work(scope, entry, await readThread(scope, book.key, entry.id, idIn(c, 'comment'))))

  app.get('/:id/reacties', (c) => onEntry(c, (scope, entry) => showAll(c, scope, entry, nothingTyped)))
  app.post('/:id/reacties', async (c) => {
    const typed = await typedIn(c)
    try {
      return await asTalker(c, async (scope, entry) => back(c, scope, entry.id, await place(scope, entry, typed, undefined)))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onEntry(c, (scope, entry) => showAll(c, scope, entry, { ...typed, faults: error.faults }, 400))
    }
  })

  app.get('/:id/reacties/:comment/antwoord', (c) => onComment(c, (scope, entry, { thread }) => showAnswer(c, scope, entry, thread, nothingTyped)))
  app.post('/:id/reacties/:comment/antwoord', async (c) => {
    const typed = await typedIn(c)
    try {
      return await onComment(c, async (scope, entry, { thread }) => back(c, scope, entry.id, await place(scope, entry, typed, thread)))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onComment(c, (scope, entry, { thread }) => showAnswer(c, scope, entry, thread, { ...typed, faults: error.faults }, 400))
    }
  })

  app.get('/:id/reacties/:comment/wijzigen', (c) => onComment(c, async (scope, entry, { comment }) => {
    if (!isOwn(scope, comment)) throw new NotAllowed(t('U kunt alleen uw eigen reactie wijzigen.', 'You can change your own comment only.'))
    if (!mayChange(scope, comment)) throw new Refused(t(`Een reactie is tot ${changeMinutes} minuten na het plaatsen te wijzigen. Plaats een antwoord, of trek deze reactie in.`, `A comment can be changed up to ${changeMinutes} minutes after it was placed. Answer it, or withdraw it.`))
    return showChange(c, scope, entry, comment, { ...nothingTyped, body: comment.body ?? '' })
  }))
  app.post('/:id/reacties/:comment/wijzigen', async (c) => {
    const typed = await typedIn(c)
    try {
      return await onComment(c, async (scope, entry, { comment }) => {
        await changeComment(scope, comment, typed.body)
        return back(c, scope, entry.id, comment.id)
      })
    } catch (error) {
      // Whoever is a minute late keeps what was typed.
      const faults = error instanceof Invalid ? error.faults : error instanceof Refused ? [{ at: 'comment', message: error.message }] : undefined
      if (!faults) throw error
      return onComment(c, (scope, entry, { comment }) => showChange(c, scope, entry, comment, { ...typed, faults }, error instanceof Refused ? 409 : 400))
    }
  })

  app.get('/:id/reacties/:comment/intrekken', (c) => onComment(c, async (scope, entry, { thread, comment }) => {
    if (!isOwn(scope, comment)) throw new NotAllowed(t('U kunt alleen uw eigen reactie intrekken.', 'You can withdraw your own comment only.'))
    const { threads: _all, typed: _typed, ...shown } = await loadComments(scope, collaboration, entry)
    return showPage(c, house, {
      heading: t('Reactie intrekken', 'Withdraw comment'), crumbs: trail(scope, book, entry), narrow: true,
      children: (
        <>
          <ol class="wb-remarks"><ThreadItem {...shown} thread={{ ...thread, ...comment, answers: [] }} isAlone /></ol>
          <Confirm
            action={`${shown.base}/${comment.id}/intrekken`} button={t('Intrekken', 'Withdraw')} danger cancel={{ words: t('Annuleren', 'Cancel'), href: entryHref(scope, book, entry.id, '#reacties') }}
            consequences={[t('Uw woorden worden gewist, ook wat er eerst stond.', 'Your words are erased, also what they were before.'), t('Er blijft staan dat u een reactie hebt ingetrokken. Antwoorden van anderen blijven.', 'That you withdrew a comment stays. Answers of others stay.')]}
          />
        </>
      ),
    })
  }))
  app.post('/:id/reacties/:comment/intrekken', (c) => onComment(c, async (scope, entry, { comment }) => {
    await withdrawComment(scope, book.key, entry.id, comment)
    return back(c, scope, entry.id, comment.id)
  }))

  for (const [path, isSettled] of [['afhandelen', true], ['heropenen', false]] as const) {
    app.post(`/:id/reacties/:comment/${path}`, (c) => onComment(c, async (scope, entry, { thread }) => {
      await settleThread(scope, thread, isSettled)
      return back(c, scope, entry.id, isSettled ? undefined : thread.id)
    }))
  }
  return app

  async function place(scope: Scope, entry: OpenedEntry, typed: TypedComment, thread: Thread | undefined): Promise<string> {
    const id = await addComment(scope, book.key, entry.id, { body: typed.body, parentId: thread?.id ?? null })
    await addMentions(scope, id, await acceptMentions(scope, collaboration, entry, typed.body, typed.mentions), thread)
    // A thread that is answered isn't settled any more.
    if (thread) await settleThread(scope, thread, false)
    return id
  }

  async function showAll(c: Visit, scope: Scope, entry: OpenedEntry, typed: TypedComment, status: Failing = 200) {
    return showPage(c, house, {
      heading: entry.title, crumbs: trail(scope, book, entry), islands: commentIslands,
      children: <><ErrorSummary faults={typed.faults} /><Comments {...await loadComments(scope, collaboration, entry, typed)} /></>,
    }, status)
  }

  async function showAnswer(c: Visit, scope: Scope, entry: OpenedEntry, thread: Thread, typed: TypedComment, status: Failing = 200) {
    const { threads: _all, typed: _typed, ...shown } = await loadComments(scope, collaboration, entry)
    return showPage(c, house, {
      heading: t('Antwoorden', 'Answer'), crumbs: trail(scope, book, entry), narrow: true, islands: commentIslands,
      children: (
        <>
          <ErrorSummary faults={typed.faults} />
          <ol class="wb-remarks"><ThreadItem {...shown} thread={thread} isAlone /></ol>
          <CommentForm action={`${shown.base}/${thread.id}/antwoord`} button={t('Antwoord plaatsen', 'Place answer')} label={t('Uw antwoord', 'Your answer')} colleagues={shown.colleagues ?? []} typed={typed} />
        </>
      ),
    }, status)
  }

  async function showChange(c: Visit, scope: Scope, entry: OpenedEntry, comment: Comment, typed: TypedComment, status: Failing = 200) {
    return showPage(c, house, {
      heading: t('Reactie wijzigen', 'Change comment'), crumbs: trail(scope, book, entry), narrow: true,
      lead: <p>{t(`Dit kan tot ${changeMinutes} minuten na het plaatsen. Wat er eerst stond, blijft te lezen.`, `This is possible up to ${changeMinutes} minutes after placing it. What it said before stays readable.`)}</p>,
      children: (
        <>
          <ErrorSummary faults={typed.faults} />
          <Form action={entryHref(scope, book, entry.id, `/reacties/${comment.id}/wijzigen`)}>
            <TextArea name="comment" label={t('Uw reactie', 'Your comment')} rows={5} maxlength={mostLetters} value={typed.body} error={typed.faults.find(({ at }) => at === 'comment')?.message} hint={t('Noem geen namen of andere gegevens van inwoners.', 'Don’t write names or other data of residents.')} />
            <SubmitBar primary={t('Opslaan', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: entryHref(scope, book, entry.id, `#reactie-${comment.id}`) }} />
          </Form>
        </>
      ),
    }, status)
  }
}

async function typedIn(c: Visit): Promise<TypedComment> {
  const form = await readForm(c)
  return { body: form.one('comment'), mentions: form.all('mentions'), faults: [] }
}
