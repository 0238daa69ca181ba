// Publication section: which versions stand on the public page, with what changed, and who was told.
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { lines } from '../../register-kit/web/field-value.tsx'
import type { Publication } from './publications.ts'

/** `removeAction` is where a version is taken off, for whoever may. */
export function PublicationSection({ publications, announced, version, publicHref, removeAction }: {
  publications: readonly Publication[]; announced: { people: number; at: Date | null }; version: number; publicHref: string; removeAction?: string
}) {
  return (
    <Section heading={t('Openbaar en bekend', 'Public and known')} id="openbaar">
      {publications.length === 0
        ? <p>{t('Geen versie staat op de openbare pagina.', 'No version is on the public page.')}</p>
        : (
          <>
            <p><Link href={publicHref}>{t('Bekijk de openbare pagina', 'See the public page')}</Link></p>
            <ul class="wb-list">
              {publications.map((one) => (
                <li>
                  {t('Versie', 'Version')} {one.version}, {t('gepubliceerd op', 'published on')} {sayDay(one.publishedOn)}{one.publishedBy && <> {t('door', 'by')} {one.publishedBy}</>}{one.changeNote && <>: <span lang="nl">{lines(one.changeNote)}</span></>}
                  {removeAction && <form method="post" action={removeAction}><input type="hidden" name="version" value={String(one.version)} /><Button look="subtle" small>{t(`Versie ${one.version} weghalen`, `Take version ${one.version} off`)}</Button></form>}
                </li>
              ))}
            </ul>
          </>
        )}
      <p>{announced.at === null
        ? t(`Versie ${version} is nog niet per e-mail bekendgemaakt.`, `Version ${version} hasn’t been announced by e-mail yet.`)
        : t(`Versie ${version} is per e-mail bekendgemaakt aan ${announced.people} mensen, het laatst op ${sayMoment(announced.at)}.`, `Version ${version} was announced by e-mail to ${announced.people} people, last on ${sayMoment(announced.at)}.`)}</p>
    </Section>
  )
}
