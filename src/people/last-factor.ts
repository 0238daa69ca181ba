// Last factor: what it means to take away the only second factor: other things where an organisation requires one.
import { t } from '../ground/words.ts'
import type { House } from './house.ts'
import { findOrganisation, membershipsOf } from './organisations.ts'

/** In words, for the page that asks whether somebody is sure. */
export async function sayLastFactor(house: House, accountId: string): Promise<string> {
  for (const { slug } of await membershipsOf(house.database, accountId)) {
    const found = await findOrganisation(house.database, house.master, slug)
    if (!found?.secondFactorRequired) continue
    const { name } = found.organisation
    return t(`Dit is uw enige tweede stap, en ${name} vraagt er een. U stelt daarom meteen een nieuwe in. Uw herstelcodes vervallen.`,
      `This is your only second step, and ${name} requires one. So you will set up a new one right away. Your recovery codes will no longer work.`)
  }
  return t('Dit is uw enige tweede stap. Daarna beschermt alleen uw wachtwoord uw account. Uw herstelcodes vervallen.',
    'This is your only second step. After this only your password protects your account. Your recovery codes will no longer work.')
}
