// Agreement texts of the demo world: versions of the text that were made from the registers, and one that waits for the processor's answer.
import type { Scope } from '../ground/scope.ts'
import { loadEntry, perform } from '../register-kit/perform.ts'
import { agreements } from '../registers/agreements/register.ts'
import { makeText } from '../registers/agreements/wording/texts.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

/** By organisation: the agreement, how many days ago its text was made, and what went with it to the processor. */
const made: Readonly<Record<string, readonly { readonly name: string; readonly ago: number; readonly note?: string }[]>> = {
  duinrade: [{ name: 'Verwerkersovereenkomst Vlierveld Zaaksystemen', ago: 20 }, { name: 'Verwerkersovereenkomst Kluut, nieuwe camera’s', ago: 6, note: 'Graag uw antwoord voor het einde van de maand. Artikel 8 is nieuw voor u.' }],
}

export async function playAgreementTexts(scope: Scope, demo: DemoOrganisation, { actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  for (const { name, ago, note } of made[demo.slug] ?? []) {
    const then: Scope = { ...scope, actor: actorFor('officer', front), now: new Date(scope.now.getTime() - ago * 86_400_000) }
    const found = await scope.tx.selectFrom('processor_agreement').select('id').where('organisation_id', '=', scope.organisation.id).where('name', '=', name).executeTakeFirst()
    if (!found) throw new Error(`The demo world has no agreement ${name} in ${demo.slug}`)
    await makeText(then, await loadEntry(then, agreements, found.id))
    if (note !== undefined) await perform({ ...then, now: new Date(then.now.getTime() + 600_000) }, agreements, 'send_out', found.id, { note })
  }
}
