import type { Similarity } from './similarity'

export type Pair = {
  readonly id: string
  readonly layout: string
  readonly title: string
  /** Addresses of the two pictures, relative to the report. */
  readonly preview: string
  readonly exported: string
  readonly similarity: Similarity
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`)
const figure = (score: number): string => score.toFixed(3)

const pairHtml = ({ id, layout, title, preview, exported, similarity }: Pair): string =>
  `<figure><figcaption>${escaped(id)} · ${escaped(layout)} · ${figure(similarity.score)} · ${escaped(title)}</figcaption><div><img alt="preview" src="${preview}"><img alt="LibreOffice" src="${exported}"></div></figure>`

/** Of each layout that occurs, in the order in which it first does: its least and its mean figure. */
export function layoutFigures(pairs: readonly Pair[]): { readonly layout: string; readonly least: number; readonly mean: number }[] {
  const scores = new Map<string, number[]>()
  for (const { layout, similarity } of pairs) scores.set(layout, [...(scores.get(layout) ?? []), similarity.score])
  return [...scores].map(([layout, all]) => ({ layout, least: Math.min(...all), mean: all.reduce((sum, score) => sum + score, 0) / all.length }))
}

/** A page with the preview of each slide to the left of LibreOffice's picture of the exported one; `columns` pairs a row. */
export const sideBySide = (heading: string, pairs: readonly Pair[], columns: number): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(heading)}</title>
<style>
body { font: 13px system-ui, sans-serif; margin: 12px; background: #ddd }
main { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 12px }
figure { margin: 0; min-width: 0 } figure div { display: flex; gap: 4px } img { width: calc(50% - 2px); display: block; border: 1px solid #999; box-sizing: border-box }
figcaption { white-space: nowrap; overflow: hidden; text-overflow: ellipsis } td, th { padding: 0 12px 0 0; text-align: left }
</style>
<h1>${escaped(heading)}</h1>
<p>Left the preview in Chromium, right LibreOffice’s picture of the exported deck. The figure is their structural similarity where either has something on it, 1 for the same picture; texts that mix Han and Latin are not compared, because LibreOffice spaces them.</p>
<table><tr><th>Layout</th><th>Least</th><th>Mean</th></tr>${layoutFigures(pairs).map(({ layout, least, mean }) => `<tr><td>${layout}</td><td>${figure(least)}</td><td>${figure(mean)}</td></tr>`).join('')}</table>
<main>${pairs.map(pairHtml).join('\n')}</main></html>
`
