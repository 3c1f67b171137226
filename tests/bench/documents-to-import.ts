import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docx, h, p } from '../fixtures/documents/docx'
import { noisyPng } from '../fixtures/documents/picture'
import { generatedMaterial, seeded } from './generated-materials'

/** Word documents of ten clauses with ballast that does not compress, and every fourth a picture; one in twenty is nearly the same as the one before it. */
export function writeDocuments(folder: string, count: number): { names: string[]; megabytes: number } {
  const random = seeded(11)
  let last = ''
  let bytes = 0
  const names = Array.from({ length: count }, (_, at) => {
    const isPicture = at % 4 === 3
    const name = join(folder, `${at}.${isPicture ? 'png' : 'docx'}`)
    const body = at % 20 === 0 && last !== '' ? last.replaceAll('，', ',') : Array.from({ length: 10 }, () => generatedMaterial(random)).map(({ title, body }) => h(1, title) + p(body)).join('')
    if (!isPicture) last = body
    const content = isPicture ? noisyPng(400, 400, random) : docx(p(`第 ${at} 份示例`, { style: 'Title' }) + body, { extra: { 'word/media/ballast.png': noisyPng(400, 400, random) } })
    bytes += content.byteLength
    writeFileSync(name, content)
    return name
  })
  return { names, megabytes: bytes / 1e6 }
}
