import { type FontMetrics, notoSansSc, notoSerifSc } from './font-metrics'
import type { Theme } from './theme'

const serifHeadings: FontMetrics = {
  ...notoSansSc,
  advance: (codePoint, bold, font) => (font === 'heading' ? notoSerifSc : notoSansSc).advance(codePoint, bold),
  latinAdvance: (codePoint, bold, font) => (font === 'heading' ? notoSerifSc : notoSansSc).latinAdvance(codePoint, bold),
  kerning: (first, second, bold, font) => (font === 'heading' ? notoSerifSc : notoSansSc).kerning(first, second, bold),
}

/** What a theme's text is measured with: always the same object for the same kinds of typeface, so that what was laid out can be remembered by it. */
export const metricsOf = ({ fonts }: Pick<Theme, 'fonts'>): FontMetrics => (fonts.heading.kind === 'serif' ? serifHeadings : notoSansSc)
