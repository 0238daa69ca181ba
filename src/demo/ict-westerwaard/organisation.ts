// ICT Westerwaard: a service organisation that serves Duinrade, Lekhoven and a joint body; processor for them, controller for its own staff.
import { type DemoOrganisation, ownerOf, whole, worksAt } from '../organisation.ts'
import { entries } from './entries.ts'
import { governance } from './governance.ts'
import { policies } from './policies.ts'
import { resources } from './resources.ts'

export const ictWesterwaard: DemoOrganisation = {
  slug: 'ict-westerwaard',
  name: 'ICT Westerwaard',
  kind: 'service_organisation',
  profile: 'ict-wbw-2022',
  contact: { address: 'Sluisweg 3, 0000 DD Westerwaard', phone: '14 000' },
  departments: [{ name: 'Servicedesk' }, { name: 'Technisch Beheer' }, { name: 'Applicaties en Data' }, { name: 'Staf' }],
  people: [
    { name: 'Hanneke Brouwershof', mail: 'fg@regio-westerwaard.example', jobFunction: 'Functionaris gegevensbescherming', roles: whole('dpo') },
    { name: 'Nadia Vrijenhoek', mail: 'privacy', jobFunction: 'Privacy officer', department: 'Staf', roles: whole('privacy_officer') },
    { name: 'Olaf Steenbrugge', mail: 'ciso', jobFunction: 'CISO', department: 'Staf', roles: whole('ciso') },
    { name: 'Winnie Tjon-Pian', mail: 'iso', jobFunction: 'Informatiebeveiliger', department: 'Technisch Beheer', roles: whole('iso') },
    { name: 'Marcel Dijkgraaf-Roos', mail: 'm.dijkgraaf', jobFunction: 'Teammanager Servicedesk', department: 'Servicedesk', roles: ownerOf('Servicedesk') },
    { name: 'Ayşe Karabulut', mail: 'a.karabulut', jobFunction: 'Teammanager Technisch Beheer', department: 'Technisch Beheer', roles: ownerOf('Technisch Beheer', 'Applicaties en Data') },
    { name: 'Bram Nieuwenkamp', mail: 'b.nieuwenkamp', jobFunction: 'Manager Staf', department: 'Staf', roles: ownerOf('Staf') },
    { name: 'Lotte Verschoorl', mail: 'l.verschoorl', jobFunction: 'Systeembeheerder', department: 'Technisch Beheer', roles: worksAt('Technisch Beheer') },
    { name: 'Ewout Brandsen', mail: 'auditor', jobFunction: 'Auditor', roles: whole('auditor') },
    { name: 'Shirley Pinas-Kerkhof', mail: 'beheer', jobFunction: 'Applicatiebeheerder', department: 'Applicaties en Data', roles: whole('administrator') },
  ],
  participants: [
    { name: 'Gemeente Duinrade', kind: 'municipality', slug: 'duinrade', contact: 'privacy@duinrade.example' },
    { name: 'Gemeente Lekhoven', kind: 'municipality', slug: 'lekhoven', contact: 'privacy@lekhoven.example' },
    { name: 'Belastingsamenwerking De Waard', kind: 'joint_body', contact: 'privacy@belastingendewaard.example' },
  ],
  entries,
  resources,
  policies,
  governance,
}
