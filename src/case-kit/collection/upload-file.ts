// Upload file: a file on its way to a collection task; asked before a byte is read whether it may, and again when all are there.
import type { Context } from 'hono'
import { dropReceived, type FilePlace, mostFileBytes, receiveFile, type ReceivedFile, readFile } from '../../ground/files.ts'
import { type Fault, Invalid, Refused, TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { receiveForm } from '../../register-kit/exchange/upload.ts'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import type { TaskFile } from './task-files.ts'

/** Requests that bring a file to a task: free of the ordinary limit on bodies, since they have their own. */
export function isCollectionUpload(c: Context): boolean {
  return c.req.method === 'POST' && /^(\/openbaar)?\/[a-z][a-z0-9-]+\/ophalen\/[\w.-]{36,90}\/(bestanden|nagekeken)$/.test(c.req.path)
}

export type UploadEnd = { readonly isTaken: true } | { readonly isTaken: false; readonly faults: readonly Fault[]; readonly status: 400 | 409 | 413 }

/** `keep` ties it to the task in a transaction of its own; whatever goes wrong, no byte is left. */
export async function takeFile(request: Request, place: FilePlace, now: Date, maxUploadBytes: number, keep: (file: ReceivedFile) => Promise<void>): Promise<UploadEnd> {
  const most = Math.min(maxUploadBytes, mostFileBytes)
  let file: ReceivedFile | undefined
  try {
    await receiveForm(request, { bytes: most, tooLarge: () => new TooLarge(t(`Het bestand is groter dan ${saySize(most)}. Maak het kleiner, of splits het.`, `The file is larger than ${saySize(most)}. Make it smaller, or split it.`)) }, async (bytes, name) => {
      file = await receiveFile(place, now, bytes, name)
    })
    await keep(file!)
    return { isTaken: true }
  } catch (error) {
    if (file) await dropReceived(place, file.id)
    if (error instanceof Invalid) return { isTaken: false, faults: error.faults, status: 400 }
    if (error instanceof TooLarge) return { isTaken: false, faults: [{ at: 'file', message: error.message }], status: 413 }
    if (error instanceof Refused) return { isTaken: false, faults: [{ at: 'file', message: error.message }], status: 409 }
    throw error
  }
}

/** Never shown by the browser under our name, whatever is in it. */
export function sentFile(place: FilePlace, { fileId, name, contentType, size }: Pick<TaskFile, 'fileId' | 'name' | 'contentType' | 'size'>): Response {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return new Response(readFile(place, { id: fileId, size }), {
    headers: {
      'content-type': contentType, 'content-length': String(size), 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store',
    },
  })
}
