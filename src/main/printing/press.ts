import type { PrintJob } from '../../shared/printing/print-job'
import { LecternError } from '../../shared/outcome'

export type PrintPicture = { readonly hash: string; readonly mime: string; readonly bytes: Uint8Array }

/** One document to print. `pdf` gives one file, `png` one for every slide. */
export type PrintOrder = {
  readonly as: 'pdf' | 'png'
  readonly job: PrintJob
  /** Everything that the job shows. */
  readonly pictures: readonly PrintPicture[]
}

/** A browser that draws our print page, open for a while. */
export type Press = {
  /**
   * @returns the bytes of a PDF, or of a PNG for every slide
   * @throws LecternError `printing-failed` when the browser ends or refuses
   */
  print(order: PrintOrder): Promise<readonly Uint8Array[]>
  close(): Promise<void>
}

/**
 * Opens a press. Printing needs a browser of the Chromium family: Electron's own, or the computer's.
 * @param signal stops what is printing
 * @throws LecternError `no-browser` where there is none
 */
export type OpenPress = (signal?: AbortSignal) => Promise<Press>

export const noBrowser = (): LecternError =>
  new LecternError('no-browser', {
    'zh-CN': '没有生成 PDF 和图片：这要用到 Chromium、Chrome 或 Edge 浏览器，这台电脑上没有找到。其他文件不受影响。',
    en: 'PDFs and pictures were not made: they need Chromium, Chrome or Edge, and none was found on this computer. The other files are not affected.',
  })

export const printingFailed = (cause: unknown): LecternError =>
  new LecternError(
    'printing-failed',
    {
      'zh-CN': '没有生成 PDF 和图片：用来排版的浏览器没有完成工作。其他文件不受影响，可以再试一次。',
      en: 'PDFs and pictures were not made: the browser that lays them out did not finish. The other files are not affected; you can try again.',
    },
    { cause },
  )

/** Where nothing can print: says so when it is asked. */
export const noPress: OpenPress = () => Promise.reject(noBrowser())

/** One press for several orders: opened by the first that needs it. Where it could not be opened, every further order is told the same. */
export function lazyPress(open: OpenPress, signal?: AbortSignal): { readonly open: () => Promise<Press>; readonly close: () => Promise<void> } {
  let press: Promise<Press> | null = null
  return {
    open: () => (press ??= open(signal)),
    close: async () => {
      const opened = await press?.catch(() => null)
      await opened?.close()
    },
  }
}
