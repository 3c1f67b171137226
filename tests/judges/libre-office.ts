import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const present = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Why LibreOffice cannot judge on this machine; null where it can. */
export const libreOfficeAbsent: string | null = !present('soffice', '--version')
  ? 'LibreOffice is not installed'
  : !present('pdftotext', '-v')
    ? "Poppler's tools are not installed"
    : null

/**
 * A LibreOffice of a Japanese user. LibreOffice sets a fifth of the line's height between Han and other characters in Impress unless its own language is
 * Japanese or Korean (sd/source/core/drawdoc.cxx): a habit of the program that a .pptx cannot speak to, and that PowerPoint does not have.
 */
const unspaced = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ja-JP</value></prop></item></oor:items>
`

/**
 * Converts documents to PDF in one run of LibreOffice, in a profile of its own so that no other instance is disturbed.
 * Takes bytes by file name (`deck.pptx`), gives the PDFs' bytes by the same name.
 * @param scripts whether slides have LibreOffice's own space between Han and other characters
 */
export const toPdf = async (documents: Readonly<Record<string, Uint8Array>>, scripts: 'spaced' | 'unspaced' = 'spaced'): Promise<Record<string, Uint8Array>> => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-soffice-'))
  try {
    const out = join(folder, 'pdf')
    await mkdir(out)
    const names = Object.keys(documents)
    await Promise.all(names.map((name) => writeFile(join(folder, name), documents[name]!)))
    const profile = pathToFileURL(join(folder, 'profile')).href
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    if (scripts === 'unspaced') await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), unspaced)
    await run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', out, ...names.map((name) => join(folder, name))])
    const pdfs = await Promise.all(names.map(async (name) => [name, await readFile(join(out, name.replace(/\.\w+$/, '.pdf')))] as const))
    return Object.fromEntries(pdfs)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const withFile = async <T>(pdf: Uint8Array, judge: (file: string, folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pdf-'))
  try {
    const file = join(folder, 'judged.pdf')
    await writeFile(file, pdf)
    return await judge(file, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The text of each page of a PDF, in reading order. */
export const pageTexts = (pdf: Uint8Array): Promise<string[]> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', file, '-'], { maxBuffer: 64 * 2 ** 20 })
    return stdout.split('\f').slice(0, -1)
  })

export type PdfLine = { readonly text: string; readonly x: number; readonly y: number }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (value: string): string => value.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? "'")

/** The words of each page joined into the lines they were drawn in, with the position of the line's first word in points. */
export const pageLines = (pdf: Uint8Array): Promise<PdfLine[][]> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', '-bbox-layout', file, '-'], { maxBuffer: 256 * 2 ** 20 })
    return stdout.split('<page ').slice(1).map((page) =>
      [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([\s\S]*?)<\/line>/g)].map(([, x, y, words]) => ({
        x: Number(x),
        y: Number(y),
        text: [...words!.matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => unescaped(word!)).join(' '),
      })),
    )
  })

/**
 * PNG of every page, `width` pixels wide, drawn by cairo: poppler's other painter (`pdftoppm`) sets the letters of larger type at whole pixels, up to one pixel left of
 * and above where the PDF has them.
 */
export const pagePictures = (pdf: Uint8Array, width: number): Promise<Uint8Array[]> =>
  withFile(pdf, async (file, folder) => {
    await run('pdftocairo', ['-png', '-scale-to-x', String(width), '-scale-to-y', '-1', file, join(folder, 'page')])
    const { stdout } = await run('pdfinfo', [file])
    const count = Number(/Pages:\s+(\d+)/.exec(stdout)![1])
    const digits = String(count).length
    return Promise.all(Array.from({ length: count }, (_, i) => readFile(join(folder, `page-${String(i + 1).padStart(digits, '0')}.png`))))
  })
