// File kinds: a table of what comes in under which name, and what becomes of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { sayKind, watchContent } from './file-kinds.ts'
import { Invalid } from './refusals.ts'
import { inLanguage } from './words.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const wide = (text: string) => Buffer.from(text, 'utf16le')
const compound = (...streams: string[]) => Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(504), ...streams.map(wide), Buffer.alloc(512)])

/** A zip file with these parts; `mimetype` isn't packed, as OpenDocument wants it. */
function zip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const isStored = name === 'mimetype'
    const body = isStored ? latin(content) : deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(isStored ? 0 : 8, 4)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([latin('PK\x03\x04'), shared, Buffer.from(name), body])
    const entry = Buffer.concat([latin('PK\x01\x02'), Buffer.from([20, 0]), shared, Buffer.alloc(14), Buffer.from(name)])
    entry.writeUInt32LE(offset, 42)
    locals.push(local)
    entries.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const office = (folder: string, more: Record<string, string> = {}) => zip({ '_rels/.rels': 'x', [`${folder}/document.xml`]: 'x', ...more, '[Content_Types].xml': 'x' })

function judge(bytes: Buffer, name: string, piece = bytes.length || 1) {
  const content = watchContent()
  for (let at = 0; at < bytes.length; at += piece) content.see(bytes.subarray(at, at + piece))
  return content.judge(name)
}

