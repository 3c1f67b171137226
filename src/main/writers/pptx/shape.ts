import type { SceneShape } from '../../../shared/slides/scene'
import { el, type Xml } from '../xml'
import { geometry, noFill, nonVisual, outline, solidFill, transform } from './drawing'

/** A decorative shape of a slide or, with `ofLayout`, of a layout, where it belongs to the design and not to the user's content. */
export const decorationXml = (shape: SceneShape, id: number, ofLayout: boolean): Xml => {
  const own = el('p:nvPr', { userDrawn: ofLayout ? true : undefined })
  const name = nonVisual({ id, name: shape.name, decorative: true })
  const look = [transform(shape.box), geometry(shape)]
  if (shape.shape === 'line') return el('p:cxnSp', {}, el('p:nvCxnSpPr', {}, name, el('p:cNvCxnSpPr'), own), el('p:spPr', {}, look, outline(shape.line)))
  return el('p:sp', {}, el('p:nvSpPr', {}, name, el('p:cNvSpPr'), own), el('p:spPr', {}, look, shape.fill ? solidFill(shape.fill) : noFill, outline(shape.line)))
}
