import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPdfObjects, writePdfObjects } from '../../../src/main/printing/pdf-objects'
import { searchablePdf } from '../../../src/main/printing/searchable-pdf'
import { unifiedIdeograph } from '../../../src/main/printing/unified-ideograph'

/** A PDF of these objects' contents, put together as Chromium does it. */
const aPdf = (...contents: readonly Buffer[]): Uint8Array =>
  writePdfObjects({
    head: Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1'),
    objects: contents.map((content, index) => Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), content, Buffer.from('\nendobj\n')])),
    trailer: `trailer\n<</Size ${contents.length + 1}\n/Root 1 0 R>>\n`,
  })
const stream = (text: string): Buffer => {
  const bytes = deflateSync(Buffer.from(text, 'latin1'))
  return Buffer.concat([Buffer.from(`<</Filter /FlateDecode\n/Length ${bytes.byteLength}>> stream\n`), bytes, Buffer.from('\nendstream')])
}
const textsIn = (pdf: Uint8Array): string[] =>
  (readPdfObjects(pdf)?.objects ?? []).flatMap((object) => {
    const at = object.indexOf('stream\n')
    const length = Number(/\/Length (\d+)/.exec(object.toString('latin1'))?.[1])
    return at === -1 ? [] : [inflateSync(object.subarray(at + 7, at + 7 + length)).toString('latin1')]
  })
const cmap = (blocks: string): string => `/CIDInit /ProcSet findresource begin\n${blocks}endcmap\n`

describe('text of a PDF', () => {
  it('is what people write, not the radicals that look like it', () => {
    expect(Array.from('⽰⽇⻚⻓⼀').map(unifiedIdeograph).join('')).toBe('示日页长一')
    expect(Array.from('示日页，a・𠀀').map(unifiedIdeograph).join('')).toBe('示日页，a・𠀀')
  })

  it('has its radicals replaced, one by one and in ranges, and everything else kept', () => {
    const before = aPdf(
      Buffer.from('<</Type /Catalog>>'),
      stream(cmap('2 beginbfchar\n<0003> <2F70>\n<0004> <0041>\nendbfchar\n1 beginbfrange\n<0010> <0012> <2F00>\nendbfrange\n1 beginbfrange\n<0020> <0022> <4E00>\nendbfrange\n')),
      Buffer.from('<</Type /Page>>'),
    )
    const after = searchablePdf(before)
    expect(textsIn(after)).toEqual([cmap('2 beginbfchar\n<0003> <793A>\n<0004> <0041>\nendbfchar\n3 beginbfchar\n<0010> <4E00>\n<0011> <4E28>\n<0012> <4E36>\nendbfchar\n1 beginbfrange\n<0020> <0022> <4E00>\nendbfrange\n')])
    const [old, made] = [readPdfObjects(before), readPdfObjects(after)]
    expect([made?.objects[0], made?.objects[2], made?.trailer]).toEqual([old?.objects[0], old?.objects[2], old?.trailer])
  })

  it('writes no block that is longer than a reader must take', () => {
    const after = searchablePdf(aPdf(stream(cmap('1 beginbfrange\n<0000> <00D5> <2F00>\nendbfrange\n'))))
    expect([...textsIn(after)[0]!.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => Number(count))).toEqual([100, 100, 14])
  })

  it.each([
    ['has no radicals', aPdf(stream(cmap('1 beginbfchar\n<0003> <793A>\nendbfchar\n')), stream('1 beginbfchar\n<0003> <2F70>\nendbfchar\n'))],
    ['is put together otherwise', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')],
    ['is no PDF', Buffer.from('示例')],
  ])('stays as it is in a file that %s', (_, file) => {
    expect(searchablePdf(file)).toBe(file)
  })
})
