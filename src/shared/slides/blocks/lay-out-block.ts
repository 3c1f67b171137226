import { assertNever } from '../../assert-never'
import type { BlockContent } from '../../model/block'
import type { LayoutContext, SlideDraft } from '../context'
import { flowPoints } from './flowing-points'
import { layOutActivity } from './activity'
import { layOutCase } from './case'
import { layOutChart } from './chart'
import { layOutClosing } from './closing'
import { agendaSlides, referenceSlides } from '../pages/lists'
import { layOutPicture } from './picture'
import { isEmpty } from './point-specs'
import { layOutPoints } from './points'
import { layOutQuestion } from './question'
import { layOutQuote } from './quote'
import { layOutTable } from './table'
import { layOutTimeline } from './timeline'
import { layOutTwoColumns } from './two-columns'

/** The slides of one block, without titles and footers; none when the block has nothing to show and says so in a warning. */
export function layOutBlock(content: BlockContent, context: LayoutContext): SlideDraft[] {
  switch (content.kind) {
    case 'points':
      return layOutPoints(content, context)
    case 'quote':
      return layOutQuote(content, context)
    case 'table':
      return layOutTable(content, context)
    case 'picture':
      return layOutPicture(content, context)
    case 'case':
      return layOutCase(content, context)
    case 'chart':
      return layOutChart(content, context)
    case 'two-columns':
      return layOutTwoColumns(content, context)
    case 'timeline':
      return layOutTimeline(content, context)
    case 'question':
      return layOutQuestion(content, context)
    case 'discussion':
    case 'activity':
      return layOutActivity(content, context)
    case 'local-case':
      if (!isEmpty(content.fallback)) return flowPoints(content.fallback, context.page.body, 'points', context)
      context.warn('local-case-omitted', {
        'zh-CN': `“${context.title}”要放承办学校自己的案例，现在还没有，这一页先略去了。`,
        en: `“${context.title}” is kept for the host school's own case; there is none yet, so the slide was left out.`,
      })
      return []
    case 'agenda':
      return agendaSlides(context, content.minutes)
    case 'closing':
      return layOutClosing(content, context)
    case 'references': {
      const slides = referenceSlides(context, true)
      if (slides.length === 0)
        context.warn('nothing-cited', {
          'zh-CN': `“${context.title}”由引用的出处生成，讲稿里还没有引用，这一页先略去了。`,
          en: `“${context.title}” is made from what the talk cites; nothing is cited yet, so the slide was left out.`,
        })
      return slides
    }
    default:
      return assertNever(content)
  }
}
