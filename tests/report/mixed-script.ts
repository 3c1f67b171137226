import type { Deck, Scene, SceneParagraph, SceneTable } from '../../src/shared/slides/scene'
import type { Region } from './similarity'

const HAN = /\p{Script=Han}/u
const OTHER = /[A-Za-z0-9()“”‘’%]/

const mixes = (paragraphs: readonly SceneParagraph[]): boolean =>
  paragraphs.some(({ runs }) => {
    const text = runs.map((run) => run.text).join('')
    return HAN.test(text) && OTHER.test(text)
  })

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)

const mixedCells = ({ rows, columns, box }: SceneTable): Region[] =>
  rows.flatMap(({ cells, height }, row) => {
    const y = box.y + sum(rows.slice(0, row).map((above) => above.height))
    return cells.flatMap(({ paragraphs }, column) => (mixes(paragraphs) ? [{ x: box.x + sum(columns.slice(0, column)), y, width: columns[column] ?? 0, height }] : []))
  })

/**
 * Where Han and other characters stand in one text. LibreOffice puts about 0.29 em between them and knows no way to say otherwise in a .pptx;
 * PowerPoint and the preview put nothing, so that such texts differ by right.
 */
export function mixedRegions(scene: Scene, { size }: Deck): Region[] {
  const boxes = scene.items.flatMap((item): Region[] => {
    if (item.kind === 'text') return mixes(item.paragraphs) ? [item.box] : []
    return item.kind === 'table' ? mixedCells(item) : []
  })
  return boxes.map(({ x, y, width, height }) => ({ x: x / size.width, y: y / size.height, width: width / size.width, height: height / size.height }))
}
