// Profile view: a policy profile as people read it: what it is, its terms beside the ceilings of the law, and its norms in the chapters of the policy.
import type { Child } from 'hono/jsx'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { DescriptionList, ValueList, WithContents } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { ceilings } from '../../policy/ceilings.ts'
import { partsOf } from '../../policy/evidence.ts'
import { parameterWords, sayParameter, sayTerm } from '../../policy/parameter-words.ts'
import { parameterNames } from '../../policy/profile.ts'
import type { Norm, ParameterName, Profile } from '../../policy/profiles.ts'
import { say, t } from '../../ground/words.ts'
import { chaptersOf } from './chapters.ts'
import { sayAdopted } from './differences.ts'
import { sayEvidenceRule, sayPrinciple, sayResponsible } from './words.ts'

/** `changeHref`: where a norm is changed, in a draft. */
export function ProfileView({ profile, normHref, changeHref }: { profile: Profile; normHref?: (id: string) => string; changeHref?: (id: string) => string }) {
  const chapters = chaptersOf(profile)
  return (
    <WithContents sections={[{ id: 'profiel', words: t('Over dit profiel', 'About this profile') }, { id: 'termijnen', words: t('Termijnen', 'Terms') }, ...chapters.map(({ id, words, norms }) => ({ id, words, count: norms.length }))]}>
      <Section heading={t('Over dit profiel', 'About this profile')} id="profiel">
        <DescriptionList terms={[
          { term: t('Titel', 'Title'), description: <span lang="nl">{profile.title}</span> }, { term: t('Uitgave', 'Edition'), description: <span lang="nl">{profile.version}</span> },
          { term: t('Bron', 'Source'), description: <span lang="nl">{profile.source}</span> }, { term: t('Vastgesteld', 'Adopted'), description: profile.adopted.length > 0 ? <span lang="nl">{sayAdopted(profile)}</span> : t('onbekend', 'unknown') },
          { term: t('Tweede stap bij het inloggen', 'Second step at sign-in'), description: profile.second_factor === 'required' ? t('Verplicht', 'Required') : t('De organisatie kiest zelf', 'The organisation chooses') },
          { term: t('Normen', 'Norms'), description: String(profile.norms.length) },
        ]} />
      </Section>
      <Section heading={t('Termijnen', 'Terms')} id="termijnen" lead={<p>{t('Waar het beleid niets zegt, geldt de termijn van de wet of van het product. Geen termijn kan langer zijn dan de wet toelaat.', 'Where the policy is silent, the term of the law or of the product holds. No term can be longer than the law allows.')}</p>}>
        <Table<ParameterName>
          caption={t('Termijnen van het beleid', 'Terms of the policy')} captionHidden rows={parameterNames.filter((name) => name in profile.parameters || name in ceilings)}
          columns={[
            { key: 'name', header: t('Termijn', 'Term'), names: true, cell: (name) => say(parameterWords[name]) },
            { key: 'value', header: t('Volgens het beleid', 'By the policy'), cell: (name) => sayParameter(profile, name) ?? <span class="wb-subtle">{t('zegt niets', 'silent')}</span> },
            { key: 'law', header: t('Hoogstens volgens de wet', 'At most by law'), cell: (name) => { const ceiling = ceilings[name]; return ceiling ? `${sayTerm(ceiling.duration, undefined)} (${ceiling.citation})` : '–' } },
            { key: 'norms', header: t('Staat in', 'Stands in'), cell: (name) => profile.norms.filter(({ parameters }) => parameters?.includes(name)).map(({ id }) => id).join(', ') || '–' },
          ]}
        />
      </Section>
      {chapters.map(({ id, words, norms }) => (
        <Section heading={words} id={id}>
          <Table<Norm>
            caption={t(`Normen van “${words}”`, `Norms of “${words}”`)} captionHidden rows={norms}
            columns={[
              { key: 'id', header: t('Nummer', 'Number'), names: true, cell: ({ id: norm, src }) => <>{normHref ? <Link href={normHref(norm)}>{norm}</Link> : norm}<br /><span class="wb-subtle" lang="nl">{src}</span></> },
              { key: 'text', header: t('Wat het beleid zegt', 'What the policy says'), cell: (norm) => <NormText norm={norm} profile={profile} /> },
              { key: 'who', header: t('Wie', 'Who'), cell: ({ role, also = [] }) => <ValueList values={[sayResponsible(role), ...also.map((one) => <span class="wb-subtle">{sayResponsible(one)}</span>)]} /> },
              { key: 'evidence', header: t('Bewijs', 'Evidence'), cell: ({ evidence }) => <ValueList values={partsOf(evidence).map(sayEvidenceRule)} /> },
              ...(changeHref ? [{ key: 'change', header: t('Wijzigen', 'Change'), cell: ({ id: norm }: Norm): Child => <Link href={changeHref(norm)}>{t(`Wijzig ${norm}`, `Change ${norm}`)}</Link> }] : []),
            ]}
          />
        </Section>
      ))}
    </WithContents>
  )
}

function NormText({ norm, profile }: { norm: Norm; profile: Profile }) {
  const terms = (norm.parameters ?? []).flatMap((name) => { const said = sayParameter(profile, name); return said ? [`${say(parameterWords[name])}: ${said}`] : [] })
  return (
    <>
      <p lang="nl">{norm.text}</p>
      {norm.conflicts && <p><StatusBadge tone="warning" icon="flag">{t('Strijdig met de wet', 'Conflicts with law')}</StatusBadge> <span lang="nl">{norm.conflicts}</span></p>}
      {norm.note && <p class="wb-subtle" lang="nl">{norm.note}</p>}
      <p class="wb-subtle"><span lang="nl">{norm.article}</span> · {sayPrinciple(norm)}{terms.length > 0 && ` · ${terms.join(' · ')}`}</p>
    </>
  )
}
