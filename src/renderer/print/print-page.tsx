/** The page that is printed: it draws slides with the component of the preview and papers as they come, and knows no engine. */
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import './print-page.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { PRINT_PAGE_OF, PRINT_PICTURE, type PrintBox, type PrintJob, type PrintPage } from '../../shared/printing/print-job'
import type { Deck } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import { emuToPoints } from '../../shared/units'
import { SlideView } from '../parts/slide-view/slide-view'

declare global {
  interface Window {
    lecternPrint?: PrintPage
  }
}

/** Those that are loaded from files: Noto's, and the Latin quotation marks of slides. */
const TYPEFACES = '"Noto Sans SC", "Slide Latin Quotes", "Slide Latin Serif Quotes"'
const place = ((): HTMLElement => {
  const found = document.getElementById('root')
  if (!found) throw new Error('print.html has no #root')
  return found
})()
const slides = document.createElement('main')
const slidesRoot = createRoot(slides)
const style = document.head.appendChild(document.createElement('style'))
const pictures = new Map<string, string>()

/** @param base64 the bytes of a picture */
const blobUrl = (mime: string, base64: string): string => URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: mime }))

function Slides({ deck, theme }: { readonly deck: Deck; readonly theme: Theme }) {
  const size = { width: `${emuToPoints(deck.size.width)}pt`, height: `${emuToPoints(deck.size.height)}pt` }
  return deck.scenes.map((scene) => (
    <section key={scene.id} className="print-slide" style={size}>
      <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={(hash) => pictures.get(hash) ?? null} />
    </section>
  ))
}

/** Every subset of the typefaces that a character of `text` asks for, in both weights: a page that is printed while one is on its way lacks its letters. */
const typefaces = async (text: string): Promise<void> => {
  const letters = [...new Set(text)].join('')
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 16px ${TYPEFACES}`, letters)))
  await document.fonts.ready
}

/** Settles when every picture on the page is decoded; one that cannot be is left as it is. */
const decoded = async (): Promise<void> => {
  const shown = [...document.querySelectorAll('img, svg image')].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
  await Promise.allSettled(
    [...new Set(shown)].filter((url) => url !== '').map((url) => Object.assign(new Image(), { src: url }).decode()),
  )
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

async function draw({ title, language, content }: PrintJob): Promise<number> {
  document.title = title
  document.documentElement.lang = language
  if (content.kind === 'slides') {
    const { deck, theme } = content
    style.textContent = `@page { size: ${emuToPoints(deck.size.width)}pt ${emuToPoints(deck.size.height)}pt; margin: 0 }`
    place.replaceChildren(slides)
    flushSync(() => slidesRoot.render(<Slides deck={deck} theme={theme} />))
  } else {
    style.textContent = content.css
    // As XML, because that is how it is written; the page's policy runs nothing that might stand in it.
    place.replaceChildren(document.importNode(new DOMParser().parseFromString(content.xhtml, 'application/xhtml+xml').documentElement, true))
    for (const image of document.querySelectorAll(`img[${PRINT_PICTURE}]`)) image.setAttribute('src', pictures.get(image.getAttribute(PRINT_PICTURE) ?? '') ?? '')
  }
  await typefaces(document.body.textContent)
  await decoded()
  await nextFrame()
  return content.kind === 'slides' ? content.deck.scenes.length : 1
}

async function only(slide: number): Promise<PrintBox> {
  const all = [...document.querySelectorAll<HTMLElement>('.print-slide')]
  all.forEach((element, index) => (element.hidden = index !== slide))
  await nextFrame()
  const box = all[slide]?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: box.x, y: box.y, width: box.width, height: box.height }
}

async function number(pages: Readonly<Record<string, number>>): Promise<void> {
  for (const element of document.querySelectorAll(`[${PRINT_PAGE_OF}]`)) element.textContent = String(pages[element.getAttribute(PRINT_PAGE_OF) ?? ''] ?? '')
  await typefaces(document.body.textContent)
  await nextFrame()
}

window.lecternPrint = { picture: (hash, mime, data) => void pictures.set(hash, blobUrl(mime, data)), draw, only, number }
