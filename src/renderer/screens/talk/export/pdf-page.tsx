import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist'

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  readonly name: string
}

/** A4, until the page says otherwise. */
const A4 = 297 / 210

/** One page, drawn as sharp as the screen is while it is near the part that is seen; away from there its pixels are given back. */
export function PdfPage({ pdf, number, name }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [ratio, setRatio] = useState(A4)

  useEffect(() => {
    if (canvas.current === null) return
    const seen = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), { rootMargin: '300px' })
    seen.observe(canvas.current)
    return () => seen.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (!near || element === null) return
    let stop = () => {}
    let isOver = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (isOver) return
      const { width, height } = page.getViewport({ scale: 1 })
      setRatio(height / width)
      const viewport = page.getViewport({ scale: (element.clientWidth * devicePixelRatio) / width })
      element.width = Math.round(viewport.width)
      element.height = Math.round(viewport.height)
      const task = page.render({ canvas: element, viewport })
      stop = () => task.cancel()
      await task.promise
      element.dataset['drawn'] = 'true'
    }
    // It was cancelled, or its document was closed: nobody looks at it any more.
    draw().catch(() => undefined)
    return () => {
      isOver = true
      stop()
      element.width = 0
      delete element.dataset['drawn']
    }
  }, [pdf, number, near])

  return <canvas ref={canvas} role="img" aria-label={name} style={{ aspectRatio: `1 / ${ratio}` }} />
}
