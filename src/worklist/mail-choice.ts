// Mail choice: how often somebody wants an overview of their work by e-mail, and in which language.
import { Invalid } from '../ground/refusals.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { currentLanguage, type Language, languages, t } from '../ground/words.ts'

export const digests = ['none', 'daily', 'weekly'] as const
export type Digest = (typeof digests)[number]
export type MailChoice = { readonly digest: Digest; readonly language: Language }

/** The actor's own; none, in the language of the page, for whoever never chose. */
export async function readMailChoice(scope: Scope): Promise<MailChoice> {
  const row = await scope.tx.selectFrom('mail_choice').select(['digest', 'language']).where('organisation_id', '=', scope.organisation.id).where('person_id', '=', personOf(scope.actor)).executeTakeFirst()
  return { digest: digests.find((one) => one === row?.digest) ?? 'none', language: languages.find((one) => one === row?.language) ?? currentLanguage() }
}

/** @throws Invalid */
export async function keepMailChoice(scope: Scope, typed: { readonly digest: string; readonly language: string }): Promise<void> {
  const digest = digests.find((one) => one === typed.digest)
  const language = languages.find((one) => one === typed.language)
  const me = personOf(scope.actor)
  if (digest === undefined || language === undefined || me === null) {
    throw new Invalid([...(digest ? [] : [{ at: 'digest', message: t('Kies hoe vaak u een overzicht wilt.', 'Choose how often you want an overview.') }]), ...(language ? [] : [{ at: 'language', message: t('Kies een taal.', 'Choose a language.') }])])
  }
  await scope.tx.insertInto('mail_choice').values({ organisation_id: scope.organisation.id, person_id: me, language, digest })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ language, digest })).execute()
}
