// Lifecycle: (being replaced by the kit's tested lifecycle).
import type { Actor } from '../../ground/scope.ts'
import * as kit from '../../register-kit/lifecycle.ts'
import type { Verb as KitVerb, Work } from '../../register-kit/register.ts'
import { processingActivities as register } from './register.ts'

export type Verb = 'create' | 'change' | 'submit' | 'withdraw' | 'advise' | 'remark' | 'answer' | 'activate' | 'propose' | 'drop_proposal' | 'review' | 'end' | 'remove' | 'import'
export const verbs = register.lifecycle.verbs as Readonly<Record<Verb, KitVerb>>
export const mayDo = (actor: Actor, verb: Verb, department: string | null) => kit.mayDo(register, actor, verb, department)
export const stepsFor = (actor: Actor, work: Work) => kit.stepsFor(register, actor, work) as Verb[]
