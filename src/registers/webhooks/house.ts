// House: what webhooks need of the house beside what every room does.
import type { AllowedHost } from '../../ground/outbound.ts'
import type { House as AnyHouse } from '../../people/house.ts'
import type { JobHouse } from '../../people/job-scope.ts'

export type House = JobHouse & {
  readonly config: { readonly publicUrl: string; readonly webhookAllowHosts?: readonly AllowedHost[] }
  readonly allowsLoopbackProvider?: AnyHouse['allowsLoopbackProvider']
}

/** With pages around it. */
export type PageHouse = AnyHouse & House
