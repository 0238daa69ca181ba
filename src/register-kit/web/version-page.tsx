// Version page: an entry as it was frozen when it came into force, read with the labels of that day.
import { say, t } from '../../ground/words.ts'
import { CopyableCode, DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { Register } from '../register.ts'
import { lookupsOf, type Version } from '../versions.ts'
import { FieldValue, isFilled } from './field-value.tsx'

export function VersionDocument({ register, version }: { register: Register; version: Version }) {
  const { input } = version.snapshot
  const lookups = lookupsOf(version.snapshot)
  return (
    <>
      {version.note && <p>{version.note}</p>}
      {register.sections.map((section) => {
        const filled = section.fields.filter((key) => isFilled(input[key]))
        return filled.length === 0 ? null : (
          <Section id={section.key} heading={say(section.words)}>
            <DescriptionList terms={filled.map((key) => ({ term: say(register.fields[key]!.words), description: <FieldValue field={register.fields[key]!} value={input[key]} lookups={lookups} /> }))} />
          </Section>
        )
      })}
      <CopyableCode label={t('Controlegetal (SHA-256)', 'Digest (SHA-256)')}>{version.digest.toString('hex')}</CopyableCode>
    </>
  )
}
