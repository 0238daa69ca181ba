// Version page: an entry as it was frozen when it came into force, read with the labels of that day.
import { say } from '../../ground/words.ts'
import { CopyableCode, DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { lookupsOf, type Version } from '../../register-kit/versions.ts'
import { type ActivityInput, fields, sections } from './declaration.ts'
import { Value } from './entry-page.tsx'

export function VersionDocument({ version }: { version: Version }) {
  const input = version.snapshot.input as ActivityInput
  const lookups = lookupsOf(version.snapshot)
  return (
    <>
      {version.note && <p>{version.note}</p>}
      {sections.map((section) => {
        const filled = section.fields.filter((key) => { const value = input[key]; return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined })
        return filled.length === 0 ? null : (
          <Section id={section.key} heading={say(section.words)}>
            <DescriptionList terms={filled.map((key) => ({ term: say(fields[key].words), description: <Value field={key} input={input} lookups={lookups} /> }))} />
          </Section>
        )
      })}
      <CopyableCode label="Controlegetal (SHA-256)">{version.digest.toString('hex')}</CopyableCode>
    </>
  )
}
