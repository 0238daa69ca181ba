// History words: what the talk and the files around an entry leave in its history, for the page that shows it.
import type { Words } from '../../ground/words.ts'

/** Past participles, as those of a register's own verbs. */
export const collaborationVerbs: Readonly<Record<string, Words>> = {
  add_attachment: { nl: 'bijlage toegevoegd', en: 'attachment added' },
  remove_attachment: { nl: 'bijlage verwijderd', en: 'attachment removed' },
  renew_status_link: { nl: 'nieuwe statuslink gegeven', en: 'new status link given' },
  withdraw_comment: { nl: 'reactie ingetrokken', en: 'comment withdrawn' },
}

/** Fields that stand in these events beside the register's own; their values are plain text. */
export const collaborationFields: Readonly<Record<string, Words>> = {
  attachment: { nl: 'Bijlage', en: 'Attachment' },
}
