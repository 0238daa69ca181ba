// Postwijzer: a direct-marketing firm; contract for what customers order, consent for advertising.
import { type DemoOrganisation, ownerOf, whole, worksAt } from '../organisation.ts'
import { entries } from './entries.ts'
import { governance } from './governance.ts'
import { policies } from './policies.ts'
import { resources } from './resources.ts'

export const postwijzer: DemoOrganisation = {
  slug: 'postwijzer',
  name: 'Postwijzer B.V.',
  kind: 'firm',
  profile: 'ipmarketing-2018',
  contact: { address: 'Industrieweg 8, 0000 EE Wijzerdam', phone: '0000 000 000' },
  departments: [{ name: 'Klantenservice' }, { name: 'Campagnes' }, { name: 'Kantoor' }],
  people: [
    { name: 'Ronald Schuttevaer', mail: 'fg', jobFunction: 'Functionaris gegevensbescherming', roles: whole('dpo') },
    { name: 'Deniz Polatoğlu', mail: 'privacy', jobFunction: 'Privacy officer', department: 'Kantoor', roles: whole('privacy_officer') },
    { name: 'Carlijn Vosmeer-Baas', mail: 'ciso', jobFunction: 'CISO', department: 'Kantoor', roles: whole('ciso') },
    { name: 'Stijn Kwakernaat', mail: 'iso', jobFunction: 'Informatiebeveiliger', department: 'Kantoor', roles: whole('iso') },
    { name: 'Aaliyah Reijnders', mail: 'a.reijnders', jobFunction: 'Hoofd Klantenservice', department: 'Klantenservice', roles: ownerOf('Klantenservice') },
    { name: 'Floris Tielbeek', mail: 'f.tielbeek', jobFunction: 'Hoofd Campagnes', department: 'Campagnes', roles: ownerOf('Campagnes') },
    { name: 'Ingeborg Matena', mail: 'i.matena', jobFunction: 'Directeur', department: 'Kantoor', roles: ownerOf('Kantoor') },
    { name: 'Jesse Lindeboomgaard', mail: 'j.lindeboomgaard', jobFunction: 'Medewerker klantenservice', department: 'Klantenservice', roles: worksAt('Klantenservice') },
    { name: 'Truus Overmarkt', mail: 'auditor', jobFunction: 'Auditor', roles: whole('auditor') },
    { name: 'Ravi Soekhlal', mail: 'beheer', jobFunction: 'Systeembeheerder', department: 'Kantoor', roles: whole('administrator') },
  ],
  entries,
  resources,
  policies,
  governance,
}
