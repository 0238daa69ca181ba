// Theme section: the form of the house style: colour, logo and letterhead, and the way back to neutral.
import type { Child } from 'hono/jsx'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Button } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput, TextInput } from '../../page-kit/inputs.tsx'
import { digestOf, type Theme } from '../../people/house-styles.ts'
import { themeWords, type TypedTheme } from './theme.ts'

export type ThemeSectionProps = { action: string; logoHref: string; theme: Theme; typed?: TypedTheme; faults: readonly Fault[] }

export function ThemeSection({ action, logoHref, theme, typed, faults }: ThemeSectionProps): Child {
  const error = (name: string) => faults.find(({ at }) => at === name)?.message
  const isNeutral = theme.accent === null && theme.logo === null && theme.letterhead === null
  return (
    <Section
      heading={t('Huisstijl', 'House style')} id="huisstijl"
      lead={<p>{t('Zo zien uw pagina’s, uw inlogpagina en uw openbare register eruit. Waarborg zorgt dat alles leesbaar blijft, ook in donkere kleuren.',
        'This is what your pages, your sign-in page and your public register look like. Waarborg keeps everything readable, in dark colours too.')}</p>}
    >
      <Form action={action} hidden={{ seen: typed?.seen || digestOf(theme), ...(typed?.keptId ? { kept: typed.keptId } : {}) }} files guard>
        <TextInput
          name="accent" label={say(themeWords.accent)} optional width="short" maxlength={20} value={typed?.accent ?? theme.accent ?? ''} error={error('accent')} placeholder="#15538a"
          hint={t('Een # met zes tekens. Op wit moet het contrast ten minste 4,5 : 1 zijn. Leeg is de kleur van Waarborg.', 'A # with six characters. The contrast on white must be at least 4.5 : 1. Empty is Waarborg’s own colour.')}
        />
        <FileInput
          name="logo" label={say(themeWords.logo)} optional accept=".png,.jpg,.jpeg,.webp" limit="200 kB" error={error('logo')}
          hint={t('PNG, JPEG of WebP, liefst met een witte of doorzichtige achtergrond.', 'PNG, JPEG or WebP, preferably on a white or transparent ground.')}
          after={theme.logo !== null && <img class="wb-logo" src={logoHref} alt={t('Het logo dat er nu staat', 'The logo as it is now')} />}
        />
        {theme.logo !== null && <Checkbox name="logo_remove" label={t('Logo weghalen', 'Take the logo away')} checked={typed?.removeLogo} />}
        <TextInput
          name="letterhead" label={say(themeWords.letterhead)} optional maxlength={120} value={typed?.letterhead ?? theme.letterhead ?? ''} error={error('letterhead')}
          hint={t('Staat boven elke bladzijde die u afdrukt.', 'Stands above each page that you print.')}
        />
        <SubmitBar primary={t('Huisstijl opslaan', 'Save the house style')} />
      </Form>
      {!isNeutral && <form method="post" action={`${action}/neutraal`}><Button look="subtle" icon="history">{t('Terug naar neutraal', 'Back to neutral')}</Button></form>}
    </Section>
  )
}

/** A change of the theme as the history says it; nothing for a field of something else. */
export function sayThemeChange(field: string, before: unknown, after: unknown): { field: string; before: string; after: string }[] {
  if (!Object.hasOwn(themeWords, field)) return []
  const said = (value: unknown) => value === null || value === undefined ? '' : field === 'logo' ? t('plaatje', 'picture') : String(value)
  return [{ field: say(themeWords[field as keyof Theme]), before: said(before), after: said(after) }]
}
