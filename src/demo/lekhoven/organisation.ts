// Lekhoven: a municipality on the river; its register was set up in 2018 and is partly out of date.
import { type DemoOrganisation, ownerOf, whole, worksAt } from '../organisation.ts'
import { operations } from './operations.ts'
import { residents } from './residents.ts'
import { governance } from './governance.ts'
import { policies } from './policies.ts'
import { resources } from './resources.ts'
import { space } from './space.ts'

export const lekhoven: DemoOrganisation = {
  slug: 'lekhoven',
  name: 'Gemeente Lekhoven',
  kind: 'municipality',
  profile: 'gemeente-nieuwegein-2018',
  contact: { address: 'Lekdijk 100, 0000 BB Lekhoven', phone: '14 000' },
  departments: [
    { name: 'Publiekszaken' }, { name: 'Sociale Zaken' }, { name: 'Jeugd, Onderwijs en Wmo' }, { name: 'Ruimte en Vergunningen' }, { name: 'Veiligheid en Handhaving' },
    { name: 'Bedrijfsvoering' }, { name: 'Personeel', under: 'Bedrijfsvoering' }, { name: 'Financiën en Belastingen', under: 'Bedrijfsvoering' }, { name: 'Informatie', under: 'Bedrijfsvoering' }, { name: 'Griffie' },
  ],
  people: [
    { name: 'Hanneke Brouwershof', mail: 'fg@regio-westerwaard.example', jobFunction: 'Functionaris gegevensbescherming', roles: whole('dpo') },
    { name: 'Sjoerd Wiarda-Molenkamp', mail: 'privacy', jobFunction: 'Privacy officer', department: 'Informatie', roles: whole('privacy_officer') },
    { name: 'Fatima Benhaddou', mail: 'ciso', jobFunction: 'CISO', department: 'Informatie', roles: whole('ciso') },
    { name: 'Gijs Overweerd', mail: 'iso', jobFunction: 'Informatiebeveiliger', department: 'Informatie', roles: whole('iso') },
    { name: 'Marloes Tiggelaar', mail: 'm.tiggelaar', jobFunction: 'Teammanager Publiekszaken', department: 'Publiekszaken', roles: ownerOf('Publiekszaken') },
    { name: 'Ahmet Yildizhan', mail: 'a.yildizhan', jobFunction: 'Teammanager Sociale Zaken', department: 'Sociale Zaken', roles: ownerOf('Sociale Zaken') },
    { name: 'Coby Slingerland-Ooms', mail: 'c.slingerland', jobFunction: 'Teammanager Jeugd, Onderwijs en Wmo', department: 'Jeugd, Onderwijs en Wmo', roles: ownerOf('Jeugd, Onderwijs en Wmo') },
    { name: 'Wouter Hasselbroek', mail: 'w.hasselbroek', jobFunction: 'Teammanager Ruimte en Vergunningen', department: 'Ruimte en Vergunningen', roles: ownerOf('Ruimte en Vergunningen') },
    { name: 'Jamila Oosterbaan', mail: 'j.oosterbaan', jobFunction: 'Teammanager Veiligheid en Handhaving', department: 'Veiligheid en Handhaving', roles: ownerOf('Veiligheid en Handhaving') },
    { name: 'Pieter-Jan Kuipershoek', mail: 'p.kuipershoek', jobFunction: 'Manager Bedrijfsvoering', department: 'Bedrijfsvoering', roles: ownerOf('Bedrijfsvoering') },
    { name: 'Rosalinde Vervoort-Bakboord', mail: 'griffier', jobFunction: 'Griffier', department: 'Griffie', roles: ownerOf('Griffie') },
    { name: 'Milan Sedlar', mail: 'm.sedlar', jobFunction: 'Medewerker publieksbalie', department: 'Publiekszaken', roles: worksAt('Publiekszaken') },
    { name: 'Jolanda Weststeijn', mail: 'auditor', jobFunction: 'Auditor', roles: whole('auditor') },
    { name: 'Tarik Demirbas', mail: 'beheer', jobFunction: 'Applicatiebeheerder', department: 'Informatie', roles: whole('administrator') },
  ],
  entries: [...residents, ...space, ...operations],
  resources,
  policies,
  governance,
}
