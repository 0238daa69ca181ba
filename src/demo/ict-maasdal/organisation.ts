// ICT Maasdal: a service organisation of three river municipalities.
import { type DemoOrganisation, ownerOf, whole, worksAt } from '../organisation.ts'
import { entries } from './entries.ts'
import { governance } from './governance.ts'
import { policies } from './policies.ts'
import { resources } from './resources.ts'

export const ictMaasdal: DemoOrganisation = {
  slug: 'ict-maasdal',
  name: 'ICT Maasdal',
  kind: 'service_organisation',
  profile: 'ict-nml',
  contact: { address: 'Maaskade 12, 0000 CC Maasdal', phone: '14 000' },
  departments: [{ name: 'Servicedesk' }, { name: 'Infrastructuur' }, { name: 'Beveiliging' }, { name: 'Bedrijfsbureau' }, { name: 'P&O', under: 'Bedrijfsbureau' }],
  people: [
    { name: 'Noortje Kessenich-Adeyemi', mail: 'fg', jobFunction: 'Functionaris gegevensbescherming', roles: whole('dpo') },
    { name: 'Sander Meulendonk', mail: 'privacy', jobFunction: 'Privacy officer', department: 'Bedrijfsbureau', roles: whole('privacy_officer') },
    { name: 'Latifa Zerrouki', mail: 'ciso', jobFunction: 'CISO', department: 'Beveiliging', roles: whole('ciso') },
    { name: 'Harm Roerdink-Visch', mail: 'iso', jobFunction: 'Informatiebeveiliger', department: 'Beveiliging', roles: whole('iso') },
    { name: 'Elske Donkervliet', mail: 'e.donkervliet', jobFunction: 'Teammanager Servicedesk', department: 'Servicedesk', roles: ownerOf('Servicedesk') },
    { name: 'Rajesh Bhagwandin', mail: 'r.bhagwandin', jobFunction: 'Teammanager Infrastructuur', department: 'Infrastructuur', roles: ownerOf('Infrastructuur', 'Beveiliging') },
    { name: 'Thea Lommerdal', mail: 't.lommerdal', jobFunction: 'Manager Bedrijfsbureau', department: 'Bedrijfsbureau', roles: ownerOf('Bedrijfsbureau') },
    { name: 'Kofi Asantewa', mail: 'k.asantewa', jobFunction: 'Servicedeskmedewerker', department: 'Servicedesk', roles: worksAt('Servicedesk') },
    { name: 'Berend Havikhorst', mail: 'auditor', jobFunction: 'Auditor', roles: whole('auditor') },
    { name: 'Mirjam Zonneveldt', mail: 'beheer', jobFunction: 'Applicatiebeheerder', department: 'Infrastructuur', roles: whole('administrator') },
  ],
  participants: [
    { name: 'Gemeente Maasoever', kind: 'municipality', contact: 'privacy@maasoever.example' },
    { name: 'Gemeente Kerkbeek', kind: 'municipality', contact: 'privacy@kerkbeek.example' },
    { name: 'Gemeente Dalheuvel', kind: 'municipality', contact: 'privacy@dalheuvel.example' },
  ],
  entries,
  resources,
  policies,
  governance,
}
