// Identity provider: a real OpenID provider in this process, in which the test says who signs in.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { publicUrl } from './people.ts'

export type Visitor = { sub: string; email?: string; email_verified?: boolean; name?: string; groups?: readonly string[]; acr?: string; amr?: readonly string[] }

/** Starts a provider that knows one client, for these organisations. `visitors` is filled by the test; the last `says` signs in. */
export async function testProvider(slugs: readonly string[]) {
  const visitors = new Map<string, Visitor>()
  let next: Visitor = { sub: 'nobody' }
  const server = createServer((request, response) => {
    const handled = request.url?.startsWith('/interaction/') ? finish(request, response) : provider.callback()(request, response)
    handled.catch((fault: unknown) => { response.statusCode = 500; response.end(String(fault)) })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'waarborg', client_secret: 'geheim-van-de-test', redirect_uris: slugs.flatMap((slug) => [`${publicUrl}/${slug}/inloggen/organisatie/terug`, `${publicUrl}/openbaar/${slug}/portaal/terug`]), grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'birthdate'] },
    acrValues: ['urn:test:zwak', 'urn:test:sterk'],
    cookies: { keys: ['only-for-the-test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => { const { acr: _acr, amr: _amr, ...rest } = visitors.get(id) ?? { sub: id }; return { ...rest, sub: id } } }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({ clientId: context.oidc.client?.clientId, accountId: context.oidc.session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })

  async function finish(request: Parameters<typeof provider.interactionFinished>[0], response: Parameters<typeof provider.interactionFinished>[1]) {
    await provider.interactionFinished(request, response, { login: { accountId: next.sub, acr: next.acr, amr: next.amr ? [...next.amr] : undefined, remember: false } })
  }

  return {
    issuer,
    says: (visitor: Visitor) => { visitors.set(visitor.sub, visitor); next = visitor },
    stop: () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()) }),
    /** Walks the provider's pages. @returns the address it sends the browser back to. */
    walk: async (from: string): Promise<string> => {
      const jar = new Map<string, string>()
      let address = from
      for (let hop = 0; hop < 10; hop++) {
        const answer = await fetch(address, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const line of answer.headers.getSetCookie()) {
          const [name = '', ...value] = line.split(';')[0]?.split('=') ?? []
          jar.set(name, value.join('='))
        }
        const to = answer.headers.get('location')
        if (!to) throw new Error(`the provider stopped at ${address}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
        address = new URL(to, address).href
        if (address.startsWith(publicUrl)) return address.slice(publicUrl.length)
      }
      throw new Error('the provider sends round and round')
    },
  }
}
