// Outside packages: the answer packages of a case as its status page may name them, for whoever the case is of.
import type { Scope } from '../../ground/scope.ts'
import type { Register } from '../../register-kit/register.ts'

export type OutsidePackage = {
  readonly id: string
  readonly kind: 'access' | 'portability'
  readonly madeAt: Date
  /** The last moment on which it can be fetched. */
  readonly endsAt: Date
  readonly size: number
  readonly downloadsLeft: number
  /** Address (without the host) where it is fetched after the code was filled in. */
  readonly path: string
}

/** Those that can be fetched now, newest first. For a status page: whoever opens it is taken to be the person, and still needs the code. */
export async function packagesForOutside(_scope: Scope, _register: Pick<Register, 'key'>, _entryId: string): Promise<OutsidePackage[]> {
  return []
}
