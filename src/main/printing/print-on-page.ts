import { z } from 'zod'
import type { PrintBox, PrintPage } from '../../shared/printing/print-job'
import { pagesOfAnchors } from './pdf-destinations'
import type { PrintOrder } from './press'

/** What a browser must be able to do with the print page, which is open in it; each door has its own. */
export type OpenPage = {
  /** Evaluates an expression in the page and waits for what it promises. */
  run(expression: string): Promise<unknown>
  pdf(): Promise<Uint8Array>
  /** @param scale pixels of the picture for each CSS pixel */
  png(box: PrintBox, scale: number): Promise<Uint8Array>
}

/** Pixels in the width of a slide's picture: sharp on a phone and on a wall. */
const PICTURE_WIDTH = 1920

const Box = z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })

/** JSON is a JavaScript expression (ECMA-262, since 2019), so that a call is written with its arguments. */
const call = <Name extends keyof PrintPage>(name: Name, ...values: Parameters<PrintPage[Name]>): string => `lecternPrint.${name}(${values.map((value) => JSON.stringify(value)).join(',')})`

/** Prints one order on an open page. */
export async function printOnPage(page: OpenPage, { as, job, pictures }: PrintOrder): Promise<readonly Uint8Array[]> {
  for (const { hash, mime, bytes } of pictures) await page.run(call('picture', hash, mime, Buffer.from(bytes).toString('base64')))
  const count = z.int().parse(await page.run(call('draw', job)))
  if (as === 'pdf') {
    const pdf = await page.pdf()
    const pages = job.content.kind === 'paper' && job.content.hasContents ? pagesOfAnchors(pdf) : null
    if (pages === null) return [pdf]
    await page.run(call('number', Object.fromEntries(pages)))
    return [await page.pdf()]
  }
  const files: Uint8Array[] = []
  for (let slide = 0; slide < count; slide++) {
    const box = Box.parse(await page.run(call('only', slide)))
    files.push(await page.png(box, PICTURE_WIDTH / box.width))
  }
  return files
}
