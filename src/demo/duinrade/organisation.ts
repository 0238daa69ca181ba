// Duinrade: a municipality on the coast; it keeps its register with care and follows a recent policy.
import { type DemoOrganisation, ownerOf, whole, worksAt } from '../organisation.ts'
import { councilOffice } from './council.ts'
import { economy } from './economy.ts'
import { operations } from './operations.ts'
import { publicServices } from './public-services.ts'
import { governance } from './governance.ts'
import { policies } from './policies.ts'
import { resources } from './resources.ts'
import { safety } from './safety.ts'
import { socialDomain } from './social-domain.ts'
import { society } from './society.ts'

export const duinrade: DemoOrganisation = {
  slug: 'duinrade',
  name: 'Gemeente Duinrade',
  kind: 'municipality',
  profile: 'gemeente-heemstede-2026',
  contact: { address: 'Raadhuisplein 1, 0000 AA Duinrade', phone: '14 000' },
  departments: [
    { name: 'Burgerzaken' }, { name: 'Klantcontact' }, { name: 'Werk en Inkomen' }, { name: 'Schuldhulpverlening', under: 'Werk en Inkomen' }, { name: 'Jeugd en Wmo' },
    { name: 'Samenleving' }, { name: 'Onderwijs en Leerplicht', under: 'Samenleving' }, { name: 'Sport en Verenigingen', under: 'Samenleving' },
    { name: 'Belastingen' }, { name: 'Vergunningen, Toezicht en Handhaving' }, { name: 'Openbare Orde en Veiligheid' }, { name: 'Economie en Centrum' },
    { name: 'Communicatie' }, { name: 'Griffie' },
    { name: 'Bedrijfsvoering' }, { name: 'HR', under: 'Bedrijfsvoering' }, { name: 'Financiën', under: 'Bedrijfsvoering' }, { name: 'ICT', under: 'Bedrijfsvoering' },
    { name: 'Informatie en Archief', under: 'Bedrijfsvoering' }, { name: 'Juridische Zaken', under: 'Bedrijfsvoering' },
  ],
  people: [
    { name: 'Meryem Aksoy-Duynstee', mail: 'fg', jobFunction: 'Functionaris gegevensbescherming', roles: whole('dpo') },
    { name: 'Joost van Eikenrode', mail: 'privacy', jobFunction: 'Privacy officer', department: 'Juridische Zaken', roles: whole('privacy_officer') },
    { name: 'Priya Ramdhani', mail: 'ciso', jobFunction: 'CISO', department: 'Bedrijfsvoering', roles: whole('ciso') },
    { name: 'Bart Hoogeveldt', mail: 'iso', jobFunction: 'Informatiebeveiliger', department: 'ICT', roles: whole('iso') },
    { name: 'Femke Zandwijk', mail: 'f.zandwijk', jobFunction: 'Teammanager Burgerzaken en Klantcontact', department: 'Burgerzaken', roles: ownerOf('Burgerzaken', 'Klantcontact') },
    { name: 'Youssef El Hadari', mail: 'y.elhadari', jobFunction: 'Teammanager Werk en Inkomen', department: 'Werk en Inkomen', roles: ownerOf('Werk en Inkomen') },
    { name: 'Anouk Veldersma', mail: 'a.veldersma', jobFunction: 'Teammanager Jeugd en Wmo', department: 'Jeugd en Wmo', roles: ownerOf('Jeugd en Wmo') },
    { name: 'Tess Lakatos', mail: 't.lakatos', jobFunction: 'Teammanager Samenleving', department: 'Samenleving', roles: ownerOf('Samenleving') },
    { name: 'Saskia Roelvinkel', mail: 's.roelvinkel', jobFunction: 'Teammanager Belastingen', department: 'Belastingen', roles: ownerOf('Belastingen') },
    { name: 'Ruben Castelvoort', mail: 'r.castelvoort', jobFunction: 'Teammanager Vergunningen, Toezicht en Handhaving', department: 'Vergunningen, Toezicht en Handhaving', roles: ownerOf('Vergunningen, Toezicht en Handhaving') },
    { name: 'Liesbeth Odenkamp', mail: 'l.odenkamp', jobFunction: 'Teammanager Openbare Orde en Veiligheid', department: 'Openbare Orde en Veiligheid', roles: ownerOf('Openbare Orde en Veiligheid') },
    { name: 'Chidi Okwuosa', mail: 'c.okwuosa', jobFunction: 'Teammanager Communicatie en Centrum', department: 'Communicatie', roles: ownerOf('Communicatie', 'Economie en Centrum') },
    { name: 'Willemijn Schaapveld', mail: 'griffier', jobFunction: 'Griffier', department: 'Griffie', roles: ownerOf('Griffie') },
    { name: 'Dennis Manuhuwa', mail: 'd.manuhuwa', jobFunction: 'Manager Bedrijfsvoering', department: 'Bedrijfsvoering', roles: ownerOf('Bedrijfsvoering') },
    { name: 'Noor van der Laakse', mail: 'n.vanderlaakse', jobFunction: 'Consulent inkomen', department: 'Werk en Inkomen', roles: worksAt('Werk en Inkomen') },
    { name: 'Kaspar Winterdijk', mail: 'auditor', jobFunction: 'Auditor', roles: whole('auditor') },
    { name: 'Ilse Dragtsveld', mail: 'beheer', jobFunction: 'Applicatiebeheerder', department: 'ICT', roles: whole('administrator') },
  ],
  entries: [...publicServices, ...socialDomain, ...society, ...safety, ...economy, ...operations, ...councilOffice],
  resources,
  policies,
  governance,
}
