import type { BlockContent } from '../../model/block'
import { headingStyle, heightOf, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import type { SceneItem } from '../scene'
import { flowPoints } from './flowing-points'
import { isEmpty } from './point-specs'

type Activity = Extract<BlockContent, { kind: 'activity' | 'discussion' }>

const NUMERAL = 96

/** On the tinted panel: what is to be done and for how long, the one figure that the hall must see. */
function panelItems(content: Activity, context: LayoutContext): SceneItem[] {
  const { panel } = context.page.activity
  const label = content.kind === 'activity' ? context.words.activity : context.words.discussion
  const numeral = Math.round(NUMERAL * context.structure.figures)
  const specs =
    content.minutes === null
      ? [{ runs: [plainRun(label, textStyle(40, 'accent-deep', { bold: true }))], align: 'center' as const }]
      : [
          { runs: [plainRun(label, textStyle(24, 'accent', { bold: true }))], align: 'center' as const },
          { runs: [plainRun(String(content.minutes), headingStyle(numeral, 'accent-deep', context.structure))], align: 'center' as const, pitch: numeral + 12, spaceBefore: 6 },
          { runs: [plainRun(context.words.minutes, textStyle(24, 'neutral-4'))], align: 'center' as const },
        ]
  const width = panel.width - 36
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const height = heightOf(paragraphs)
  return [textItem({ name: 'minutes', area: { x: panel.x + 18, y: panel.y + panel.height * 0.46 - height / 2, width, height }, anchor: 'middle' }, paragraphs)]
}

export function layOutActivity(content: Activity, context: LayoutContext): SlideDraft[] {
  const { body, title } = context.page.activity
  const slides: SlideDraft[] = isEmpty(content.points) ? [{ layout: 'activity', items: [] }] : flowPoints(content.points, body, 'activity', context, { columns: false })
  return slides.map((slide) => ({ ...slide, layout: 'activity', titleArea: title, items: [...panelItems(content, context), ...slide.items] }))
}
