// Attachments part: the files of an entry as they stand on the entry's own page, with the form to add one.
import { recordAccess } from '../../access-record/record.ts'
import { sayMoment } from '../../ground/clock.ts'
import { acceptedEndings, sayKind } from '../../ground/file-kinds.ts'
import { mostFileBytes } from '../../ground/files.ts'
import type { Fault } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form, Section } from '../../page-kit/form.tsx'
import { FileInput, TextInput } from '../../page-kit/inputs.tsx'
import { type Attachment, readAttachments } from './attachments.ts'
import { type Collaboration, entryHref, type OpenedEntry } from './book.ts'

export type TypedAttachment = { readonly description: string; readonly faults: readonly Fault[] }

export type AttachmentsProps = {
  readonly attachments: readonly Attachment[]
  readonly mayAttach: boolean
  /** Address of the attachments of this entry. */
  readonly base: string
  readonly maxBytes: number
  readonly typed: TypedAttachment
}

/** What `<Attachments>` shows. `maxUploadBytes` is the setting; a file is never larger than 100 MB. */
export async function loadAttachments(scope: Scope, collaboration: Collaboration, entry: OpenedEntry, maxUploadBytes: number, typed: TypedAttachment = { description: '', faults: [] }): Promise<AttachmentsProps> {
  const attachments = await readAttachments(scope, collaboration.book.key, entry.id)
  await recordAccess(scope, { name: 'Lijst van bijlagen bekeken', subjects: attachments.flatMap(({ personId }) => (personId === null || personId === personOf(scope.actor) ? [] : [{ type: 'person', id: personId }])) })
  return { attachments, mayAttach: collaboration.may(scope, entry, 'attach'), base: entryHref(scope, collaboration.book, entry.id, '/bijlagen'), maxBytes: Math.min(maxUploadBytes, mostFileBytes), typed }
}

export function Attachments({ attachments, mayAttach, base, maxBytes, typed }: AttachmentsProps) {
  const fault = (at: string) => typed.faults.find((one) => one.at === at)?.message
  return (
    <Section id="bijlagen" heading={t('Bijlagen', 'Attachments')}>
      {attachments.length === 0
        ? <EmptyState heading={t('Nog geen bijlagen', 'No attachments yet')} icon="document"><p>{t('Hier staan de bestanden die hierbij horen, zoals een overeenkomst of een besluit.', 'Files that belong to this stand here, such as an agreement or a decision.')}</p></EmptyState>
        : (
          <ul class="wb-remarks">
            {attachments.map((attachment) => (
              <li id={`bijlage-${attachment.id}`} tabindex={-1}>
                <p><Link href={`${base}/${attachment.id}`}>{attachment.name}</Link> <span class="wb-subtle">{sayKind(attachment.contentType)}, {saySize(attachment.size)}</span></p>
                {attachment.description && <p>{attachment.description}</p>}
                <p class="wb-subtle wb-small">{attachment.by ?? t('via het formulier', 'by the form')}, <time datetime={attachment.at.toISOString()}>{sayMoment(attachment.at)}</time></p>
                {mayAttach && <p class="wb-quiet-links"><a href={`${base}/${attachment.id}/verwijderen`}>{t('verwijderen', 'remove')}<span class="wb-hidden"> {attachment.name}</span></a></p>}
              </li>
            ))}
          </ul>
        )}
      {mayAttach && (
        <Details summary={t('Bijlage toevoegen', 'Add an attachment')} open={typed.faults.length > 0 || typed.description !== ''}>
          <Form action={base} files>
            <TextInput name="description" label={t('Omschrijving', 'Description')} optional maxlength={500} value={typed.description} error={fault('description')} hint={t('Waar dit bestand over gaat. Noem geen namen van inwoners.', 'What this file is about. Don’t write names of residents.')} />
            <FileInput name="file" label={t('Bestand', 'File')} accept={acceptedEndings()} limit={saySize(maxBytes)} error={fault('file')} hint={t('PDF, Office- of ODF-bestand, afbeelding, opname, tekst, e-mail of zip.', 'PDF, Office or ODF file, image, recording, text, e-mail or zip.')} />
            <div class="wb-submit"><Button look="primary" icon="upload">{t('Toevoegen', 'Add')}</Button></div>
          </Form>
        </Details>
      )}
    </Section>
  )
}

/** `812 B`, `34 kB`, `1,2 MB`. */
export function saySize(bytes: number): string {
  const [amount, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1024 * 1000 ? [Math.round(bytes / 1024), 'kB'] : [Math.round(bytes / 1024 / 102.4) / 10, 'MB']
  return `${amount.toLocaleString(t('nl-NL', 'en-GB'))} ${unit}`
}
