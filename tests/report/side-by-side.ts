import type { JudgedSlide, Likeness } from './judge-decks'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`)
const figure = (score: number): string => score.toFixed(3)

const slideHtml = ({ id, layout, title, preview, exported, likeness }: JudgedSlide): string =>
  `<figure><figcaption>${figure(likeness.whole)} · ${figure(likeness.inked)} · ${escaped(layout)} · ${escaped(title)} · ${escaped(id)}</figcaption><div><img loading="lazy" alt="preview" src="${preview}"><img loading="lazy" alt="LibreOffice" src="${exported}"><span role="img" aria-label="difference"><img loading="lazy" alt="" src="${preview}"><img loading="lazy" alt="" src="${exported}"></span></div></figure>`

type Figures = { readonly least: number; readonly mean: number }
const figuresOf = (slides: readonly JudgedSlide[], which: keyof Likeness): Figures => {
  const scores = slides.map(({ likeness }) => likeness[which])
  return { least: Math.min(...scores), mean: scores.reduce((sum, score) => sum + score, 0) / scores.length }
}

/** Least and mean figures by look and layout, in the order in which they first occur. */
export function layoutFigures(slides: readonly JudgedSlide[]): readonly { readonly look: string; readonly layout: string; readonly whole: Figures; readonly inked: Figures }[] {
  const groups = Map.groupBy(slides, ({ design, mode, size, language, layout }) => [`${design} ${mode} ${size} ${language}`, layout].join('\t'))
  return [...groups].map(([key, group]) => {
    const [look = '', layout = ''] = key.split('\t')
    return { look, layout, whole: figuresOf(group, 'whole'), inked: figuresOf(group, 'inked') }
  })
}

const row = ({ look, layout, whole, inked }: ReturnType<typeof layoutFigures>[number]): string =>
  `<tr><td>${look}</td><td>${layout}</td>${[whole.least, whole.mean, inked.least, inked.mean].map((score) => `<td>${figure(score)}</td>`).join('')}</tr>`

/** A page with the preview of each slide, LibreOffice's picture of the exported one, and what differs, least alike first; `columns` slides a row. */
export const sideBySide = (heading: string, slides: readonly JudgedSlide[], columns: number): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(heading)}</title>
<style>
body { font: 13px system-ui, sans-serif; margin: 12px; background: #ddd }
main { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 12px }
figure { margin: 0; min-width: 0 } figure div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px } img { width: 100%; display: block }
span { position: relative; isolation: isolate } span img + img { position: absolute; inset: 0; mix-blend-mode: difference }
figcaption { white-space: nowrap; overflow: hidden; text-overflow: ellipsis } td, th { padding: 0 12px 0 0; text-align: left }
</style>
<h1>${escaped(heading)}</h1>
<p>Left the preview in Chromium, in the middle LibreOffice’s picture of the exported deck, right their difference: black where there is none. First figure: structural similarity of the whole picture (Wang et al. 2004), 1 for the same picture. Second: only where either has something on it.</p>
<main>${slides.toSorted((a, b) => a.likeness.whole - b.likeness.whole).map(slideHtml).join('\n')}</main>
<table><tr><th>Look</th><th>Layout</th><th>Whole: least</th><th>mean</th><th>Inked: least</th><th>mean</th></tr>${layoutFigures(slides).map(row).join('')}</table></html>
`
