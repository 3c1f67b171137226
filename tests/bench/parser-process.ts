/** Lectern's reader and the peers of the import, bundled for plain Node (`import.bench.ts`): a file's path and a parser in, milliseconds of processor time out. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { OfficeParser } from 'officeparser'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ParserName = 'lectern' | 'officeparser' | 'pdfjs' | 'micromark'

const data = resolve('node_modules/pdfjs-dist')

/** Every page's text, and nothing else. */
const readText = async (path: string): Promise<void> => {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), cMapUrl: `${data}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${data}/standard_fonts/`, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    await page.getTextContent()
    page.cleanup()
  }
  await task.destroy()
}

const parsers: Readonly<Record<ParserName, (path: string) => Promise<unknown>>> = {
  // Loaded only where it is asked for, because it changes what pdfjs finds around it.
  lectern: async (path) => (await import('../../src/main/readers/read-document')).readWithPictures(path, new Uint8Array(readFileSync(path))),
  officeparser: (path) => OfficeParser.parseOffice(path, { ocr: false, extractAttachments: true }),
  pdfjs: readText,
  // Of GFM, as its documentation has it.
  micromark: (path) => Promise.resolve(fromMarkdown(readFileSync(path, 'utf8'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
}

process.on('message', ({ parser, path }: { readonly parser: ParserName; readonly path: string }) => {
  const before = process.cpuUsage()
  const answer = (milliseconds: number | null) => process.send?.(milliseconds)
  void parsers[parser](path).then(
    () => {
      const { user, system } = process.cpuUsage(before)
      answer((user + system) / 1000)
    },
    () => answer(null),
  )
})