const pdf = latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')
const accepted: [bytes: Buffer, name: string, type: string, kept?: string][] = [
  [pdf, 'Besluit.PDF', 'application/pdf'], [pdf, 'besluit', 'application/pdf', 'besluit.pdf'], [pdf, '', 'application/pdf', 'bijlage.pdf'], [pdf, '.pdf', 'application/pdf', 'bijlage.pdf'],
  [pdf, 'besluit.pdf. ', 'application/pdf', 'besluit.pdf.pdf'], [pdf, 'factuur.exe.pdf', 'application/pdf'],
  [office('word'), 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], [office('xl'), 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [office('ppt'), 'a.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  [zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'x' }), 'a.odt', 'application/vnd.oasis.opendocument.text'],
  [zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' }), 'a.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  [zip({ 'notulen.pdf': 'x', 'bijlagen/foto.png': 'x' }), 'a.zip', 'application/zip'],
  [compound('WordDocument'), 'a.doc', 'application/msword'], [compound('Workbook'), 'a.xls', 'application/vnd.ms-excel'], [compound('WordDocument', 'Workbook'), 'a.xls', 'application/vnd.ms-excel'],
  [compound('__properties_version1.0', 'WordDocument'), 'a.msg', 'application/vnd.ms-outlook'], [compound('EncryptedPackage'), 'a.xlsx', 'application/x-ole-storage'],
  [latin('\x89PNG\r\n\x1a\n\0\0'), 'a.png', 'image/png'], [latin('\xff\xd8\xff\xe0\0'), 'a.jpeg', 'image/jpeg'], [latin('RIFF\0\0\0\0WEBPVP8'), 'a.webp', 'image/webp'],
  [latin('\0\0\0\x18ftypmp42\0'), 'a.mp4', 'video/mp4'], [latin('\0\0\0\x18ftypheic\0'), 'a.heic', 'image/heic'], [latin('{\\rtf1\\ansi'), 'a.rtf', 'application/rtf'],
  [Buffer.from('naam;afdeling\nJeugdhulp;Sociaal domein\n'), 'a.csv', 'text/plain'], [latin('Beëindigd'), 'notitie.txt', 'text/plain'], [wide('\ufeffNotitie'), 'notitie.txt', 'text/plain'],
  [Buffer.from('MZH: notitie over maatwerk'), 'MZH.txt', 'text/plain'], [Buffer.from('From: a@voorbeeld.example\nContent-Type: text/html\n\n<html><script>x</script>'), 'mail.eml', 'text/plain'],
  [Buffer.from('<?xml version="1.0"?><register><verwerking/></register>'), 'a.xml', 'text/plain'],
]
for (const [bytes, name, type, kept] of accepted) {
  test(`${JSON.stringify(name)} comes in as ${type}`, () => {
    for (const piece of [bytes.length, 7]) {
      const judged = judge(bytes, name, piece)
      assert.equal(judged.kind.type, type)
      assert.equal(judged.name, kept ?? name)
    }
  })
}

const refused: [bytes: Buffer, name: string, why: RegExp][] = [
  [latin('MZ\x90\0\x03\0\0\0'), 'factuur.pdf', /een programma/], [latin('\x7fELF\x02\x01\x01'), 'a.txt', /een programma/], [latin('\xcf\xfa\xed\xfe\x07\0'), 'a', /een programma/],
  [latin('\xca\xfe\xba\xbe\0\0\0\x34'), 'A.class', /een programma/], [latin('\x4c\0\0\0\x01\x14\x02\0\0'), 'a.pdf', /een snelkoppeling/],
  [Buffer.from('#!/bin/sh\nrm -rf /'), 'a.txt', /script of een webpagina/], [Buffer.from('\ufeff  #!/usr/bin/env node'), 'a.txt', /script/], [Buffer.from('@echo off\r\nformat c:'), 'a.txt', /script/],
  [Buffer.from('<!DOCTYPE html><p>'), 'a.txt', /webpagina/], [Buffer.from('<!-- x -->\n<html>'), 'a.md', /webpagina/], [wide('\ufeff<script>alert(1)</script>'), 'a.txt', /webpagina/], [Buffer.from('<?php echo 1;'), 'a.txt', /script/],
  [Buffer.from('<?xml version="1.0"?><svg xmlns="x" onload="alert(1)"/>'), 'a.xml', /script/], [Buffer.from('<?xml version="1.0"?><x:svg xmlns:x="http://www.w3.org/2000/svg"/>'), 'a.xml', /script/],
  [Buffer.from('alert(1)'), 'a.js', /eindigt, kan op een computer iets uitvoeren/], [pdf, 'a.pdf.exe', /\.exe eindigt/], [pdf, 'a.html', /\.html eindigt/], [Buffer.from('x'), 'a.PS1', /\.ps1 eindigt/],
  [office('word'), 'a.pdf', /eindigt op \.pdf, maar de inhoud is een Word-document.*op \.docx/], [pdf, 'a.docx', /eindigt op \.docx, maar de inhoud is een PDF-bestand/], [Buffer.from('tekst'), 'a.pdf', /inhoud is een tekstbestand/],
  [latin('\x89PNG\r\n\x1a\n'), 'a.jpg', /afbeelding \(PNG\)/], [Buffer.from('tekst'), 'a.v2', /eindigt op \.v2/],
  [office('word', { 'word/vbaProject.bin': 'x' }), 'a.docx', /macro/], [zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/Module1.xml': 'x' }), 'a.odt', /macro/], [compound('WordDocument', '_VBA_PROJECT'), 'a.doc', /macro/],
  [zip({ 'map/start.exe': 'x' }), 'a.zip', /zit een programma of script/], [zip({ 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }), 'a.zip', /zit een programma/], [office('word').subarray(0, 200), 'a.docx', /beschadigd/],
  [compound('Iets'), 'a.doc', /herkent Waarborg niet/], [latin('\x1f\x8b\x08\0\0'), 'a.gz', /herkent Waarborg niet/], [latin('7z\xbc\xaf\x27\x1c\0'), 'a.7z', /herkent Waarborg niet/], [latin('\x01\x02\x03\x04'), 'a.txt', /herkent Waarborg niet/],
  [latin('tekst met een \0'), 'a.txt', /herkent Waarborg niet/],
]
for (const [bytes, name, why] of refused) {
  test(`${JSON.stringify(name)} is refused: ${why.source}`, () => {
    for (const piece of [bytes.length, 9]) assert.throws(() => judge(bytes, name, piece), (error) => error instanceof Invalid && why.test(error.message) && error.faults[0]?.at === 'file')
  })
}

test('a refusal and a kind are said in the language of who reads', () => {
  inLanguage('en', () => {
    assert.throws(() => judge(pdf, 'a.docx'), /ends in \.docx, but the content is a PDF file/)
    assert.equal(sayKind('application/pdf'), 'PDF file')
  })
  assert.equal(sayKind('application/pdf'), 'PDF-bestand')
})

test('a name with a hostile length or only an ending is made fit', () => {
  assert.equal(judge(pdf, 'a'.repeat(119)).name.length, 114)
  assert.equal(judge(pdf, '...').name, 'bijlage.pdf')
})
