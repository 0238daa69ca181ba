// Outside packages: the answer packages of a case as its status page may name them, for whoever the case is of.
import type { Scope } from '../../ground/scope.ts'
import type { Register } from '../../register-kit/register.ts'
import { secretOf } from '../collection/private-address.ts'
import { isFetchable, isLogReadable, readPackages } from './packages.ts'

export type OutsidePackage = {
  readonly id: string
  readonly kind: 'access' | 'portability'
  readonly madeAt: Date
  /** The first moment on which it can't be fetched any more. */
  readonly endsAt: Date
  readonly size: number
  readonly downloadsLeft: number
  /** Address (without the host) where it is fetched after the code was filled in. */
  readonly path: string
}

/** Those that the person can fetch now, newest first. For a status page: whoever opens it is taken to be the person, and still needs the code. */
export async function packagesForOutside(scope: Scope, register: Pick<Register, 'key'>, entryId: string): Promise<OutsidePackage[]> {
  const packages = await readPackages(scope, register.key, entryId)
  return packages.filter((one) => one.toName === null && isFetchable(one, scope.now)).map(({ id, kind, madeAt, endsAt, size, downloads, mostDownloads }) => ({
    id, kind, madeAt: madeAt!, endsAt, size: size!, downloadsLeft: mostDownloads - downloads, path: pathOfPackage(scope, id),
  }))
}

/** The newest package by which the person may read who used the data; undefined before one was released. */
export async function logForOutside(scope: Scope, register: Pick<Register, 'key'>, entryId: string): Promise<{ readonly packageId: string; readonly path: string } | undefined> {
  const one = (await readPackages(scope, register.key, entryId)).find((found) => isLogReadable(found, scope.now))
  return one && { packageId: one.id, path: `${pathOfPackage(scope, one.id)}/logboek` }
}

export function pathOfPackage({ organisation }: Pick<Scope, 'organisation'>, id: string): string {
  return `/openbaar/${organisation.slug}/pakket/${secretOf(organisation, 'package', id)}`
}
