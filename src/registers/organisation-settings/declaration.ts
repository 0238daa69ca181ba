// Declaration: what an organisation lays down about itself: its name, where it can be reached, its policy and how people sign in.
import { type InputOf, longText, text, yesNo } from '../../register-kit/field-types.ts'

export const settingsKey = 'organisation'

export const fields = {
  name: text('Naam', 'Name', { most: 200 }),
  tooi_uri: text('TOOI-adres', 'TOOI URI', { most: 200 }),
  contact_address: longText('Adres', 'Address', { most: 500 }),
  contact_email: text('E-mailadres', 'E-mail address', { most: 200 }),
  contact_phone: text('Telefoon', 'Telephone', { most: 40 }),
  website: text('Website', 'Website', { most: 300 }),
  dpo_contact: text('Contact van de FG', 'Contact of the DPO', { most: 300, citation: 'art. 37 lid 7 AVG' }),
  profile: text('Beleidsprofiel', 'Policy profile', { most: 100 }),
  second_factor_required: yesNo('Tweede stap verplicht', 'Second factor required'),
} as const

export type SettingKey = keyof typeof fields
export type Settings = InputOf<typeof fields>
