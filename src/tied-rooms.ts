// Tied rooms: every register of the product, in the order of the menu, tied together and checked before anything opens.
import { tieRegisters } from './register-kit/tied-registers.ts'
import { agreements } from './registers/agreements/register.ts'
import { processingActivities } from './registers/processing-activities/register.ts'
import { processors } from './registers/processors/register.ts'
import { systems } from './registers/systems/register.ts'

tieRegisters([processingActivities, systems, processors, agreements])
