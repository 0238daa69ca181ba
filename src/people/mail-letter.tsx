// Mail letter: what a message looks like when it arrives, as plain text and as simple HTML from the same lines.
import type { Letter } from '../ground/mail.ts'
import { inLanguage, say, t } from '../ground/words.ts'
import type { MailContent, MailLine } from './mail.ts'

type Addressed = { readonly to: string; readonly id: string; readonly organisation: string; readonly publicUrl: string }

/** Composes the letter in the language of the content. `id` becomes part of its Message-ID. */
export function letterOf(content: MailContent, { to, id, organisation, publicUrl }: Addressed): Letter {
  const settingsUrl = content.settingsPath === undefined ? undefined : publicUrl + content.settingsPath
  return inLanguage(content.language, () => ({
    to, id: messageId(id, publicUrl), replyTo: content.outside?.replyTo, attachments: content.outside?.attachments.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, 'base64') })),
    language: content.language, subject: say(content.subject).replace(/\s+/g, ' ').slice(0, 200), settingsUrl,
    text: asText(content, publicUrl, footerOf(organisation, content.outside), settingsUrl),
    html: `<!doctype html>${String(<Html content={content} publicUrl={publicUrl} footer={footerOf(organisation, content.outside)} settingsUrl={settingsUrl} />)}`,
  }))
}

/** By which a mail administrator finds a message: the same at every attempt. */
export function messageId(id: string, publicUrl: string): string {
  return `${id}@${new URL(publicUrl).hostname}`
}

function asText(content: MailContent, publicUrl: string, footer: string, settingsUrl: string | undefined): string {
  const blocks = blocksOf(content.lines).map((block) => {
    if ('items' in block) return block.items.map(({ item, path }) => `- ${say(item)}${path === undefined ? '' : `\n  ${publicUrl}${path}`}`).join('\n')
    return 'heading' in block ? say(block.heading).toUpperCase() : say(block)
  })
  const link = content.link && `${say(content.link.words)}:\n${publicUrl}${content.link.path}`
  return [...blocks, link, `-- \n${footer}`, settingsUrl && `${settingsWords()}:\n${settingsUrl}`].filter(Boolean).join('\n\n') + '\n'
}

function Html({ content, publicUrl, footer, settingsUrl }: { content: MailContent; publicUrl: string; footer: string; settingsUrl: string | undefined }) {
  const subject = say(content.subject)
  return (
    <html lang={content.language}>
      <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{subject}</title></head>
      <body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Arial,sans-serif">
        <div style="max-width:600px">
          <h1 style="font-size:22px;line-height:1.3">{subject}</h1>
          {blocksOf(content.lines).map((block) => {
            if ('items' in block) return <ul>{block.items.map(({ item, path }) => <li style="margin-bottom:8px">{path === undefined ? say(item) : <A href={publicUrl + path}>{say(item)}</A>}</li>)}</ul>
            return 'heading' in block ? <h2 style="font-size:18px">{say(block.heading)}</h2> : <p>{say(block)}</p>
          })}
          {content.link && <p><A href={publicUrl + content.link.path}>{say(content.link.words)}</A></p>}
          <hr style="border:0;border-top:1px solid #595959" />
          <p style="color:#595959;font-size:14px">{footer}{settingsUrl && <><br /><A href={settingsUrl}>{settingsWords()}</A></>}</p>
        </div>
      </body>
    </html>
  )
}

function A({ href, children }: { href: string; children?: unknown }) {
  return <a href={href} style="color:#15538a">{children as string}</a>
}

type Block = Exclude<MailLine, { item: unknown }> | { items: Extract<MailLine, { item: unknown }>[] }

/** Items that follow each other are one list. */
function blocksOf(lines: readonly MailLine[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (!('item' in line)) blocks.push(line)
    else if (last && 'items' in last) last.items.push(line)
    else blocks.push({ items: [line] })
  }
  return blocks
}

function footerOf(organisation: string, outside: MailContent['outside']): string {
  if (outside?.replyTo !== undefined) return t(`Deze e-mail is verstuurd namens ${organisation}.`, `This e-mail was sent on behalf of ${organisation}.`)
  return t(`Deze e-mail is door Waarborg verstuurd voor ${organisation}. Antwoorden op dit adres worden niet gelezen.`, `This e-mail was sent by Waarborg for ${organisation}. Answers to this address aren’t read.`)
}

function settingsWords(): string {
  return t('Zelf kiezen of u deze e-mail krijgt', 'Choose whether you get this e-mail')
}
