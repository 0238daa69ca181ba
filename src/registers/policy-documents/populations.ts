// Populations: kinds of policy documents that a norm may be about.
import type { PolicyInput } from './rules.ts'

export const policyPopulations = {
  public: ({ audience }: PolicyInput) => audience === 'public',
  privacy: ({ kind }: PolicyInput) => kind === 'privacy_policy',
  security: ({ kind }: PolicyInput) => kind === 'security_policy',
  department: ({ level }: PolicyInput) => level === 'department',
}
