import { useCallback, useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { ScriptPreset } from '../../../../shared/contract/talks'
import type { TalkId } from '../../../../shared/model/ids'
import type { Localized } from '../../../../shared/language'
import type { SchoolId } from '../../../../shared/model/school'
import { useEngine } from '../../../app/engine'
import { failureOf } from '../../../app/failure'
import type { PrintedDocument } from './export-choices'

export type DocumentWish = {
  readonly talkId: TalkId
  /** Markdown as the window has it: when it changes, the pages are made anew. */
  readonly text: string
  /** Writes what is not yet saved: the engine prints what the library has. */
  readonly flush: () => Promise<void>
  readonly slidePictures: boolean
  /** Empty for the whole talk. */
  readonly audience: string
  readonly school: SchoolId | null
}

export type PrintedState = { readonly at: 'making' } | { readonly at: 'stopped' } | { readonly at: 'failed'; readonly message: Localized } | { readonly at: 'made'; readonly pdf: PDFDocumentProxy }

/** Has the engine print a document as its export does, and opens it for drawing. Stops when what is wished changes, and when it is looked at no more. */
export function usePrintedDocument(document: PrintedDocument, preset: ScriptPreset, { talkId, text, flush, slidePictures, audience, school }: DocumentWish) {
  const engine = useEngine()
  const [state, setState] = useState<PrintedState>({ at: 'making' })
  const [asked, setAsked] = useState(0)
  const [stop, setStop] = useState<AbortController | null>(null)

  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    let opened: PDFDocumentProxy | null = null
    const make = async () => {
      await flush()
      for await (const event of await engine.talks.export({ id: talkId, kinds: [`${document}-pdf`], preset, slidePictures, audience, school, kept: false }, { signal })) {
        if (event.type === 'progress') continue
        const [file] = event.files
        // What stands in the way of a file is said last, by whoever would have made it.
        const why = event.warnings.at(-1)
        if (file === undefined) return why && setState({ at: 'failed', message: why.message })
        const { openPdf } = await import('./open-pdf')
        opened = await openPdf(new Uint8Array(await file.content.arrayBuffer()))
        if (signal.aborted) void opened.loadingTask.destroy()
        else setState({ at: 'made', pdf: opened })
      }
    }
    setStop(stopping)
    setState({ at: 'making' })
    make().catch((error: unknown) => {
      if (!signal.aborted) setState({ at: 'failed', message: failureOf(error).message })
    })
    return () => {
      stopping.abort()
      void opened?.loadingTask.destroy()
    }
    // `flush` writes the text, which is among these.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, talkId, document, preset, slidePictures, audience, school, text, asked])

  const cancel = useCallback(() => {
    stop?.abort()
    setState({ at: 'stopped' })
  }, [stop])
  const again = useCallback(() => setAsked((before) => before + 1), [])
  return { state, cancel, again }
}
